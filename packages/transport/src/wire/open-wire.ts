import type { TransportOptions } from '../transport-options.js';
import { Connections } from './connections.js';
import { crossFetchWire } from './cross-fetch-wire.js';
import { fetchWire } from './fetch-wire.js';
import type { Wire } from './wire.js';

/** The wire that the options ask for. @throws AcumaticaConfigError for options that contradict each other */
export function openWire(baseUrl: string, options: TransportOptions): Wire {
  const connections = new Connections(baseUrl, options);
  if (options.verifySsl === false)
    process.emitWarning(`Certificates of ${new URL(baseUrl).host} are not verified.`, { code: 'ACURECORD_TLS' });
  return options.fetch ? fetchWire(options.fetch) : crossFetchWire(connections);
}
