import { shown } from './fact.js';
import type { Facts } from './fact.js';

/** OAuth 2.0 and OpenID Connect. */
export const tokenFacts: Facts = {
  '3': [
    shown(
      'C',
      'Connected application types',
      'the flows, PKCE at will, nothing for an application alone',
      '§3 tokens come for a password, and a refresh token only with offline_access, an id token with openid',
      '§3 a code needs a verifier only if it was asked for with a challenge, and then the right one',
      '§3 a browser is sent back with tokens by the implicit flow, with code and id token by the hybrid one',
      '§3 an application may be kept to some flows',
      '§3 tokens do not come for client credentials',
    ),
    shown(
      'C',
      '<GUID>@<TenantName>',
      'the tenant is in the id of the application',
      '§3 the tenant comes from the id of the application',
    ),
    shown(
      'C',
      'form-urlencoded',
      'the endpoint for tokens takes forms',
      '§3 tokens come for a password, and a refresh token only with offline_access, an id token with openid',
    ),
    shown(
      '',
      'grant_type=password',
      'by password, with a secret or an assertion',
      '§3 tokens come for a password, and a refresh token only with offline_access, an id token with openid',
      '§3 an assertion signed by the application stands for its secret',
    ),
    shown(
      '',
      'grant_type=authorization_code',
      'by code, with its verifier',
      '§3 tokens come for a code with its PKCE verifier, once',
      '§3 a code needs a verifier only if it was asked for with a challenge, and then the right one',
    ),
    shown('', 'grant_type=refresh_token', 'by refresh token', '§3 tokens rotate: a refresh token works once'),
    shown(
      'C',
      'expires_in',
      'what an answer has, and when',
      '§3 tokens come for a password, and a refresh token only with offline_access, an id token with openid',
      '§3 tokens end: access after an hour, refresh as the application says',
    ),
    shown(
      'C',
      'Scopes',
      'the scopes there are',
      '§3 the scopes are api, concurrent access, offline access and those about the user',
    ),
    shown(
      'C',
      'serialises the calls',
      'one session in turn, or many by cookies',
      '§3 sessions of tokens are one for the scope api',
      '§3 sessions of tokens carry out the calls of an api token one after the other',
      '§3 sessions of tokens are kept by cookies for api:concurrent_access',
      '§3 each session of api:concurrent_access is signed out by its own cookies',
    ),
    shown(
      'C',
      'Refresh tokens',
      'they rotate, and live as the application says',
      '§3 tokens rotate: a refresh token works once',
      '§3 tokens end: access after an hour, refresh as the application says',
      '§3 a refresh token lives thirty days unless the application says otherwise',
      '§3 a refresh token that slides lives from its last use',
      '§3 tokens refuse offline_access for an application without refresh tokens',
    ),
    shown(
      'C',
      'invalid_client',
      'the errors of wrong credentials',
      '§3 tokens do not come for a wrong password',
      '§3 tokens do not come for a wrong secret',
    ),
    shown(
      'C',
      'never follow redirects',
      'no free seat for a token: the first call is redirected',
      '§3 sessions of tokens that find no seat are redirected to the error page by the first call',
      'broken things §5.9 a broken endpoint sends all calls of its tenant to the error page',
    ),
  ],
};
