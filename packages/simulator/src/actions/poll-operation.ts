import type { Answer } from '../server/answer.js';
import { noContent } from '../server/answer.js';
import type { EntityCall } from '../server/entity-call.js';
import { resourceNotFound, serverError } from '../server/error-answers.js';
import { runningAnswer } from './running-answer.js';

/** `GET …/Action/status/{id}`: 202 while it runs, 204 when it is done, an error with its message when it failed. */
export function pollOperation(call: EntityCall, id: string): Answer {
  const { instance, session } = call;
  const operation = instance.operations.poll(id, session.id);
  if (operation === undefined) throw resourceNotFound(instance, call.call.path);
  if (operation.state === 'running') return runningAnswer(instance, instance.site + call.call.path);
  if (operation.state === 'done') return noContent();
  const message = operation.failure ?? 'Operation failed';
  return serverError('PX.Data.PXInvalidOperationException', message, { status: instance.assume.failedPollStatus });
}
