import type { EntityCall } from '../server/entity-call.js';
import { businessError } from '../server/error-answers.js';
import type { ReadPlan } from './read-plan.js';

/** A field of the form that shows an attribute. */
const attribute = /^Attribute./;

/**
 * A list that asks for an attribute which the form no longer has fails as a whole. The form has what its records hold and
 * what is declared of it; of a form without records nothing is known.
 * @throws RequestFault 500
 */
export function refuseLostColumns({ entity, table }: EntityCall, { custom }: ReadPlan): void {
  const asked = custom.filter(([, field]) => attribute.test(field));
  if (asked.length === 0 || table.size === 0) return;
  const records = table.all();
  for (const [view, field] of asked) {
    const declared = entity.customFields.some((known) => known.view === view && known.field === field);
    if (declared || records.some((record) => record.custom?.get(view)?.has(field) === true)) continue;
    throw businessError(`The column '${view}_${field}' is not found in the data set.`);
  }
}
