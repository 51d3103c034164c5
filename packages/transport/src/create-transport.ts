import { AcumaticaConfigError } from '@acurecord/errors';
import { systemClock } from './clock.js';
import { downloadFromResponse } from './file/download-from-response.js';
import { downloadRequest } from './file/download-request.js';
import { uploadRequest } from './file/upload-request.js';
import { createOperations } from './operation/create-operations.js';
import { createPipeline } from './pipeline/create-pipeline.js';
import { callFromRequest } from './request/call-from-request.js';
import { pathFromLink, siteFromBaseUrl } from './request/site.js';
import type { TransportOptions } from './transport-options.js';
import type { TransportRequest } from './transport-request.js';
import type { TransportResponse } from './transport-response.js';
import type { Transport } from './transport.js';

const TIMEOUT_MS = 60_000;
const GRACE_MS = 10_000;

/**
 * Makes a transport; nothing is sent before its first use.
 *
 * @throws AcumaticaConfigError for options that make no sense
 */
export function createTransport(options: TransportOptions): Transport {
  const site = siteFromBaseUrl(options.baseUrl);
  const clock = options.clock ?? systemClock;
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  if (!options.auth)
    throw new AcumaticaConfigError('auth is missing: passwordSignIn(…), bearerToken(…) or oauth(…).', {
      missing: ['auth'],
    });
  const { send: sendCall, signIn, gate, flights, observer, wire } = createPipeline(site, clock, timeoutMs, options);

  const send = (request: TransportRequest): Promise<TransportResponse> => {
    try {
      return sendCall(callFromRequest(request, site, timeoutMs));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  };
  let closing: Promise<void> | undefined;
  const close = async (graceMs: number): Promise<void> => {
    flights.closed = true;
    await flights.endAll(graceMs, clock);
    await gate.giveBackQuietly();
    wire.close();
  };

  return {
    baseUrl: site.baseUrl,
    get closed() {
      return flights.closed;
    },
    send,
    signIn,
    signOut: () => gate.signOut(),
    close: ({ graceMs = GRACE_MS } = {}) => (closing ??= close(graceMs)),
    [Symbol.asyncDispose]() {
      return this.close();
    },
    stats: () => observer.counters.snapshot(gate.seatsHeld),
    ...createOperations({ site, send, gate, flights, clock }),
    upload: async (path, source, settings = {}) => send(uploadRequest(pathFromLink(site, path), source, settings)),
    download: async (path, settings = {}) => {
      const response = await send(downloadRequest(pathFromLink(site, path), settings));
      return downloadFromResponse(response, settings);
    },
  };
}
