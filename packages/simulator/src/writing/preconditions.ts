import type { EntityCall } from '../server/entity-call.js';
import { preconditionFailed } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';
import type { StoredRecord } from '../store/stored-record.js';

/**
 * `If-Match: *` means update only, `If-None-Match: *` insert only. PATCH never inserts, so the latter cannot be met.
 * @throws RequestFault 412
 */
export function checkPreconditions(
  { call, instance }: EntityCall,
  existing: StoredRecord | undefined,
  verb: 'put' | 'patch' = 'put',
): void {
  const insertOnly = call.headers['if-none-match'] !== undefined;
  const updateOnly = call.headers['if-match'] !== undefined;
  const broken =
    verb === 'patch' ? insertOnly : (insertOnly && existing !== undefined) || (updateOnly && existing === undefined);
  if (!broken) return;
  if (instance.assume.preconditionBody === 'empty') throw new RequestFault({ status: 412, headers: {}, body: '' });
  throw preconditionFailed(
    updateOnly
      ? 'No entity satisfies the condition of If-Match.'
      : 'An entity satisfies the condition of If-None-Match.',
  );
}
