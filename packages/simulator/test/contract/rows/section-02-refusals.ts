import { shown } from './fact.js';
import type { Facts } from './fact.js';

/** Why a sign-in fails. */
export const refusalFacts: Facts = {
  '2.3': [
    shown(
      'C',
      'Wrong name/password',
      'wrong credentials: 500 with its text, its stack and four kinds of cookies',
      '§2.3 a failed sign-in answers a wrong password with 500 and still sets four kinds of cookies',
    ),
    shown(
      'C',
      'Account locked',
      'a locked account refuses the right password too',
      '§2.3 a failed sign-in locks the account after repeats, even for the right password',
    ),
    shown(
      'C',
      'newPassword',
      'a first password cannot be changed by a program',
      '§2.3 a failed sign-in refuses a user who must change the password in the browser',
    ),
    shown(
      'C',
      'Unknown tenant',
      'an unknown tenant among several',
      '§2.3 a failed sign-in answers an unknown tenant among several with PXUndefinedCompanyException',
    ),
    shown(
      'C',
      'Tenant omitted',
      'no tenant is the default one',
      '§2.3 a failed sign-in takes an omitted or empty tenant as the default one',
    ),
    shown(
      'C',
      'exactly one tenant',
      'any name leads to the only tenant',
      '§2.3 a failed sign-in takes any tenant name where there is exactly one',
    ),
    shown(
      'C',
      'app recycle',
      'a tenant made while the server runs leads to the default one',
      '§2.3 a tenant that was made while the server ran takes the sign-in and works in the default one without a word',
    ),
    shown(
      'CL',
      'API users limit reached',
      'no free seat, of the licence and of the user, with the stack of the check',
      '§2.3 a failed sign-in refuses one session too many in the form licence',
      '§2.3 a failed sign-in refuses one session too many in the form user',
      "§2.3 a failed sign-in keeps a user to the user's own ceiling",
      '§12 the stack of an error §2.3 leads to the check of the licence where no seat is free',
    ),
    shown(
      'C',
      'documentation view',
      'no free seat as the guide has it',
      '§2.3 a failed sign-in refuses one session too many in the form 429',
    ),
    shown(
      'L',
      'alternative observed',
      'no free seat, told by the calls',
      '§2.3 a failed sign-in may let a session too many in and refuse its calls with 401',
    ),
    shown(
      'C',
      'without `Content-Length`',
      'a POST without its length',
      '§2.3 a failed sign-in answers a POST without length with the 411 page of the web server',
      '§12 411: a POST without its length',
    ),
  ],
};
