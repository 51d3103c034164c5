import { offerDefaultClient, releaseDefaultClient, runWithClient } from '@acurecord/metadata';
import type { DynamicEntity, Entity, EntityClass, EntityClient, EntityGateway } from '@acurecord/metadata';
import { ClientCore } from './client-core.js';
import type { ClientOptions } from './client-options.js';
import type { EndpointInfo } from './connection/endpoint-info.js';
import { fetchEndpointInfo } from './connection/establish.js';
import type { EndpointModel } from './connection/fetch-model.js';
import { ScopedGateway } from './gateway/scoped-gateway.js';
import { entityClass, entityNamed, entityNames } from './models/model-classes.js';
import type { ModelOf, Models, ServiceEntities } from './models/register.js';
import { mergeScopes } from './scope/call-scope.js';
import type { CallScope } from './scope/call-scope.js';
import { EntityService } from './services/entity-service.js';
import { FIND_SERVICE, NamedServices } from './services/named-services.js';

/**
 * One session with one Acumatica site, and all that it offers: entity classes (`client.models.Customer`), services
 * (`client.customers`), inquiries and statistics.
 */
class Client extends NamedServices implements EntityClient {
  readonly gateway: EntityGateway;
  readonly #core: ClientCore;
  readonly #scope: CallScope;

  /** Nothing is sent before the first use. `view` is for `with()`. */
  constructor(options: ClientOptions = {}, view?: { readonly core: ClientCore; readonly scope: CallScope }) {
    super();
    this.#core = view?.core ?? new ClientCore(options, isTaken);
    this.#scope = view?.scope ?? {};
    this.gateway = new ScopedGateway(async () => (await this.#core.open()).gateway, this.#scope);
  }

  /** A client that is connected already. @throws AcumaticaConfigError, AcumaticaAuthError, AcumaticaConnectionError */
  static async connect(options: ClientOptions = {}): Promise<AcumaticaClient> {
    return new Client(options).connect() as Promise<AcumaticaClient>;
  }

  /** Signs in and finds out what the site has, unless that has happened; the first client becomes the default one. */
  async connect(): Promise<this> {
    await this.#core.open();
    offerDefaultClient(this);
    return this;
  }

  /** Gives the seat back and closes the connections; a view leaves its client open. Calls afterwards are refused. */
  async close(): Promise<void> {
    releaseDefaultClient(this);
    await this.#core.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  get closed(): boolean {
    return this.#core.closed;
  }

  /** The endpoint's model, once it was discovered. */
  get schema(): EndpointModel | undefined {
    return this.#core.model;
  }

  /** What the site says about itself: its builds and its endpoints. */
  async getEndpointInfo(): Promise<EndpointInfo> {
    return fetchEndpointInfo((await this.#core.open()).transport);
  }

  /** The service of an entity, by the entity's name or by the service's: `Customer` or `customers`. */
  service<Name extends string>(name: Name): EntityService<ModelOf<Name>> {
    const makeClass = async () => entityClass(this.#core, await entityNamed(this.#core, name, isTaken));
    const service = new EntityService<DynamicEntity>({ client: this, entityClass: makeClass });
    return service as unknown as EntityService<ModelOf<Name>>;
  }

  /** The entity classes of the endpoint by name; each is made when it is first asked for. */
  get models(): Models {
    const classes = new Proxy(Object.create(null) as Record<string, EntityClass>, {
      get: (_, name) => (typeof name === 'string' && this.#knows(name) ? entityClass(this.#core, name) : undefined),
      has: (_, name) => typeof name === 'string' && this.#knows(name),
      ownKeys: () => entityNames(this.#core),
      getOwnPropertyDescriptor: (_, name) =>
        typeof name === 'string' && this.#knows(name)
          ? { value: entityClass(this.#core, name), enumerable: true, configurable: true }
          : undefined,
    });
    return classes as unknown as Models;
  }

  /** Names of the entities that have a service. */
  listServices(): string[] {
    const { entities = {} } = this.#core.model ?? {};
    return Object.values(entities).flatMap(({ name, topLevel }) => (topLevel ? [name] : []));
  }

  /** Names of all entities, also of those that stand inside others. */
  listModels(): string[] {
    return entityNames(this.#core);
  }

  /** A view of this client whose calls carry these options; it shares session, models and limits. */
  with(scope: CallScope): AcumaticaClient {
    return new Client({}, { core: this.#core, scope: mergeScopes(this.#scope, scope) }) as AcumaticaClient;
  }

  /** Runs `work` so that every class used inside, also after an `await`, speaks through this client. */
  run<R>(work: () => R): R {
    return runWithClient(this, work);
  }

  [FIND_SERVICE](name: string): EntityService<Entity> | undefined {
    const { services } = this.#core.model ?? {};
    if (services !== undefined && !Object.hasOwn(services, name)) return undefined;
    return this.service(name) as unknown as EntityService<Entity>;
  }

  #knows(name: string): boolean {
    return entityNames(this.#core).includes(name);
  }
}

const OWN_FIELDS = new Set(['gateway']);

/** Names that no service can have, because the client itself has them. */
function isTaken(name: string): boolean {
  return OWN_FIELDS.has(name) || Object.hasOwn(Client.prototype, name) || name in Object.prototype;
}

/** The services of a client by name: `client.customers`. */
export type NamedEntityServices = {
  readonly [Name in keyof ServiceEntities]: EntityService<ModelOf<ServiceEntities[Name]>>;
};

/** A client: its own members, and a service for each entity of the endpoint. */
export type AcumaticaClient = Client & NamedEntityServices;

/** Makes clients: `await AcumaticaClient.connect()`, or `new AcumaticaClient(options)`, which sends nothing yet. */
export const AcumaticaClient = Client as unknown as {
  new (options?: ClientOptions): AcumaticaClient;
  connect(options?: ClientOptions): Promise<AcumaticaClient>;
  readonly prototype: AcumaticaClient;
};
