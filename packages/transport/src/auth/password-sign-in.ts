import { AcumaticaConfigError } from '@acurecord/errors';
import type { SignIn, SignInPort } from './sign-in.js';

/** Where a password signs in. */
export const SIGN_IN_PATH = '/entity/auth/login';

/** Credentials for a sign-in by cookies. */
export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
  /** Login name of the tenant; without it the ERP chooses its default one. */
  readonly tenant?: string;
  /** Login name of the branch; without it the ERP chooses the user's default one. */
  readonly branch?: string;
  readonly locale?: string;
}

/** Signs in by name and password; the ERP answers with the cookies of a session, which takes one API seat. */
export function passwordSignIn(credentials: PasswordCredentials): SignIn {
  const { username, password, tenant, branch, locale } = credentials;
  const missing = Object.entries({ username, password }).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw new AcumaticaConfigError(`Signing in needs ${missing.join(' and ')}.`, { missing });
  const optional = Object.entries({ tenant, branch, locale }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const json = { name: username, password, ...Object.fromEntries(optional) };
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    kind: 'password',
    open: async (port: SignInPort) => {
      await port.send({ method: 'POST', path: SIGN_IN_PATH, json, operation: 'Sign-in', responseType: 'text' });
      return {};
    },
    // A name with a colon cannot be told from the password in this header.
    ...(username.includes(':') ? {} : { basic: () => `Basic ${basic}` }),
    secrets: () => [password, basic],
  };
}
