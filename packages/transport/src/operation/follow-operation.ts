import { AcumaticaTimeoutError } from '@acurecord/errors';
import { pause } from '../clock.js';
import type { Clock } from '../clock.js';
import type { TransportRequest } from '../transport-request.js';
import type { TransportResponse } from '../transport-response.js';
import type { InvokeOptions } from './invoke-options.js';
import type { OperationHandle } from './operation-handle.js';

const GROWTH = 1.5;

/**
 * Asks for the state of an operation with growing pauses until the ERP answers other than 202: 204 or 200 is the end, anything
 * else is thrown by `send`.
 */
export async function followOperation(
  handle: OperationHandle,
  options: InvokeOptions,
  send: (request: TransportRequest) => Promise<TransportResponse>,
  clock: Clock,
): Promise<TransportResponse> {
  const { pollMs = 500, maxPollMs = 10_000, timeoutMs = Infinity, signal, headers, responseType, onProgress } = options;
  const startedAt = clock.now();
  let delayMs = pollMs;
  for (let polls = 1; ; polls += 1) {
    const left = startedAt + timeoutMs - clock.now();
    if (left <= 0) throw stillRunning(handle, timeoutMs);
    await pause(clock, Math.min(delayMs, left), signal);
    const response = await send({
      method: 'GET',
      path: handle.statusPath,
      operation: handle.operation,
      ...(signal ? { signal } : {}),
      ...(headers ? { headers } : {}),
      ...(responseType ? { responseType } : {}),
    });
    if (response.status !== 202) return response;
    onProgress?.({ polls, elapsedMs: clock.now() - handle.startedAt });
    delayMs = Math.min(delayMs * GROWTH, maxPollMs);
  }
}

function stillRunning(handle: OperationHandle, timeoutMs: number): AcumaticaTimeoutError {
  const seconds = timeoutMs / 1000;
  return new AcumaticaTimeoutError(`${handle.operation} was not finished within ${seconds} s; the ERP works on.`, {
    operation: handle.operation,
    timeoutSeconds: seconds,
    context: { operation: { ...handle } },
    suggestions: [
      'Wait on with transport.resume(error.context.operation), or look at the record later; do not start it again.',
    ],
  });
}
