import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { noContent } from '../server/answer.js';
import { endpointRoot } from '../server/entity-call.js';
import type { EntityCall } from '../server/entity-call.js';

/** An address of the site as `Location` shows it: relative, or with the origin, as is assumed. */
export function shownAddress({ assume, origin }: Instance, address: string): string {
  return assume.location === 'relative' ? address : `${origin}${address}`;
}

/** 202: an operation runs, and where to ask for it again. */
export function runningAnswer(instance: Instance, address: string): Answer {
  return { status: 202, headers: { Location: shownAddress(instance, address) }, body: '' };
}

/** What stands in an address for a record that the server cannot tell. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Site-relative address of a record by its id. */
export function recordAddress(call: EntityCall, id: string | undefined): string {
  return `${endpointRoot(call)}/${call.entity.name}/${id ?? nobody}`;
}

/** 204: an action is done, and where the record is that it worked on. */
export function doneAnswer(instance: Instance, record: string): Answer {
  return noContent(instance.assume.locationOn204 ? { Location: shownAddress(instance, record) } : {});
}
