import { AcumaticaServerError } from '@acurecord/errors';
import { NO_SITE } from '../response/no-site.js';
import { faultFromBody } from '../response/fault.js';
import type { ResponseHeaders, TransportResponse } from '../transport-response.js';

/** @throws AcumaticaServerError for an answer of success that opens no session, such as the page of a proxy, or of another site */
export function checkSignedIn({ status, headers, body }: TransportResponse): void {
  const text = typeof body === 'string' ? body.trimStart() : '';
  if (text.startsWith('<')) throw notTheApi(status, `a page: ${faultFromBody(text).text}`);
  if (!opensSession(headers)) throw notTheApi(status, 'no cookies of a session');
}

function opensSession(headers: ResponseHeaders): boolean {
  const parts = (headers.get('set-cookie') ?? '').split(/[,;]/).map((part) => part.split('=', 2));
  return parts.some(([name = '', value = '']) => value !== '' && /auth|session/i.test(name));
}

function notTheApi(status: number, what: string): AcumaticaServerError {
  return new AcumaticaServerError(`Sign-in was answered with ${status} and ${what}. This is not the API of the ERP.`, {
    code: 'NOT_THE_API',
    status,
    operation: 'Sign-in',
    suggestions: [NO_SITE, 'A proxy or a sign-in page of the network may have answered in its place.'],
  });
}
