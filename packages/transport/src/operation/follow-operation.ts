import { AcumaticaError, AcumaticaServerError } from '@acurecord/errors';
import { isCertain } from '../response/certain-refusal.js';
import type { ResponseType, TransportRequest } from '../transport-request.js';
import type { TransportResponse } from '../transport-response.js';
import type { OperationOptions } from './operation-options.js';
import { Operation } from './operation-handle.js';
import type { OperationHandle } from './operation-handle.js';
import { OperationAbandonedError } from './operation-abandoned-error.js';
import { OperationTimeoutError } from './operation-timeout-error.js';

const GROWTH = 1.5;

/** What following needs of the transport. */
export interface FollowPort {
  readonly send: (request: TransportRequest) => Promise<TransportResponse>;
  readonly pause: (ms: number) => Promise<void>;
  readonly now: () => number;
}

/** What the ERP answers when an operation has failed, and says so itself; everything else says nothing about the operation. */
const FAILED: ReadonlySet<unknown> = new Set([400, 412, 422, 500]);

/**
 * Asks for the state of an operation with growing pauses until the ERP answers other than 202: 204 is the end, and 200
 * with the file where it makes one.
 *
 * @throws OperationTimeoutError, or OperationAbandonedError where it cannot be asked for any more
 */
export async function followOperation(
  handle: OperationHandle,
  options: OperationOptions,
  { send, pause, now }: FollowPort,
): Promise<TransportResponse> {
  const { pollMs = 500, maxPollMs = 10_000, timeoutMs = Infinity, responseType, onProgress } = options;
  const { statusPath, operation } = handle;
  const endsAt = now() + timeoutMs;
  const question = { method: 'GET', path: statusPath, operation, ...sharedBy(options) } as const;
  for (let polls = 1; ; polls += 1) {
    const left = endsAt - now();
    if (left <= 0) throw new OperationTimeoutError(new Operation(handle), timeoutMs);
    const response = await pause(Math.min(pollMs * GROWTH ** (polls - 1), maxPollMs, left))
      .then(() => send(responseType ? { ...question, responseType } : question))
      .catch((error: Error) => {
        throw AcumaticaError.is(error) && FAILED.has(error.status) && isCertain(error)
          ? error
          : new OperationAbandonedError(new Operation(handle), error);
      });
    if (response.status === 204 || (response.status === 200 && isFile(responseType))) return response;
    if (response.status !== 202) throw new OperationAbandonedError(new Operation(handle), noWord(response, operation));
    onProgress?.({ polls, elapsedMs: now() - handle.startedAt });
  }
}

function isFile(responseType: ResponseType = 'json'): boolean {
  return responseType !== 'json';
}

function noWord({ status }: TransportResponse, operation: string): AcumaticaServerError {
  return new AcumaticaServerError(`The question for its state was answered with ${status}, which no operation has.`, {
    status,
    operation,
  });
}

/** What the call that starts an operation and those that ask for its state have in common. */
export function sharedBy({
  signal,
  headers,
  priority,
}: OperationOptions): Pick<TransportRequest, 'signal' | 'headers' | 'priority'> {
  return {
    ...(signal ? { signal } : {}),
    ...(headers ? { headers } : {}),
    ...(priority === undefined ? {} : { priority }),
  };
}
