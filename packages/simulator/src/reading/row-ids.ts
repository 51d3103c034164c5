import { createHash } from 'node:crypto';
import type { EndpointCall } from '../server/entity-call.js';

/** The id that a row has for a caller, made from the one it is kept with. */
export type RowId = (id: string) => string;

const own: RowId = (id) => id;

/** The ids of rows in the session of a request: their own, or where ids are assumed to be of a session, one of it. */
export function rowIdsOf({ instance, session }: Pick<EndpointCall, 'instance' | 'session'>): RowId {
  if (instance.assume.rowIds === 'kept') return own;
  return (id) => {
    const digits = createHash('sha256').update(session.id).update(id).digest('hex');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
  };
}
