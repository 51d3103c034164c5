import { AcumaticaAuthError, AcumaticaSeatLimitError } from '@acurecord/errors';
import type { SignIn, SignInOccasion, SignInPort } from '../auth/sign-in.js';
import type { Clock } from '../clock.js';
import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import { CookieJar } from './cookie-jar.js';
import { seatGuard } from './seat-guard.js';
import type { ExitSignOut, SeatHolder } from './seat-guard.js';
import { RENEW_EARLY_MS, Session } from './session.js';

/** What the gate asks of the transport around it. */
export interface SessionPort {
  readonly clock: Clock;
  /** How a sign-in reaches the ERP; the cookies it gets go to `jar`. */
  signInPort(jar: CookieJar, refused?: string): SignInPort;
  /** Gives a seat back within `budgetMs`. @throws AcumaticaError where that is not certain */
  signOut(session: Session, budgetMs?: number): Promise<void>;
  /** The sign-out as plain data, for a process that has no time left. */
  exitSignOut(session: Session): ExitSignOut;
  /** Told after each sign-in, sign-out and failed sign-out. */
  tell(event: 'onSignIn' | 'onSignOut', startedAt: number): void;
  failed(error: Error): void;
  /** Ends what makes calls while the process ends. Never throws, and takes no longer than that. */
  endCallers(budgetMs: number): Promise<void>;
  /** Lets calls under way finish for so long, then cuts them; in a dying process none of them settles. */
  endCalls(graceMs: number, dying: boolean): Promise<void>;
}

/**
 * The one session of a transport. Calls enter and leave; the session is opened by one of them for all, renewed by one
 * for all, and given back once.
 */
export class SessionGate {
  readonly #signIn: SignIn;
  readonly #port: SessionPort;
  readonly #persistent: boolean;
  readonly #holder: SeatHolder;
  #current: Session | undefined;
  #departing: Session | undefined;
  #opening: Promise<Session> | undefined;
  #leaving: Promise<void> | undefined;
  #refusal: AcumaticaAuthError | undefined;
  #inside = 0;
  #aside: Session | undefined;
  #hasAside = false;

  constructor(signIn: SignIn, port: SessionPort, persistent: boolean) {
    this.#signIn = signIn;
    this.#port = port;
    this.#persistent = persistent;
    this.#holder = {
      release: async (budgetMs, dying) => {
        const callsEndAt = this.now() + (budgetMs * 3) / 8;
        await port.endCallers(budgetMs / 4);
        await port.endCalls(Math.max(budgetMs / 8, callsEndAt - this.now()), dying);
        await this.giveBackQuietly(budgetMs / 2);
      },
      exitSignOuts: () =>
        [this.#current, this.#departing].flatMap((session) =>
          session && this.#takesSeat(session) ? [port.exitSignOut(session)] : [],
        ),
    };
  }

  /** API seats that this session takes. */
  get seatsHeld(): number {
    return this.#current && this.#takesSeat(this.#current) ? 1 : 0;
  }

  now(): number {
    return this.#port.clock.now();
  }

  /** Gives the open session, or opens one. Who entered must leave. */
  enter(cancellation: CancellationScope): Session | Promise<Session> {
    this.#inside += 1;
    return this.#usable() ?? this.#waitInside(cancellation);
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
    if (this.#current === ended && !this.#opening) void this.#open('refused', mayLive).catch(() => undefined);
    return this.#ready(cancellation);
  }

  /** The session of OData addresses that take no cookies of the API; `undefined` while they were not seen to refuse them. */
  get aside(): Session | undefined {
    return this.#hasAside ? (this.#aside ??= this.openAside()) : undefined;
  }

  /** A session by name and password, which takes no API seat; `undefined` where there is no password. */
  openAside(): Session | undefined {
    const authorization = this.#signIn.basic?.();
    return authorization === undefined ? undefined : new Session(this.now(), { authorization });
  }

  /** Keeps a session that has been of use where the cookies were refused. */
  keepAside(session: Session): void {
    this.#hasAside = true;
    this.#aside ??= session;
  }

  /** Drops a session that the ERP refuses; one that may take a seat is signed out. Gives the error to throw. */
  async refused(session: Session, error: AcumaticaAuthError): Promise<AcumaticaAuthError> {
    if (this.#current === session) {
      if (AcumaticaSeatLimitError.is(error)) await this.giveBackQuietly();
      else this.#drop();
    }
    return error;
  }

  /** Opens a session on request, also after the ERP refused the credentials. */
  async signIn(cancellation: CancellationScope): Promise<void> {
    this.#refusal = undefined;
    await this.enter(cancellation);
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

  async #waitInside(cancellation: CancellationScope): Promise<Session> {
    try {
      return await this.#ready(cancellation);
    } catch (error) {
      await this.leave();
      throw error;
    }
  }

  async #ready(cancellation: CancellationScope): Promise<Session> {
    while (this.#leaving) await cancellation.wait(this.#leaving.catch(() => undefined));
    if (this.#opening) return cancellation.wait(this.#opening);
    if (this.#refusal) throw repeated(this.#refusal);
    return this.#usable() ?? cancellation.wait(this.#open(this.#current ? 'expiring' : 'first'));
  }

  #usable(): Session | undefined {
    const session = this.#current;
    const ready = session && !this.#opening && session.expiresAt - RENEW_EARLY_MS > this.now();
    return ready ? session : undefined;
  }

  /** The sign-in belongs to nobody's signal: its answer must arrive, so that the seat can be given back. */
  #open(occasion: SignInOccasion, mayLive = false): Promise<Session> {
    seatGuard.add(this.#holder);
    this.#opening = this.#signInAnew(occasion, mayLive).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #signInAnew(occasion: SignInOccasion, mayLive: boolean): Promise<Session> {
    const { clock } = this.#port;
    const startedAt = clock.now();
    // A token is renewed within the session that the cookies name; a password opens a new one.
    const byCookie = this.#signIn.kind === 'password';
    const jar = (byCookie ? undefined : this.#current?.jar) ?? new CookieJar();
    const ended = occasion === 'refused' ? this.#current : undefined;
    // A session that never let a call through may hold a seat nevertheless.
    if (byCookie && ended && (mayLive || !ended.proven)) await this.#port.signOut(ended).catch(() => undefined);
    try {
      const start = await this.#signIn.open(
        this.#port.signInPort(byCookie ? jar : new CookieJar(), ended?.authorization),
        occasion,
      );
      this.#current = new Session(clock.now(), start, jar);
      this.#port.tell('onSignIn', startedAt);
      return this.#current;
    } catch (error) {
      if (AcumaticaAuthError.is(error) && !AcumaticaSeatLimitError.is(error)) this.#refusal = error;
      if (occasion !== 'expiring') this.#drop();
      throw error;
    }
  }

  #drop(): void {
    this.#current = undefined;
    this.#unguard();
  }

  async #giveBack(budgetMs: number | undefined): Promise<void> {
    if (this.#opening) await this.#opening.catch(() => undefined);
    const aside = this.#aside;
    this.#aside = undefined;
    if (aside) await this.#port.signOut(aside, budgetMs).catch(() => undefined);
    const session = this.#current;
    if (!session) return;
    this.#current = undefined;
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

  #takesSeat({ proven }: Session): boolean {
    return this.#signIn.kind === 'password' || proven;
  }

  #unguard(): void {
    if (!this.#current && !this.#departing) seatGuard.remove(this.#holder);
  }
}

function repeated(refusal: AcumaticaAuthError): AcumaticaAuthError {
  const { message, status, operation, suggestions } = refusal;
  return new AcumaticaAuthError(`${message} It was not tried again; call signIn() once the cause is gone.`, {
    ...(status === undefined ? {} : { status }),
    ...(operation === undefined ? {} : { operation }),
    suggestions,
    cause: refusal,
  });
}
