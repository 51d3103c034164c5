import { isSince } from '../instance.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';

/**
 * While a long operation runs, its session cannot do anything else with the form: 409 since 25R2; before, only
 * another action is refused.
 * @throws RequestFault
 */
export function refuseBusyForm({ instance, session, entity, call }: EntityCall): void {
  if (instance.operations.busy(session.id, entity.name) === undefined) return;
  if (isSince(instance.release, '25R2')) throw new RequestFault({ status: 409, headers: {}, body: '' });
  if (call.method === 'POST') throw businessError('The previous operation has not been completed yet.');
}
