import type { Call } from './call.js';
import { nextCallId } from './next-call-id.js';

const COLLECTION = /^[^?]*?\/entity\/[^/?]+\/[\d.]+\/[^/?]+/i;
/** No record has it: the ERP looks it up and finds nothing, which costs less than any list. */
const NO_RECORD = '/00000000-0000-0000-0000-000000000000';

/**
 * The cheapest read that needs a session, at the form that a write went to; it tells whether the session lives. Undefined for
 * addresses outside the endpoints.
 */
export function questionAfter(call: Call): Call | undefined {
  const url = COLLECTION.exec(call.url)?.[0];
  const path = COLLECTION.exec(call.path)?.[0];
  if (url === undefined || path === undefined) return undefined;
  return {
    ...call,
    id: nextCallId(),
    method: 'GET',
    path: path + NO_RECORD,
    url: url + NO_RECORD,
    headers: { Accept: 'application/json' },
    body: undefined,
    repeatability: 'read',
    responseType: 'json',
    operation: `GET ${path}`,
  };
}
