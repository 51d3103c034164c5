import { AcumaticaAuthError, AcumaticaError } from '@acurecord/errors';

/** What a refusal of the token endpoint means for those who asked. */
export type RefusedGrant = 'password' | 'authorization_code' | 'refresh_token';

/** The OAuth errors that a person mends on the page of the ERP. */
const CONSENT = new Set([
  'invalid_grant',
  'access_denied',
  'consent_required',
  'interaction_required',
  'login_required',
]);

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['invalid_client', 'Check clientId and clientSecret against the form Connected Applications (SM303010).'],
  ['unauthorized_client', 'Allow this flow for the application on the form Connected Applications (SM303010).'],
  ['invalid_scope', 'Check the scope: offline_access needs refresh tokens switched on for the application.'],
]);

/** An OAuth error code that an answer of the token endpoint named. */
export function oauthErrorOf(error: unknown): string | undefined {
  const code = AcumaticaError.is(error) ? error.context['oauthError'] : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether the token endpoint has refused: any 4xx, but for those that pass. */
export function isTokenRefusal(error: unknown): error is AcumaticaError {
  const status = AcumaticaError.is(error) ? (error.status ?? 0) : 0;
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}

/** Whether the refresh token, code or password itself was refused, so that it is of no use any more. */
export function isSpent(error: unknown): boolean {
  return isTokenRefusal(error) && oauthErrorOf(error) === 'invalid_grant';
}

/** A refusal in words that say whether a person has to allow the application again; other failures stay as they are. */
export function tokenRefusal(error: unknown, grant: RefusedGrant): unknown {
  if (!isTokenRefusal(error)) return error;
  const oauthError = oauthErrorOf(error) ?? '';
  const { message, status, operation, context } = error;
  const facts = { ...(status === undefined ? {} : { status }), ...(operation === undefined ? {} : { operation }) };
  if (grant === 'password' && oauthError === 'invalid_grant')
    return new AcumaticaAuthError(`${message} Check name and password.`, {
      ...facts,
      code: 'INVALID_CREDENTIALS',
      context,
      suggestions: ['Correct the credentials before you try again: the ERP locks accounts after several failures.'],
      cause: error,
    });
  const consent = grant !== 'password' && CONSENT.has(oauthError);
  return new AcumaticaAuthError(`${message} ${consent ? ALLOW_AGAIN : 'A new consent would not help.'}`, {
    ...facts,
    code: consent ? 'CONSENT_REQUIRED' : 'TOKEN_REFUSED',
    context,
    suggestions: [
      consent
        ? 'Send the person to authorizationUrl(…), and sign in with the code that comes back.'
        : (ADVICE.get(oauthError) ?? 'Check baseUrl, and what a proxy between could answer in place of the ERP.'),
    ],
    cause: error,
  });
}

const ALLOW_AGAIN = 'A person has to allow the application again.';
