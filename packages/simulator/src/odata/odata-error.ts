import { jsonAnswer } from '../server/answer.js';
import { RequestFault } from '../server/request-fault.js';

/** An error in the form OData has for it. */
export function odataError(message: string, status = 400): RequestFault {
  return new RequestFault(
    jsonAnswer(status, JSON.stringify({ error: { code: '', message } }), { 'OData-Version': '4.0' }),
  );
}
