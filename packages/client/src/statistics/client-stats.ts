import type { ReadThroughStats, SchemaCacheStats } from '@acurecord/cache';
import type { TransportStats } from '@acurecord/transport';
import type { Connection } from '../connection/connection.js';

/** What the caches of a client did. */
export interface CacheStats extends SchemaCacheStats {
  /** The read cache; absent when reads are not kept. */
  readonly reads?: ReadThroughStats;
}

/** What a client did since it was made; all numbers are 0 before it connects. */
export interface ClientStats extends Omit<TransportStats, 'throttledMs' | 'seatsHeld'> {
  readonly connected: boolean;
  /** API seats held now: 0 or 1. */
  readonly seats: number;
  /** Milliseconds that calls waited for the rate limit or a seat, added up. */
  readonly throttledMs: number;
  /** Time that connecting took. */
  readonly startupMs: number;
  readonly cache: CacheStats;
}

const NOTHING: TransportStats = {
  requests: 0,
  byMethod: {},
  byStatus: {},
  errors: 0,
  retries: 0,
  throttledMs: 0,
  signIns: 0,
  signOuts: 0,
  seatsHeld: 0,
  latencyMs: { p50: 0, p95: 0 },
  bytesSent: 0,
  bytesReceived: 0,
};

/** What the caches of a connection did; zeros without one. */
export function cacheStats(connection: Connection | undefined): CacheStats {
  const schema = connection?.schemaCache.stats() ?? { hits: 0, misses: 0, ageHours: null };
  const reads = connection?.readCache?.stats();
  return { ...schema, ...(reads && { reads }) };
}

/** Puts the statistics of a client's parts together. */
export function clientStats(connection: Connection | undefined): ClientStats {
  const { seatsHeld, ...numbers } = connection?.transport.stats() ?? NOTHING;
  const startupMs = connection?.startupMs ?? 0;
  return {
    connected: connection !== undefined,
    ...numbers,
    seats: seatsHeld,
    startupMs,
    cache: cacheStats(connection),
  };
}
