import { cannotOptimizeType } from '../filter/filter-error.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError } from '../server/error-answers.js';
import type { ReadPlan } from './read-plan.js';
import { ownValue } from '../store/own-value.js';

/**
 * Some fields come from views that cannot be read as one query: a list that shows one of them fails, and names it;
 * with a `$select` that leaves them out the list works. Inquiries cannot be listed at all.
 * @throws RequestFault 500 CannotOptimizeException
 */
export function refuseUnoptimised({ entity, instance }: EntityCall, plan: ReadPlan): void {
  const slow = ownValue(instance.options.cannotOptimize, entity.name) ?? [];
  const shown = plan.members.map(({ name }) => name);
  const culprits = entity.isInquiry ? shown : slow.filter((field) => shown.includes(field));
  if (culprits.length === 0 && !entity.isInquiry) return;
  const lines = culprits.map((field) => `${field}: View Filter has BQL delegate\r\n`).join('');
  throw businessError(
    `Optimization cannot be performed.The following fields cause the error:\r\n${lines}`,
    cannotOptimizeType,
  );
}
