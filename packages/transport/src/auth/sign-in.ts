import type { Clock } from '../clock.js';
import type { SessionStart } from '../session/session.js';
import type { TransportRequest } from '../transport-request.js';
import type { TransportResponse } from '../transport-response.js';

/** What a way of signing in works with. */
export interface SignInPort {
  /** Sends a request of the sign-in itself; cookies that come back belong to the new session. */
  send(request: TransportRequest): Promise<TransportResponse>;
  readonly clock: Clock;
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
   * @throws AcumaticaAuthError when the ERP refuses; it is then not called again until someone asks for it
   */
  open(port: SignInPort, occasion: SignInOccasion): Promise<SessionStart>;
  /**
   * The `Authorization` header by name and password, for OData addresses that take no session's cookies: some sites answer
   * them with 401. Absent where there is no password.
   */
  readonly basic?: () => string;
  /** Values to hide wherever they could appear. */
  secrets(): readonly string[];
}
