import type { Rights } from './user.js';

/** How a session came to be; cookie and bearer sessions take a seat for API users. */
export type SessionKind = 'cookie' | 'bearer' | 'basic';

/** What a caller shows to be let in again. */
export interface Ticket {
  readonly text: string;
  readonly givenAt: number;
}

/** One live session: what it was signed in with and what it may do, as it was at sign-in. */
export interface Session {
  /** The `ASP.NET_SessionId`. */
  readonly id: string;
  /** The `.ASPXAUTH` tickets, the newest last; each is good for as long as a session may stand idle. */
  tickets: readonly Ticket[];
  readonly kind: SessionKind;
  readonly user: string;
  readonly tenant: string;
  readonly branch: string;
  readonly branchId: number;
  /** Rights of the user when the session began; later changes need a new sign-in. */
  readonly rights: Rights;
  readonly startedAt: number;
  lastUsedAt: number;
  /** Signed in although no seat was free: every call is refused. */
  readonly refused: boolean;
  /** Names shown in place of ids of records that have none of their own. */
  readonly requestPrefix: string;
  requestCount: number;
}

/** What a test may see of a session; the secrets stay inside. */
export interface SessionView {
  readonly user: string;
  readonly tenant: string;
  readonly branch: string;
  readonly kind: SessionKind;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
}
