import { errorFromResponse } from '@acurecord/transport';
import { retryAfterMs } from '../../../packages/transport/src/response/retry-after.js';
import { errorBodyFrom } from '../../../packages/transport/src/response/error-body.js';
import { pathFromLink, siteFromBaseUrl } from '../../../packages/transport/src/request/site.js';
import { CookieJar } from '../../../packages/transport/src/session/cookie-jar.js';
import type { Reader } from './slow-shapes.js';

const PUT = { method: 'PUT', path: '/entity/Default/24.200.001/Customer/A' };
const site = siteFromBaseUrl('https://erp.example/Site');

function refusal(status: number, body: unknown, headers: Record<string, string> = {}): string {
  const error = errorFromResponse({ status, headers: new Map(Object.entries(headers)) as never }, body, PUT);
  return error.getDetailedMessage() + JSON.stringify(error);
}

/** What packages/transport reads of an answer: bodies of errors, headers, links and cookies. */
export const answerReaders: readonly Reader[] = [
  { name: 'the page of an error', read: (text) => refusal(503, text) },
  { name: 'the body of an error, cleaned', read: (text) => refusal(500, errorBodyFrom(text, ['aaaaaaab'])) },
  { name: 'a message of the ERP', read: (text) => refusal(500, errorBodyFrom(JSON.stringify({ message: text }), [])) },
  {
    name: 'a field that was refused',
    read: (text) =>
      refusal(422, errorBodyFrom(JSON.stringify({ [text]: { value: text, error: text } }), [text.slice(0, 40)])),
  },
  {
    name: 'an exception of the ERP',
    read: (text) =>
      refusal(500, {
        exceptionType: 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
        exceptionMessage: text,
      }),
  },
  {
    name: 'the target of a redirect',
    read: (text) => refusal(302, undefined, { location: `/Frames/Error.aspx?message=${text}` }),
  },
  { name: 'Location', read: (text) => refusal(302, undefined, { location: text }) },
  { name: 'Retry-After', read: (text) => retryAfterMs(new Map([['retry-after', text]]) as never, 0) },
  { name: 'a link of the ERP', read: (text) => pathFromLink(site, text) },
  { name: 'a base URL', read: (text) => siteFromBaseUrl(`https://erp.example/${text}`) },
  { name: 'Set-Cookie', read: (text) => new CookieJar().store([text, `a=${text}`], 0) },
];
