import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerToken } from '../identity/bearer-token.js';
import { readCookies, signInCookies, writeCookies } from '../identity/session-cookies.js';
import { throttled } from '../identity/throttled-answer.js';
import { lengthRequired } from '../identity/sign-in.js';
import type { Instance } from '../instance.js';
import type { Control } from '../steering/control.js';
import type { SteeringRule } from '../steering/steering-rule.js';
import { answerOfRule } from '../steering/answer-of-rule.js';
import type { Answer } from './answer.js';
import { htmlPage, jsonAnswer, withHeaders } from './answer.js';
import type { Call } from './call.js';
import { MalformedTarget, readTarget } from './call.js';
import { pageNotFound, serverError } from './error-answers.js';
import { readBody } from './read-body.js';
import { RequestFault } from './request-fault.js';
import { route } from './route.js';
import { sendAnswer, sendHalf } from './send-answer.js';

/** Takes one request from the socket to its answer; never throws. */
export async function handleRequest(
  instance: Instance,
  request: IncomingMessage,
  response: ServerResponse,
  control?: Control,
): Promise<void> {
  try {
    await handle(instance, request, response, control);
  } catch {
    // The caller went away, or sent something that breaks HTTP itself: there is nobody left to answer.
    response.destroy();
  }
}

async function handle(
  instance: Instance,
  request: IncomingMessage,
  response: ServerResponse,
  control: Control | undefined,
): Promise<void> {
  const body = await readBody(request, instance.assume.maxBodyBytes);
  const call = readCall(request, instance.site, body);
  if (call === undefined) {
    sendAnswer(response, htmlPage(400, 'Bad Request', 'The request URL is invalid.'), emptyCall(request));
    return;
  }
  if (control !== undefined && call.segments[0] === '_simulator') {
    sendAnswer(response, answerControl(control, call), call);
    return;
  }
  const entry = instance.log.begin(call);
  const rule = instance.steering.take(call);
  if (rule?.delayMs !== undefined) await instance.clock.sleep(rule.delayMs);
  if (rule?.after === 'request') {
    cut(response, rule);
    return;
  }
  const answer = await answerCall(instance, call, request, body === undefined, rule);
  if (rule?.after === 'commit') {
    cut(response, rule);
    return;
  }
  entry.status = answer.status;
  if (rule?.after === 'half-body') sendHalf(response, answer, call);
  else sendAnswer(response, answer, call);
}

function answerControl(control: Control, call: Call): Answer {
  try {
    return control.answer(call);
  } catch (error) {
    if (error instanceof RequestFault) return error.answer;
    // What a caller of the store got wrong (an unknown entity or member) is told in so many words.
    return jsonAnswer(400, JSON.stringify({ message: error instanceof Error ? error.message : 'The request failed.' }));
  }
}

function cut(response: ServerResponse, rule: SteeringRule): void {
  const { socket } = response;
  if (rule.cut === 'reset' && socket !== null) socket.resetAndDestroy();
  else response.destroy();
}

async function answerCall(
  instance: Instance,
  call: Call,
  request: IncomingMessage,
  tooLarge: boolean,
  rule: SteeringRule | undefined,
): Promise<Answer> {
  const steered = rule === undefined ? undefined : answerOfRule(instance, rule);
  if (steered !== undefined) return withCookies(instance, call, steered);
  if (instance.replay !== undefined) return instance.replay.answer(call);
  if (tooLarge) return htmlPage(413, 'Request Entity Too Large', 'The request is larger than the server accepts.');
  const lengthless =
    request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined;
  if (call.method === 'POST' && lengthless) return lengthRequired();
  if (call.segments[0] === '/outside') return pageNotFound();
  try {
    return withCookies(instance, call, await routeInTurn(instance, call));
  } catch (error) {
    if (error instanceof RequestFault) return withCookies(instance, call, error.answer);
    return withCookies(
      instance,
      call,
      serverError('System.NullReferenceException', 'Object reference not set to an instance of an object.'),
    );
  }
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
    await instance.clock.sleep(instance.options.latencyMs ?? 0);
    return await route(instance, call);
  } finally {
    next?.();
    leave();
  }
}

/** Adds the cookies every answer of the application has. */
function withCookies(instance: Instance, call: Call, answer: Answer): Answer {
  if ('Set-Cookie' in answer.headers || call.session?.kind === 'basic') return answer;
  if (call.newSession === true && call.session !== undefined) {
    const site = { secure: instance.options.tls !== undefined, severalTenants: instance.tenants.size > 1 };
    return withHeaders(answer, { 'Set-Cookie': signInCookies(call, call.session, site, instance.clock.now()) });
  }
  if (call.segments[0]?.toLowerCase() === 'identity') return answer;
  const reads = call.method === 'GET' || call.method === 'HEAD';
  const cookies = reads ? readCookies(call.session) : writeCookies(call, call.session, instance.clock.now());
  return withHeaders(answer, { 'Set-Cookie': cookies });
}

function emptyCall(request: IncomingMessage): Call {
  const target = { path: '/', segments: [], search: '', query: new Map<string, string>() };
  return { method: request.method ?? 'GET', ...target, headers: request.headers, body: Buffer.alloc(0) };
}

/** The request below the site's folder; `undefined` when its address is not one. */
function readCall(request: IncomingMessage, site: string, body: Buffer = Buffer.alloc(0)): Call | undefined {
  const { method = 'GET', headers } = request;
  let target;
  try {
    target = readTarget(request.url ?? '/');
  } catch (error) {
    if (error instanceof MalformedTarget) return undefined;
    throw error;
  }
  const below = target.path.toLowerCase().startsWith(`${site.toLowerCase()}/`);
  const depth = site.split('/').length - 1;
  const path = below ? target.path.slice(site.length) : target.path;
  const segments = below ? target.segments.slice(depth) : ['/outside'];
  return { method, ...target, path, segments, headers, body };
}
