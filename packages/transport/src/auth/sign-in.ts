import type { Clock } from '../clock.js';
import type { SessionStart } from '../session/session.js';
import type { TransportRequest } from '../transport-request.js';
import type { TransportResponse } from '../transport-response.js';

/** What a way of signing in works with. */
export interface SignInPort {
  /** Sends a request of the sign-in itself; cookies that come back belong to the new session. */
  send(request: TransportRequest): Promise<TransportResponse>;
  readonly clock: Clock;
  /**
   * Does the one thing for which the ERP may refuse an account: where it has refused these credentials before, in any transport of this
   * process, nothing is sent, since it locks accounts. `credentials` are user, password and tenant; a digest of them is kept. `known` tells
   * whether they were accepted since.
   *
   * @throws AcumaticaAuthError, the one of then
   */
  asAccount<R>(credentials: readonly string[], work: (known: boolean) => Promise<R>): Promise<R>;
  /** The `Authorization` header that the ERP answered with 401, where that is why a session is opened. */
  readonly refused: string | undefined;
}

/** Why a session is opened: for the first time, because a token runs out, or because the ERP answered 401. */
export type SignInOccasion = 'first' | 'expiring' | 'refused';

/**
 * A way of signing in: `passwordSignIn`, `bearerToken` or `oauth`. It holds secrets, and prints none of them.
 */
export interface SignIn {
  readonly kind: 'password' | 'bearer' | 'oauth';
  /**
   * Opens a session, or renews it; called by one caller at a time.
   * @throws AcumaticaAuthError when the ERP refuses
   */
  open(port: SignInPort, occasion: SignInOccasion): Promise<SessionStart>;
  /**
   * Sends something with the `Authorization` header by name and password, for addresses that take no session of the API. `known` as in
   * `asAccount`. Absent where there is no password.
   */
  readonly basic?: <R>(port: SignInPort, send: (authorization: string, known: boolean) => Promise<R>) => Promise<R>;
  /** Values to hide wherever they could appear. */
  secrets(): readonly string[];
}
