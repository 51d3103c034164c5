import { jsonAnswer } from '../server/answer.js';
import { RequestFault } from '../server/request-fault.js';
import type { ODataFormat } from './odata-format.js';

/** A request that an OData root refuses; the root then says so in the form of its version. */
export class ODataFault extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }

  /** The answer of a root. */
  in({ error, versionHeaders, contentType }: ODataFormat): RequestFault {
    const body = JSON.stringify(error(this.message));
    return new RequestFault(jsonAnswer(this.status, body, { ...versionHeaders, 'Content-Type': contentType }));
  }
}

/** Refuses a request. */
export function odataError(message: string, status = 400): ODataFault {
  return new ODataFault(message, status);
}
