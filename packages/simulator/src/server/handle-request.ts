import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instance } from '../instance.js';
import { answerOfRule } from '../steering/answer-of-rule.js';
import type { Control } from '../steering/control.js';
import type { SteeringRule } from '../steering/steering-rule.js';
import type { Answer } from './answer.js';
import { htmlPage, jsonAnswer } from './answer.js';
import { answerCall, withCookies } from './answer-call.js';
import type { Call } from './call.js';
import { pageNotFound } from './error-answers.js';
import { readBody } from './read-body.js';
import { emptyCall, readCall } from './read-call.js';
import { RequestFault } from './request-fault.js';
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
  const answer = await steeredAnswer(instance, call, rule, () =>
    answerCall(instance, call, body === undefined, (fault) => (entry.fault = fault)),
  );
  if (answer === undefined) {
    cut(response, rule);
    return;
  }
  entry.status = answer.status;
  if (rule?.after === 'half-body') sendHalf(response, answer, call);
  else sendAnswer(response, answer, call);
}

/** The answer under a rule: the rule's own or the real one; `undefined` when the connection is to be cut. */
async function steeredAnswer(
  instance: Instance,
  call: Call,
  rule: SteeringRule | undefined,
  real: () => Promise<Answer>,
): Promise<Answer | undefined> {
  if (rule === undefined) return real();
  if (rule.delayMs !== undefined) await instance.clock.sleep(rule.delayMs);
  if (rule.after === 'request') return undefined;
  const own = answerOfRule(instance, rule);
  const done = own === undefined || rule.after === 'commit' ? await real() : undefined;
  if (own !== undefined) return withCookies(instance, call, own);
  return rule.after === 'commit' ? undefined : done;
}

function answerControl(control: Control, call: Call): Answer {
  // A page whose name was pointed at this machine is still not on it.
  if (!/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(call.headers.host ?? '')) return pageNotFound();
  try {
    return control.answer(call);
  } catch (error) {
    if (error instanceof RequestFault) return error.answer;
    // What a caller of the store got wrong (an unknown entity or member) is told in so many words.
    return jsonAnswer(400, JSON.stringify({ message: error instanceof Error ? error.message : 'The request failed.' }));
  }
}

function cut(response: ServerResponse, rule: SteeringRule | undefined): void {
  const { socket } = response;
  if (rule?.cut === 'reset' && socket !== null) socket.resetAndDestroy();
  else response.destroy();
}
