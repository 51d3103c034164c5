import { AsyncLocalStorage } from 'node:async_hooks';
import { AcumaticaConfigError } from '@acurecord/errors';
import type { EntityClient } from '../gateway/entity-client.js';

/** The client of the process, and that of the work under way. */
interface Clients {
  readonly scoped: AsyncLocalStorage<EntityClient>;
  fallback: EntityClient | undefined;
}

const KEY = Symbol.for('@acurecord/metadata clients');
const shared = globalThis as Record<symbol, Clients | undefined>;

/** One for the process, also where it has loaded several copies of this package: as ESM and as CommonJS, or anew after a change of a file. */
const clients = (shared[KEY] ??= { scoped: new AsyncLocalStorage(), fallback: undefined });

/**
 * Runs `work` with a client of its own: every entity class used inside, also after an `await`, speaks through it.
 * For web servers, where each request has its client.
 */
export function runWithClient<R>(client: EntityClient, work: () => R): R {
  return clients.scoped.run(client, work);
}

/** Offers a client for classes that are used without one; the first that offers itself stays until it is released. */
export function offerDefaultClient(client: EntityClient): void {
  if (clients.fallback === undefined || clients.fallback.closed) clients.fallback = client;
}

/** Makes a client the default whatever was there before. */
export function setDefaultClient(client: EntityClient | undefined): void {
  clients.fallback = client;
}

/** Takes a client back, for its `close()`; another one that is default meanwhile is left alone. */
export function releaseDefaultClient(client: EntityClient): void {
  if (clients.fallback === client) clients.fallback = undefined;
}

/**
 * The client that a class speaks through when it was given none: the one of `runWithClient`, else the default.
 *
 * @throws AcumaticaConfigError when there is none
 */
export function currentClient(forWhat: string): EntityClient {
  const client = findClient();
  if (client !== undefined) return client;
  throw new AcumaticaConfigError(
    `${forWhat} has no client to speak through. Connect one first (AcumaticaClient.connect()), ` +
      `or choose one: ${forWhat}.using(client).`,
  );
}

/** As `currentClient`, but undefined when there is none. */
export function findClient(): EntityClient | undefined {
  return clients.scoped.getStore() ?? clients.fallback;
}
