import type { ReadThroughStats, SchemaCacheStats } from '@acurecord/cache';
import type { TransportStats } from '@acurecord/transport';
import type { Connection } from '../connection/connection.js';
import type { ModelClasses } from '../models/model-classes.js';

/** What the caches of a client did. */
export interface CacheStats extends SchemaCacheStats {
  /** Entity classes made from the description so far; when it changes, those alone that the change touches are made anew. */
  readonly classesBuilt: number;
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
  /** Tenant of the last sign-in; absent where the server keeps it to itself, as newer builds do. */
  readonly tenant?: string;
  readonly cache: CacheStats;
}

/** The parts of a client that count. */
export interface ClientParts {
  readonly connection: Connection | undefined;
  readonly classes: ModelClasses;
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

/** What the caches of a client did; zeros before it connects. */
export function cacheStats({ connection, classes }: ClientParts): CacheStats {
  const schema = connection?.schemaCache.stats() ?? { hits: 0, misses: 0, ageHours: null };
  const reads = connection?.readCache?.stats();
  return { ...schema, classesBuilt: classes.built, ...(reads && { reads }) };
}

/** Puts the statistics of a client's parts together. */
export function clientStats({ connection, classes }: ClientParts): ClientStats {
  const { seatsHeld, ...numbers } = connection?.transport.stats() ?? NOTHING;
  const startupMs = connection?.startupMs ?? 0;
  const tenant = connection?.tenantCheck.tenant;
  return {
    connected: connection !== undefined,
    ...numbers,
    seats: seatsHeld,
    startupMs,
    ...(tenant !== undefined && { tenant }),
    cache: cacheStats({ connection, classes }),
  };
}
