import { AcumaticaError, AcumaticaSeatLimitError } from '@acurecord/errors';
import type { AcumaticaAuthError } from '@acurecord/errors';
import type { SignIn, SignInOccasion } from '../auth/sign-in.js';
import { within } from '../clock.js';
import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import { BasicSession } from './basic-session.js';
import { CookieJar } from './cookie-jar.js';
import { seatGuard } from './seat-guard.js';
import type { SeatHolder } from './seat-guard.js';
import { RENEW_EARLY_MS, Session } from './session.js';
import type { SessionPort } from './session-port.js';

/**
 * The one session of a transport. Calls enter and leave; the session is opened by one of them for all, renewed by one
 * for all, and given back once.
 */
export class SessionGate {
  readonly #signIn: SignIn;
  readonly #port: SessionPort;
  readonly #persistent: boolean;
  readonly #holder: SeatHolder;
  /** The session by name and password, for addresses that do not take this one. */
  readonly basic: BasicSession;
  #current: Session | undefined;
  #departing: Session | undefined;
  /** The session that a sign-in under way is to give; its cookies may be there already. */
  #entering: Session | undefined;
  #opening: Promise<Session> | undefined;
  #leaving: Promise<void> | undefined;
  #inside = 0;
  /** Grows when a sign-in is waited for no longer. */
  #generation = 0;

  constructor(signIn: SignIn, port: SessionPort, persistent: boolean) {
    this.#signIn = signIn;
    this.#port = port;
    this.#persistent = persistent;
    this.basic = new BasicSession(signIn, port);
    this.#holder = {
      budgetMs: port.exitGraceMs,
      release: (budgetMs, dying) => this.#release(budgetMs, dying),
      exitSignOuts: () => this.#openSessions().map((session) => port.exitSignOut(session)),
    };
  }

  /** API seats that this session takes. */
  get seatsHeld(): number {
    return this.#current && this.#takesSeat(this.#current) ? 1 : 0;
  }

  /** What the ERP said when it refused the account, while that is remembered. */
  get refusal(): AcumaticaAuthError | undefined {
    return this.#port.refusal();
  }

  now(): number {
    return this.#port.clock.now();
  }

  /** Gives the open session, or opens one. Who entered must leave. */
  enter(cancellation: CancellationScope): Session | Promise<Session> {
    this.#inside += 1;
    return this.#usable() ?? this.#waitInside(cancellation);
  }

  /** Begins a use of the session by name and password alone. Who stays must leave. */
  stay(): void | Promise<void> {
    this.#inside += 1;
    if (!seatGuard.admit(this.#holder)) return never();
  }

  /** Ends the use of the session; without a persistent sign-in the last one out gives the seat back. */
  leave(): Promise<void> | undefined {
    this.#inside -= 1;
    return this.#persistent || this.#inside > 0 ? undefined : this.giveBackQuietly();
  }

  /**
   * A session in place of one that the ERP ended; whoever comes late gets the one that replaced it already.
   * @param mayLive The refusal need not mean that the session ended: its seat is given back first.
   */
  async replace(ended: Session, cancellation: CancellationScope, mayLive = false): Promise<Session> {
    if (this.#current === ended && !this.#opening) void this.#open('refused', { mayLive }).catch(() => undefined);
    return this.#ready(cancellation);
  }

  /** Drops a session that the ERP refuses; one that may take a seat is signed out. Gives the error to throw. */
  async refused(session: Session, error: AcumaticaAuthError): Promise<AcumaticaAuthError> {
    if (this.#current === session) {
      if (AcumaticaSeatLimitError.is(error)) await this.giveBackQuietly();
      else this.#drop();
    }
    return error;
  }

  /** Opens a session on request; `again` also where the ERP has refused the credentials. */
  async signIn(cancellation: CancellationScope, again: boolean): Promise<void> {
    this.#inside += 1;
    if (!this.#usable()) await this.#waitInside(cancellation, again);
    await this.leave();
  }

  /** Gives the seat back. @throws AcumaticaError where that is not certain */
  async signOut(budgetMs?: number): Promise<void> {
    await (this.#leaving ??= this.#giveBack(budgetMs).finally(() => (this.#leaving = undefined)));
  }

  /** Gives the seat back; a failure is told to those who watch, never thrown. */
  async giveBackQuietly(budgetMs?: number): Promise<void> {
    await this.signOut(budgetMs).catch((error: unknown) => this.#port.failed(error as Error));
  }

  async #waitInside(cancellation: CancellationScope, again = false): Promise<Session> {
    try {
      return await this.#ready(cancellation, again);
    } catch (error) {
      await this.leave();
      throw error;
    }
  }

  async #ready(cancellation: CancellationScope, again = false): Promise<Session> {
    while (this.#leaving) await cancellation.wait(this.#leaving.catch(() => undefined));
    if (this.#opening) return cancellation.wait(this.#opening);
    return this.#usable() ?? cancellation.wait(this.#open(this.#current ? 'expiring' : 'first', { again }));
  }

  #usable(): Session | undefined {
    const session = this.#current;
    const ready = session && !this.#opening && session.expiresAt - RENEW_EARLY_MS > this.now();
    return ready ? session : undefined;
  }

  /** The sign-in belongs to nobody's signal: its answer must arrive, so that the seat can be given back. */
  #open(occasion: SignInOccasion, how: { mayLive?: boolean; again?: boolean } = {}): Promise<Session> {
    if (!seatGuard.admit(this.#holder)) return never();
    this.#opening = this.#signInAnew(occasion, how).finally(() => {
      this.#opening = this.#entering = undefined;
      this.#unguard();
    });
    return this.#opening;
  }

  async #signInAnew(occasion: SignInOccasion, how: { mayLive?: boolean; again?: boolean }): Promise<Session> {
    const { clock } = this.#port;
    const startedAt = clock.now();
    const generation = this.#generation;
    // A token is renewed within the session that the cookies name; a password opens a new one.
    const byCookie = this.#signIn.kind === 'password';
    const jar = (byCookie ? undefined : this.#current?.jar) ?? new CookieJar();
    const ended = occasion === 'refused' ? this.#current : undefined;
    // A session that never let a call through may hold a seat nevertheless.
    if (byCookie && ended && (how.mayLive || !ended.proven)) await this.#port.signOut(ended).catch(() => undefined);
    if (byCookie) this.#entering = new Session(startedAt, {}, jar);
    const settings = { refused: ended?.authorization, again: how.again ?? false };
    try {
      const start = await this.#signIn.open(
        this.#port.signInPort(byCookie ? jar : new CookieJar(), settings),
        occasion,
      );
      const session = new Session(clock.now(), start, jar);
      if (generation !== this.#generation) return await this.#refuseLate(session);
      this.#current = session;
      this.#port.tell('onSignIn', startedAt);
      return session;
    } catch (error) {
      if (occasion !== 'expiring') this.#drop();
      throw error;
    }
  }

  /** A sign-in whose answer nobody waits for any more gives back what it got. */
  async #refuseLate(session: Session): Promise<never> {
    if (this.#takesSeat(session))
      await this.#port.signOut(session).catch((error: unknown) => this.#port.failed(error as Error));
    throw new AcumaticaError('The sign-in was given up before its answer came.', { code: 'CLOSED' });
  }

  #drop(): void {
    this.#current = undefined;
    this.#unguard();
  }

  async #release(budgetMs: number, dying: boolean): Promise<void> {
    const endsAt = this.now() + budgetMs;
    const left = (): number => Math.max(1, endsAt - this.now());
    await this.#port.endCallers(budgetMs / 4);
    await this.#port.endCalls(Math.max(budgetMs / 8, left() - (budgetMs * 5) / 8), dying);
    await this.giveBackQuietly(left());
  }

  async #giveBack(budgetMs: number | undefined): Promise<void> {
    await this.#awaitOpening(budgetMs);
    const basic = this.basic.take();
    if (basic) await this.#port.signOut(basic, budgetMs).catch(() => undefined);
    const session = this.#current;
    this.#current = undefined;
    if (!session) return this.#unguard();
    const startedAt = this.now();
    try {
      if (!this.#takesSeat(session)) return;
      this.#departing = session;
      await this.#port.signOut(session, budgetMs);
      this.#port.tell('onSignOut', startedAt);
    } finally {
      this.#departing = undefined;
      this.#unguard();
    }
  }

  /** What a sign-in asks of the application (a password, a token) may never come, and the end must not wait for it. */
  async #awaitOpening(budgetMs = 2 * this.#port.timeoutMs): Promise<void> {
    const { clock } = this.#port;
    const ended = this.#opening?.catch(() => undefined);
    if (ended && !(await within(clock, budgetMs, ended))) this.#generation += 1;
  }

  /** The sessions that a process leaves behind which ends now. */
  #openSessions(): Session[] {
    const used = (session: Session): boolean => this.#takesSeat(session) || this.#inside > 0;
    const mine = [this.#current, this.#departing].filter((session) => session !== undefined && used(session));
    const known = [this.#entering, this.basic.open].filter((session) => session?.jar.secrets.length);
    return [...mine, ...known] as Session[];
  }

  #takesSeat({ proven, touched }: Session): boolean {
    return this.#signIn.kind === 'password' || proven || touched;
  }

  #unguard(): void {
    if (!this.#current && !this.#departing && !this.#opening && !this.basic.open) seatGuard.remove(this.#holder);
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
