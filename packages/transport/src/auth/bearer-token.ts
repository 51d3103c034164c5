import { AcumaticaAuthError } from '@acurecord/errors';
import type { SignIn, SignInOccasion } from './sign-in.js';

/**
 * Uses tokens that the application gets elsewhere. `token` is asked before the first call, and again after a 401 with
 * `occasion` `'refused'`, then for another one than it gave before.
 */
export function bearerToken(token: (occasion: SignInOccasion) => string | Promise<string>): SignIn {
  let last = '';
  return {
    kind: 'bearer',
    open: async (_port, occasion) => {
      last = await token(occasion);
      if (typeof last !== 'string' || !/^[\x21-\x7e]+$/.test(last))
        throw new AcumaticaAuthError('bearerToken got no token that could be sent.');
      return { authorization: `Bearer ${last}` };
    },
    secrets: () => [last],
  };
}
