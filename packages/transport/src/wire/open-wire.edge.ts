import { AcumaticaConfigError } from '@acurecord/errors';
import type { TransportOptions } from '../transport-options.js';
import { fetchWire } from './fetch-wire.js';
import type { Wire } from './wire.js';

/** Options of Node's connections, which a runtime without Node has not. */
const OF_NODE = ['agent', 'ca', 'verifySsl'] as const;

/**
 * Stands in for `open-wire.ts` where there is no Node: everything goes through the runtime's own fetch, or that of the
 * options.
 *
 * @throws AcumaticaConfigError for an option that belongs to connections of Node
 */
export function openWire(_baseUrl: string, options: TransportOptions): Wire {
  for (const name of OF_NODE) {
    const value = options[name];
    if (value !== undefined && value !== true)
      throw new AcumaticaConfigError(
        `The option ${name} belongs to Node, and this runtime connects by its own fetch.`,
        {
          suggestions: [`Leave ${name} out, or give a fetch that does the same.`],
        },
      );
  }
  return fetchWire(options.fetch ?? ((url, init) => fetch(url, init as RequestInit)));
}
