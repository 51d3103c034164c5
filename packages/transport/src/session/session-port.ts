import type { AcumaticaAuthError } from '@acurecord/errors';
import type { SignInPort } from '../auth/sign-in.js';
import type { Clock } from '../clock.js';
import type { CookieJar } from './cookie-jar.js';
import type { ExitSignOut } from './exit-sign-out.js';
import type { Session } from './session.js';

/** Why and how a session is opened. */
export interface SignInSettings {
  /** The `Authorization` header that the ERP answered with 401. */
  readonly refused?: string | undefined;
  /** Whether to try although the ERP has refused these credentials. @default false */
  readonly again?: boolean;
}

/** What sessions ask of the transport around them. */
export interface SessionPort {
  readonly clock: Clock;
  /** How long the process waits for the seat to be given back when it ends. */
  readonly exitGraceMs: number;
  /** Time for one request of signing in or out. */
  readonly timeoutMs: number;
  /** What the ERP said when it refused the account that signed in last, while that is remembered. */
  refusal(): AcumaticaAuthError | undefined;
  /** How a sign-in reaches the ERP; the cookies it gets go to `jar`. */
  signInPort(jar: CookieJar, settings?: SignInSettings): SignInPort;
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
