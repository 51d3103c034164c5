import { AcumaticaConfigError } from '@acurecord/errors';
import { checkSignedIn } from './check-signed-in.js';
import { PasswordSource } from './password-source.js';
import type { SignIn, SignInPort } from './sign-in.js';

/** Where a password signs in. */
export const SIGN_IN_PATH = '/entity/auth/login';

/** Credentials for a sign-in by cookies. */
export interface PasswordCredentials {
  readonly username: string;
  /** A function is asked at each sign-in, and once more where the ERP refuses what it gave, as after a password was changed in a vault. */
  readonly password: string | (() => string | Promise<string>);
  /** Login name of the tenant; without it the ERP chooses its default one. */
  readonly tenant?: string;
  /** Login name of the branch; without it the ERP chooses the user's default one. */
  readonly branch?: string;
  readonly locale?: string;
}

/** Signs in by name and password; the ERP answers with the cookies of a session, which takes one API seat. */
export function passwordSignIn(credentials: PasswordCredentials): SignIn {
  const { username, password, tenant = '', branch, locale } = credentials;
  const missing = Object.entries({ username, password }).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw new AcumaticaConfigError(`Signing in needs ${missing.join(' and ')}.`, { missing });
  const given = Object.entries({ tenant, branch, locale }).filter(([, value]) => value !== undefined && value !== '');
  const source = new PasswordSource(password);
  const use = <R>(port: SignInPort, text: string, work: (known: boolean) => Promise<R>): Promise<R> =>
    port.asAccount([username.toLowerCase(), text, tenant.toLowerCase()], work);
  return {
    kind: 'password',
    open: (port) =>
      source.each('anew', (text) =>
        use(port, text, () => signIn(port, { name: username, password: text, ...Object.fromEntries(given) })),
      ),
    // A name with a colon cannot be told from the password in this header.
    ...(!username.includes(':') && {
      basic: (port, send) =>
        source.each('last', (text) => use(port, text, (known) => send(`Basic ${basicOf(username, text)}`, known))),
    }),
    secrets: () => source.known.flatMap((text) => [text, basicOf(username, text)]),
  };
}

async function signIn(port: SignInPort, json: object): Promise<Record<never, never>> {
  checkSignedIn(
    await port.send({ method: 'POST', path: SIGN_IN_PATH, json, operation: 'Sign-in', responseType: 'text' }),
  );
  return {};
}

function basicOf(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}
