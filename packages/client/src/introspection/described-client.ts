import type { EventEmitter } from 'node:events';
import type { SchemaDifference } from '@acurecord/cache';
import { AcumaticaConfigError } from '@acurecord/errors';
import type { Transport } from '@acurecord/transport';
import type { ClientEvents } from '../client-events.js';
import type { ClientCore } from '../client-core.js';
import type { EntityFacts, FormKnowledge } from '@acurecord/metadata';
import type { EndpointInfo } from '../connection/endpoint-info.js';
import { fetchEndpointInfo } from '../connection/establish.js';
import type { EndpointModel } from '../connection/fetch-model.js';
import { testConnection } from '../connection/test-connection.js';
import type { ConnectionTest } from '../connection/test-connection.js';
import { entityNamed } from '../services/service-index.js';
import { healthOf, withFailure } from '../statistics/client-health.js';
import type { ClientHealth } from '../statistics/client-health.js';
import { cacheStats, clientStats } from '../statistics/client-stats.js';
import type { CacheStats, ClientStats } from '../statistics/client-stats.js';
import type { RequestRecord } from '../statistics/request-history.js';
import { knownFacts } from './known-facts.js';
import { describeModel } from './model-description.js';
import type { ModelDescription } from './model-description.js';
import { searchNames } from './search-names.js';
import { describeService } from './service-description.js';
import type { ServiceDescription } from './service-description.js';

/** What a client tells: what it found on its endpoint, what it did so far, and how it fares. */
export abstract class DescribedClient {
  readonly #core: Omit<ClientCore, 'schedulerFor'>;

  constructor(core: Omit<ClientCore, 'schedulerFor'>) {
    this.#core = core;
  }

  /** The endpoint's model, once it was discovered. */
  get schema(): EndpointModel | undefined {
    return this.#core.model;
  }

  /** Names of the entities that have a service. */
  listServices(): string[] {
    return Object.values(this.#model().entities).flatMap(({ name, topLevel }) => (topLevel ? [name] : []));
  }

  /** Names of all entities, also of those that stand inside others. */
  listModels(): string[] {
    return Object.keys(this.#model().entities);
  }

  /** Names of services that contain the text, or are spelled nearly like it. */
  searchServices(text: string): string[] {
    return searchNames(text, this.listServices());
  }

  /** Names of entities that contain the text, or are spelled nearly like it. */
  searchModels(text: string): string[] {
    return searchNames(text, this.listModels());
  }

  /** What a service can do. @throws AcumaticaConfigError with near matches */
  getServiceInfo(name: string): ServiceDescription {
    const model = this.#model();
    return describeService(this.#nameIn(model, name, this.listServices()), model, model.services);
  }

  /** What an entity consists of, custom fields included: they are asked for once. @throws AcumaticaConfigError */
  async getModelInfo(name: string): Promise<ModelDescription> {
    await this.#core.open();
    const entityName = this.#nameIn(this.#model(), name, this.listModels());
    if (this.#model().entities[entityName]?.topLevel === true) await this.#core.adHocSchema(entityName);
    const entity = this.#model().entities[entityName];
    if (entity === undefined) return { name: entityName, fieldCount: 0, fields: {} };
    return describeModel(entity, await knownFacts(this.#core.options, this.#model().endpoint, entityName));
  }

  /** What is known of an entity's fields besides what the endpoint's document says: labels, columns, lengths. */
  async facts(entity: string): Promise<EntityFacts | undefined> {
    const { endpoint } = await this.#core.open();
    return knownFacts(this.#core.options, endpoint.name, entity);
  }

  /** What was learned of the forms of the endpoint: which keep the keys that they are given. */
  get formKnowledge(): FormKnowledge {
    return this.#core.formKnowledge;
  }

  /** Time for one request. */
  get timeoutMs(): number | undefined {
    return this.#core.connection?.settings.timeoutMs;
  }

  /** What the site says about itself: its builds and its endpoints. */
  async getEndpointInfo(): Promise<EndpointInfo> {
    return fetchEndpointInfo((await this.#core.open()).transport);
  }

  /** Asks the site for a sign of life; tells a failure instead of throwing it. */
  testConnection(): Promise<ConnectionTest> {
    return testConnection(() => this.getEndpointInfo());
  }

  /** Hits, misses and age of the kept description, and of the read cache. */
  getCacheStats(): CacheStats {
    return cacheStats(this.#core);
  }

  /** What the client did so far. */
  stats(): ClientStats {
    return clientStats(this.#core);
  }

  /** How the client fares, judged by its statistics; nothing is requested. */
  health(): ClientHealth;
  /** The same after a sign-in, also where the ERP has refused the account before: a success lifts that. Tells a failure instead of throwing it. */
  health(options: { readonly signIn: true }): Promise<ClientHealth>;
  health(options?: { readonly signIn: true }): ClientHealth | Promise<ClientHealth> {
    if (options?.signIn !== true) return healthOf(this.#core);
    return this.#core.signIn().then(
      () => healthOf(this.#core),
      (error: unknown) => withFailure(healthOf(this.#core), error),
    );
  }

  /** The last requests, oldest first, as many as the option `requestHistory` says. */
  requestHistory(): readonly RequestRecord[] {
    return this.#core.history.records;
  }

  /** What the client announces. */
  get events(): EventEmitter<ClientEvents> {
    return this.#core.events;
  }

  /** What sends the requests of this client. The client closes it. @throws AcumaticaConfigError before the client has connected */
  get transport(): Transport {
    const { connection } = this.#core;
    if (connection !== undefined) return connection.transport;
    throw new AcumaticaConfigError('The client has no transport yet: await client.connect() first.');
  }

  /** Forgets what is kept, on disk and in memory; other files in the folder stay. */
  async clearCache(): Promise<void> {
    const { schemaCache, readCache } = await this.#core.open();
    await Promise.all([schemaCache.clear(), readCache?.clear()]);
  }

  /** What the last download of the description changed; `undefined` before the first one of this client. */
  get lastDifferentialUpdate(): SchemaDifference | undefined {
    return this.#core.connection?.schemaCache.lastDifferentialUpdate;
  }

  /** Downloads the description of the endpoint now, and says what has changed; unchanged classes stay. */
  refreshSchema(): Promise<SchemaDifference> {
    return this.#core.refreshSchema();
  }

  /** Node prints this instead of the members. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { connection, closed } = this.#core;
    const where =
      connection && `${connection.settings.baseUrl} ${connection.endpoint.name} ${connection.endpoint.version}`;
    return `AcumaticaClient { ${closed ? 'closed' : (where ?? 'not connected')} }`;
  }

  #nameIn({ services, endpoint, version }: EndpointModel, name: string, entities: readonly string[]): string {
    return entityNamed(name, { entities, services, endpoint: `${endpoint} ${version}` });
  }

  #model(): EndpointModel {
    const { model, connection } = this.#core;
    if (model !== undefined) return model;
    throw new AcumaticaConfigError(
      connection === undefined
        ? 'The client does not know its endpoint yet: await client.connect() first.'
        : 'The client was told not to discover its endpoint (discover: false).',
    );
  }
}
