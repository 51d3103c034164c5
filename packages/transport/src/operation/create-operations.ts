import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { pause } from '../clock.js';
import type { Clock } from '../clock.js';
import type { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { InFlightCalls } from '../pipeline/in-flight-calls.js';
import type { Site } from '../request/site.js';
import { pathFromLink } from '../request/site.js';
import type { SessionGate } from '../session/session-gate.js';
import type { TransportRequest } from '../transport-request.js';
import type { TransportResponse } from '../transport-response.js';
import type { Transport } from '../transport.js';
import { followOperation, sharedBy } from './follow-operation.js';
import type { OperationOptions } from './operation-options.js';
import type { OperationHandle } from './operation-handle.js';

/** What operations are built on. */
export interface OperationPort {
  readonly site: Site;
  readonly send: (request: TransportRequest) => Promise<TransportResponse>;
  readonly gate: SessionGate;
  readonly inFlight: InFlightCalls;
  readonly clock: Clock;
}

/** The two functions that run an operation of the ERP to its end. */
export function createOperations(port: OperationPort): Pick<Transport, 'invoke' | 'resume'> {
  const { site, send, clock } = port;
  const follow = (
    handle: OperationHandle,
    options: OperationOptions,
    cancellation: CancellationScope,
  ): Promise<TransportResponse> =>
    followOperation(handle, options, { send, pause: (ms) => pause(clock, ms, cancellation), now: () => clock.now() });

  return {
    resume: (handle, options = {}) => inSession(port, options, (cancellation) => follow(handle, options, cancellation)),
    invoke: (path, payload = {}, options = {}) =>
      inSession(port, options, async (cancellation) => {
        const startedAt = clock.now();
        const started = await send({ method: 'POST', path, json: payload, ...sharedBy(options) });
        // Finished actions name a place as well, but there is nothing to ask there.
        if (started.status === 204) return started;
        const operation = `POST ${path}`;
        const statusPath = statusPathFrom(started, site, operation);
        return follow({ statusPath, operation, startedAt }, options, cancellation);
      }),
  };
}

/** The state of an operation can only be asked in the session that started it, so it is kept until the end. */
function inSession(
  { inFlight, gate }: OperationPort,
  { signal }: OperationOptions,
  work: (cancellation: CancellationScope) => Promise<TransportResponse>,
): Promise<TransportResponse> {
  return inFlight.run(signal, async (cancellation) => {
    await gate.enter(cancellation);
    try {
      return await work(cancellation);
    } finally {
      await gate.leave();
    }
  });
}

/**
 * Where to ask, always at the site itself: behind a proxy the ERP may name itself by another host, or without TLS.
 *
 * @throws AcumaticaAmbiguousOutcomeError for an answer that does not say how the action stands
 */
function statusPathFrom({ headers, status }: TransportResponse, site: Site, operation: string): string {
  const location = status === 202 ? (headers.get('location') ?? '') : '';
  const url = URL.canParse(location, site.origin) ? new URL(location, site.origin) : undefined;
  if (url && /\/entity\/./i.test(url.pathname)) return pathFromLink(site, site.origin + url.pathname + url.search);
  const message =
    status === 202
      ? `${operation} was started, but the ERP did not say where to ask for its end.`
      : `${operation} was answered with ${status}, which says neither that it is done (204) nor that it runs (202).`;
  throw new AcumaticaAmbiguousOutcomeError(message, {
    status,
    operation,
    suggestions: ['Look at the record in the ERP; do not start it again.'],
  });
}
