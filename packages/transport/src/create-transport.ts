import { AcumaticaConfigError } from '@acurecord/errors';
import type { SignIn } from './auth/sign-in.js';
import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { downloadFromResponse } from './file/download-from-response.js';
import { downloadRequest } from './file/download-request.js';
import { storedFile } from './file/stored-file.js';
import { uploadRequest } from './file/upload-request.js';
import { createOperations } from './operation/create-operations.js';
import { createPipeline } from './pipeline/create-pipeline.js';
import type { Pipeline } from './pipeline/create-pipeline.js';
import { callFromRequest } from './request/call-from-request.js';
import { positive } from './request/positive.js';
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
  const timeoutMs = positive(options.timeoutMs ?? TIMEOUT_MS, 'timeoutMs');
  if (!(options.auth as SignIn | undefined))
    throw new AcumaticaConfigError('auth is missing: passwordSignIn(…), bearerToken(…) or oauth(…).', {
      missing: ['auth'],
    });
  const pipeline = createPipeline(site, clock, timeoutMs, options);
  const { gate, inFlight, observer } = pipeline;
  const send = async (request: TransportRequest): Promise<TransportResponse> =>
    pipeline.send(callFromRequest(request, site, timeoutMs), request.signal);
  const close = createClose(pipeline, clock);
  return {
    baseUrl: site.baseUrl,
    get closed() {
      return inFlight.closed;
    },
    send,
    signIn: async ({ again = true } = {}) => void (await pipeline.signIn(again)),
    signOut: () => gate.signOut(),
    close,
    [Symbol.asyncDispose]: () => close(),
    stats: () => observer.counters.snapshot(gate.seatsHeld, gate.refusal?.message),
    ...createOperations({ site, send, gate, inFlight, clock }),
    upload: async (path, source, settings = {}) =>
      storedFile(await send(uploadRequest(pathFromLink(site, path), source, settings)), path),
    download: async (path, settings = {}) =>
      downloadFromResponse(await send(downloadRequest(pathFromLink(site, path), settings)), settings),
  };
}

function createClose({ inFlight, gate, wire }: Pipeline, clock: Clock): Transport['close'] {
  let closing: Promise<void> | undefined;
  const close = async (graceMs: number): Promise<void> => {
    inFlight.closed = true;
    await inFlight.endAll(graceMs, clock);
    await gate.giveBackQuietly();
    wire.close();
  };
  return ({ graceMs = GRACE_MS } = {}) => (closing ??= close(graceMs));
}
