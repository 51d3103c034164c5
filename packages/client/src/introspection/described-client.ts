import { AcumaticaConfigError } from '@acurecord/errors';
import type { ClientCore } from '../client-core.js';
import type { EndpointInfo } from '../connection/endpoint-info.js';
import { fetchEndpointInfo } from '../connection/establish.js';
import type { EndpointModel } from '../connection/fetch-model.js';
import { testConnection } from '../connection/test-connection.js';
import type { ConnectionTest } from '../connection/test-connection.js';
import { entityNamed } from '../services/service-index.js';
import { healthOf } from '../statistics/client-health.js';
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
  health(): ClientHealth {
    return healthOf(this.#core);
  }

  /** The last requests, oldest first, as many as the option `requestHistory` says. */
  requestHistory(): readonly RequestRecord[] {
    return this.#core.history.records;
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
