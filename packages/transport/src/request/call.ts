import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { Session } from '../session/session.js';
import type { SessionKind } from '../session/session-kind.js';
import type { RequestBody, ResponseType } from '../transport-request.js';

/**
 * How often a call may reach the ERP: `read` changes nothing, `repeatable` leaves the same state however often it
 * runs (a keyed PUT, a DELETE), `once` could make a second document.
 */
export type Repeatability = 'read' | 'repeatable' | 'once';

/** A request made ready: every decision that needs no network is taken. It passes through the policies unchanged. */
export interface Call {
  /** Tells it from every other call of this process; repetitions keep it. */
  readonly id: number;
  readonly method: string;
  /** Path and query below the base URL. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody | undefined;
  readonly repeatability: Repeatability;
  readonly timeoutMs: number;
  /** The higher one goes first where calls wait for their turn. */
  readonly priority: number;
  /** Cut when the caller gives up, the time is over, or the transport closes. */
  readonly cancellation: CancellationScope;
  readonly responseType: ResponseType;
  readonly parseJson: (text: string) => unknown;
  /** For messages, such as `PUT /entity/Default/24.200.001/Customer`. */
  readonly operation: string;
  readonly entity: string | undefined;
  readonly entityId: string | undefined;
  /** What part it plays: `sign-in` and `sign-out` pass no session policy. */
  readonly purpose: 'call' | 'sign-in' | 'sign-out';
  /** Which try it is, from 1. */
  readonly attempt: number;
  /** Which session it asks for. */
  readonly sessionKind: SessionKind;
  /** The session whose cookies it carries; the sign-in policy fills it in. */
  readonly session: Session | undefined;
}
