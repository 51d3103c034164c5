import { bearerToken } from '../identity/bearer-token.js';
import { readCookies, renewalCookies, writeCookies } from '../identity/session-cookies.js';
import type { CookieMoment } from '../identity/session-cookies.js';
import { cookieMoment, lengthRequired, newSessionCookies } from '../identity/sign-in.js';
import { throttled } from '../identity/throttled-answer.js';
import type { Instance } from '../instance.js';
import type { Answer } from './answer.js';
import { htmlPage, withHeaders } from './answer.js';
import type { Call } from './call.js';
import { pageNotFound, serverError, withInnerCause } from './error-answers.js';
import { RequestFault } from './request-fault.js';
import { route } from './route.js';

/**
 * Finds the answer to a request.
 * @param tooLarge The body was longer than the server takes, and is missing.
 * @param onFault Told of an error of the simulator's own; the caller gets the ERP's usual excuse.
 */
export async function answerCall(
  instance: Instance,
  call: Call,
  tooLarge: boolean,
  onFault: (error: unknown) => void,
): Promise<Answer> {
  if (instance.replay !== undefined) return instance.replay.answer(call);
  if (tooLarge) return htmlPage(413, 'Request Entity Too Large', 'The request is larger than the server accepts.');
  const { headers } = call;
  const lengthless = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
  if (call.method === 'POST' && lengthless) return lengthRequired();
  if (call.segments[0] === '/outside') return pageNotFound();
  try {
    return withCookies(instance, call, toldBy(instance, await routeInTurn(instance, call)));
  } catch (error) {
    if (error instanceof RequestFault) return withCookies(instance, call, toldBy(instance, error.answer));
    onFault(error);
    const excuse = 'Object reference not set to an instance of an object.';
    return withCookies(instance, call, serverError('System.NullReferenceException', excuse));
  }
}

/** An error as it is assumed to be told. */
function toldBy({ assume }: Instance, answer: Answer): Answer {
  return assume.errorCause === 'inner' && answer.status === 500 ? withInnerCause(answer) : answer;
}

/** Lets the request in when the licence allows; a sign-out never waits. */
async function routeInTurn(instance: Instance, call: Call): Promise<Answer> {
  if (/\/entity\/auth\/logout\/?$/i.test(call.path)) return route(instance, call);
  const leave = await instance.turnstile.enter();
  if (leave === undefined) return throttled(instance);
  const token = bearerToken(call);
  const isSerial =
    token !== undefined && instance.tokens.access(token)?.scope.includes('api:concurrent_access') === false;
  const next = isSerial ? await instance.serialTurns.enter(token) : undefined;
  try {
    await instance.clock.sleep(instance.steering.latencyMs);
    return await route(instance, call);
  } finally {
    next?.();
    leave();
  }
}

/** Adds the cookies every answer of the application has. */
export function withCookies(instance: Instance, call: Call, answer: Answer): Answer {
  if ('Set-Cookie' in answer.headers) return answer;
  if (call.newSession === true && call.session !== undefined) {
    return withHeaders(answer, { 'Set-Cookie': newSessionCookies(instance, call, call.session) });
  }
  if (call.segments[0]?.toLowerCase() === 'identity') return answer;
  const reads = call.method === 'GET' || call.method === 'HEAD';
  const moment = cookieMoment(instance);
  const cookies = reads ? readCookies(call.session) : writeCookies(call, call.session, moment);
  return withHeaders(answer, { 'Set-Cookie': [...renewed(instance, call, moment), ...cookies] });
}

/** The ticket of a session is renewed in its middle, whatever it was asked. */
function renewed({ sessions }: Instance, { session }: Call, moment: CookieMoment): string[] {
  const ticket = session?.kind === 'cookie' ? sessions.renewedTicket(session) : undefined;
  return ticket === undefined ? [] : renewalCookies(ticket, moment);
}
