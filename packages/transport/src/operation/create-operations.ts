import { AcumaticaServerError } from '@acurecord/errors';
import type { Clock } from '../clock.js';
import type { Flights } from '../pipeline/flights.js';
import type { Site } from '../request/site.js';
import { pathFromLink } from '../request/site.js';
import type { SessionGate } from '../session/session-gate.js';
import type { TransportRequest } from '../transport-request.js';
import type { TransportResponse } from '../transport-response.js';
import type { Transport } from '../transport.js';
import { followOperation } from './follow-operation.js';
import type { InvokeOptions } from './invoke-options.js';

/** What operations are built on. */
export interface OperationPort {
  readonly site: Site;
  readonly send: (request: TransportRequest) => Promise<TransportResponse>;
  readonly gate: SessionGate;
  readonly flights: Flights;
  readonly clock: Clock;
}

/** The two functions that run an operation of the ERP to its end. */
export function createOperations({
  site,
  send,
  gate,
  flights,
  clock,
}: OperationPort): Pick<Transport, 'invoke' | 'resume'> {
  /** The state of an operation can only be asked in the session that started it, so it is kept until the end. */
  const inSession = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    await gate.enter(signal);
    try {
      return await work();
    } finally {
      await gate.leave();
    }
  };
  const run = (
    options: InvokeOptions,
    work: (options: InvokeOptions) => Promise<TransportResponse>,
  ): Promise<TransportResponse> =>
    flights.run(options.signal, (signal) => inSession(signal, () => work({ ...options, signal })));

  return {
    resume: (handle, given = {}) => run(given, (options) => followOperation(handle, options, send, clock)),
    invoke: (path, payload = {}, given = {}) =>
      run(given, async (options) => {
        const startedAt = clock.now();
        const { signal, headers } = options;
        const started = await send({
          method: 'POST',
          path,
          json: payload,
          ...(signal ? { signal } : {}),
          ...(headers ? { headers } : {}),
        });
        // Finished actions name a place as well, but there is nothing to ask there.
        if (started.status !== 202) return started;
        const operation = `POST ${path}`;
        const statusPath = pathFromLink(site, locationOf(started, operation));
        return followOperation({ statusPath, operation, startedAt }, options, send, clock);
      }),
  };
}

function locationOf({ headers, status }: TransportResponse, operation: string): string {
  const location = headers.get('location');
  if (location) return location;
  throw new AcumaticaServerError(`${operation} was started, but the ERP did not say where to ask for its end.`, {
    status,
    operation,
    suggestions: ['Look at the record in the ERP; do not start it again.'],
  });
}
