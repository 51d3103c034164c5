import { AcumaticaAuthError } from '@acurecord/errors';
import type { SignIn } from '../auth/sign-in.js';
import type { Next } from '../pipeline/policy.js';
import type { Call } from '../request/call.js';
import type { TransportResponse } from '../transport-response.js';
import { CookieJar } from './cookie-jar.js';
import { Session } from './session.js';
import type { SessionPort } from './session-port.js';

/**
 * The session by name and password, for addresses that do not take that of the API. It is an ordinary user's, which takes no API seat, and
 * lives as long as its cookies are kept.
 */
export class BasicSession {
  readonly #signIn: SignIn;
  readonly #port: SessionPort;
  #session: Session | undefined;
  /** Whether it was of use where the session of the API was refused, so that it is taken from the start. */
  preferred = false;

  constructor(signIn: SignIn, port: SessionPort) {
    this.#signIn = signIn;
    this.#port = port;
  }

  /** Whether the way to sign in has a password to send. */
  get possible(): boolean {
    return this.#signIn.basic !== undefined;
  }

  /** The session, once the ERP has opened one. */
  get open(): Session | undefined {
    return this.#session?.jar.header === '' ? undefined : this.#session;
  }

  /** Gives the session up, for its sign-out. */
  take(): Session | undefined {
    const { open } = this;
    this.#session = undefined;
    return open;
  }

  /** Sends a call with it. @throws AcumaticaAuthError where the site takes no password either */
  async send(call: Call, next: Next): Promise<TransportResponse> {
    const { basic } = this.#signIn;
    if (!basic)
      throw new AcumaticaAuthError(`${call.operation} needs name and password.`, { operation: call.operation });
    return basic(this.#port.signInPort(new CookieJar()), (authorization, known) => {
      const session = this.#sessionOf(authorization);
      return next({ ...call, session }).catch((error: unknown) => {
        throw known ? error : refusalFrom(error);
      });
    });
  }

  #sessionOf(authorization: string): Session {
    if (this.#session?.authorization !== authorization)
      this.#session = new Session(this.#port.clock.now(), { authorization });
    return this.#session;
  }
}

/** A 401 to a password that nothing vouches for is a wrong password. */
function refusalFrom(error: unknown): unknown {
  if (!AcumaticaAuthError.is(error) || error.status !== 401) return error;
  const { message, status, operation } = error;
  return new AcumaticaAuthError(`${message} Most likely name or password are wrong.`, {
    code: 'INVALID_CREDENTIALS',
    status,
    ...(operation === undefined ? {} : { operation }),
    suggestions: ['Check name and password: the ERP locks accounts after several failures.'],
    cause: error,
  });
}
