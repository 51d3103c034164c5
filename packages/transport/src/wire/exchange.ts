import { AcumaticaConnectionError, AcumaticaError } from '@acurecord/errors';
import { bodyFromAnswer } from '../response/body-from-answer.js';
import { errorBodyFrom } from '../response/error-body.js';
import { errorFromResponse } from '../response/error-from-response.js';
import type { Clock } from '../clock.js';
import type { Counters } from '../observe/counters.js';
import type { Next } from '../pipeline/policy.js';
import type { Call } from '../request/call.js';
import { lengthOf, openBody } from '../request/open-body.js';
import { CookieJar } from '../session/cookie-jar.js';
import { credentialsOf } from '../session/session.js';
import type { Session } from '../session/session.js';
import { connectionErrorFrom } from './failure.js';
import { readBody } from './read-body.js';
import type { Wire, WireRequest, WireResponse } from './wire.js';

/** Error pages are read so far and no further. */
const MAX_ERROR_BYTES = 4 * 1024 * 1024;

/** What the last stage needs. */
export interface ExchangeSettings {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly counters: Counters;
  readonly maxResponseBytes: number;
  /** Values that no error may repeat, should the server do so. */
  readonly secrets: () => readonly string[];
}

/** The last stage: one request on the wire, its answer read and judged. */
export function createExchange(settings: ExchangeSettings): Next {
  const { wire, clock, counters } = settings;
  return async (call) => {
    const request = wireRequest(call);
    try {
      const answer = await wire.exchange(request);
      counters.bytesSent += lengthOf(call.body) ?? 0;
      const jar = call.session?.jar ?? new CookieJar();
      jar.store(answer.cookies, clock.now());
      if (call.session && answer.status !== 401 && provesSession(call.session, call.path)) call.session.proven = true;
      const secrets = (): readonly string[] => [...settings.secrets(), ...jar.secrets];
      if (answer.status >= 200 && answer.status < 300) {
        const { status, headers } = answer;
        return { status, headers, url: call.url, body: await bodyFromAnswer(answer, call, { ...settings, secrets }) };
      }
      throw await refusal(answer, call, clock.now(), secrets());
    } catch (error) {
      const failure = AcumaticaError.is(error) ? error : connectionErrorFrom(error, call.operation);
      if (call.session && mayHaveArrived(failure, call)) call.session.touched = true;
      throw failure;
    }
  };
}

function mayHaveArrived(failure: AcumaticaError, { cancellation }: Call): boolean {
  if (cancellation.reason) return cancellation.sent;
  return AcumaticaConnectionError.is(failure) && failure.context['sent'] !== false;
}

/** Lists of endpoints and their documents are for everybody; a token opens a session even there. */
function provesSession({ authorization }: Session, path: string): boolean {
  return authorization !== undefined || !/^\/entity\/?(\?|$)|\/swagger\.json(\?|$)/i.test(path);
}

function wireRequest({ method, url, headers, body, cancellation, session }: Call): WireRequest {
  const carried = session ? { ...headers, ...credentialsOf(session) } : { ...headers };
  return { method, url, headers: carried, body: openBody(body), cancellation };
}

async function refusal(
  { status, headers, body }: WireResponse,
  call: Call,
  receivedAt: number,
  secrets: readonly string[],
): Promise<AcumaticaError> {
  const bytes = await readBody(body, MAX_ERROR_BYTES).catch(() => Buffer.alloc(0));
  return errorFromResponse({ status, headers, receivedAt, secrets }, errorBodyFrom(bytes.toString(), secrets), call);
}
