import { cannotOptimizeType } from '../filter/filter-error.js';
import type { EntityCall } from '../server/entity-call.js';
import { businessError } from '../server/error-answers.js';
import type { ReadPlan } from './read-plan.js';
import type { Release } from '../simulator-options.js';
import { ownValue } from '../store/own-value.js';

/** Collections of known forms that keep a list from being one query, and what the ERP says of their fields. */
const slowCollections: Readonly<
  Record<string, { readonly member: string; readonly reason: (release: Release) => string }>
> = {
  Payment: {
    member: 'ApplicationHistory',
    reason: (release) => `View ${release >= '22R1' ? 'ARPost' : 'Adjustments_History'} has BQL delegate`,
  },
};

/**
 * Some fields come from views that cannot be read as one query: a list that shows one of them fails, and names it;
 * with a `$select` that leaves them out the list works, or record by record (`PX-CbApiBehavior: NOTOPTIMIZE`). Inquiries
 * cannot be listed at all.
 * @throws RequestFault 500 CannotOptimizeException
 */
export function refuseUnoptimised({ call, entity, instance }: EntityCall, plan: ReadPlan): void {
  const behaviour = String(call.headers['px-cbapibehavior'] ?? '').toUpperCase();
  const isPatient = behaviour !== 'FASTFAIL' && instance.assume.slowLists === 'each';
  if (!entity.isInquiry && (behaviour === 'NOTOPTIMIZE' || isPatient)) return;
  const slow = ownValue(instance.options.cannotOptimize, entity.name) ?? [];
  const shown = plan.members.map(({ name }) => name);
  const culprits = (entity.isInquiry ? shown : slow.filter((field) => shown.includes(field))).map(
    (field) => `${field}: View Filter has BQL delegate`,
  );
  culprits.push(...slowRows(entity.name, call.query.get('$select') ?? '', plan, instance.release));
  if (culprits.length === 0 && !entity.isInquiry) return;
  const lines = culprits.map((line) => `${line}\r\n`).join('');
  throw businessError(
    `Optimization cannot be performed.The following fields cause the error:\r\n${lines}`,
    cannotOptimizeType,
  );
}

/** What is said of a collection that is known to be slow, where fields of it are selected. */
function slowRows(entity: string, select: string, { members }: ReadPlan, release: Release): string[] {
  const slow = ownValue(slowCollections, entity);
  if (slow === undefined || !select.toLowerCase().includes(`${slow.member.toLowerCase()}/`)) return [];
  const fields = members.find(({ name }) => name === slow.member)?.plan?.members ?? [];
  return fields.map(({ name }) => `${slow.member}/${name}: ${slow.reason(release)}`);
}
