import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../steering/simulator-clock.js';
import type { Session, SessionKind, SessionView } from './session.js';
import type { User } from './user.js';

/** Who a new session is for. */
export interface SessionOwner {
  readonly user: User;
  readonly tenant: string;
  readonly branch: string;
  readonly branchId: number;
  readonly kind: SessionKind;
  readonly refused?: boolean;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz012345';
const sessionId = (): string => Array.from(randomBytes(24), (byte) => alphabet[byte % 32]).join('');
const upperHex = (bytes: number): string => randomBytes(bytes).toString('hex').toUpperCase();

/** All live sessions of the instance. A session ends by sign-out or after standing idle for `idleMs`. */
export class SessionRegistry {
  readonly #clock: SimulatorClock;
  readonly #idleMs: number;
  readonly #byId = new Map<string, Session>();
  readonly #onEnd: (session: Session) => void;

  constructor(clock: SimulatorClock, idleMs: number, onEnd: (session: Session) => void = () => undefined) {
    this.#clock = clock;
    this.#idleMs = idleMs;
    this.#onEnd = onEnd;
  }

  open({ user, tenant, branch, branchId, kind, refused = false }: SessionOwner): Session {
    const now = this.#clock.now();
    const session: Session = {
      id: sessionId(),
      tickets: [{ text: upperHex(128), givenAt: now }],
      kind,
      user: user.name,
      tenant,
      branch,
      branchId,
      rights: { ...user.rights },
      startedAt: now,
      lastUsedAt: now,
      refused,
      requestPrefix: upperHex(12),
      requestCount: 1,
    };
    this.#byId.set(session.id, session);
    return session;
  }

  /** The session with this id, if it is still alive; touching it keeps it alive. */
  touch(id: string): Session | undefined {
    const session = this.#byId.get(id);
    if (session === undefined) return undefined;
    const now = this.#clock.now();
    if (now - session.lastUsedAt >= this.#idleMs) {
      this.end(session);
      return undefined;
    }
    session.lastUsedAt = now;
    return session;
  }

  /** Whether a ticket of a session is good still. */
  takes({ tickets }: Session, text: string | undefined): boolean {
    const now = this.#clock.now();
    return tickets.some((ticket) => ticket.text === text && now - ticket.givenAt < this.#idleMs);
  }

  /** A new ticket for a session whose newest has used up half of its time; `undefined` as long as that is fresh. */
  renewedTicket(session: Session): string | undefined {
    const now = this.#clock.now();
    const newest = session.tickets.at(-1);
    if (newest !== undefined && now - newest.givenAt < this.#idleMs / 2) return undefined;
    const ticket = { text: upperHex(128), givenAt: now };
    session.tickets = [...session.tickets.filter(({ givenAt }) => now - givenAt < this.#idleMs), ticket];
    return ticket.text;
  }

  end(session: Session): void {
    if (this.#byId.delete(session.id)) this.#onEnd(session);
  }

  /** Ends all sessions, or those of one user; says how many. */
  endAll(user?: string): number {
    const ending = this.live().filter((session) => user === undefined || session.user === user);
    for (const session of ending) this.end(session);
    return ending.length;
  }

  /** Sessions that have not ended by idleness yet. */
  live(): Session[] {
    const now = this.#clock.now();
    for (const session of this.#byId.values()) if (now - session.lastUsedAt >= this.#idleMs) this.end(session);
    return [...this.#byId.values()];
  }

  /** Seats taken by API users, of everybody or of one user. */
  seatsTaken(user?: string): number {
    const seated = this.live().filter((session) => session.kind !== 'basic' && !session.refused);
    return user === undefined ? seated.length : seated.filter((session) => session.user === user).length;
  }

  /** What tests may see. */
  view(): SessionView[] {
    return this.live().map(({ user, tenant, branch, kind, startedAt, lastUsedAt }) => ({
      user,
      tenant,
      branch,
      kind,
      startedAt: new Date(startedAt),
      lastUsedAt: new Date(lastUsedAt),
    }));
  }
}
