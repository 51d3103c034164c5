import type { Answer } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { serverError } from '../server/error-answers.js';
import { doneAnswer, recordAddress, runningAnswer } from './running-answer.js';

/**
 * `GET …/Action/status/{id}`: 202 while it runs, 204 with the address of the record when it is done, an error with its
 * message when it failed. An id that is no operation of the session is "done" as well, and its record cannot be told.
 */
export function pollOperation(call: EntityCall, id: string): Answer {
  const { instance, session } = call;
  const operation = instance.operations.poll(id, session.id);
  if (operation === undefined) return doneAnswer(instance, recordAddress(call, undefined));
  if (operation.state === 'running') return runningAnswer(instance, instance.site + call.call.path);
  if (operation.state === 'done') return doneAnswer(instance, operation.record ?? recordAddress(call, undefined));
  const message = operation.failure ?? 'Operation failed';
  return serverError('PX.Data.PXInvalidOperationException', message, { status: instance.assume.failedPollStatus });
}
