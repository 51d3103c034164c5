import { AcumaticaConfigError } from '@acurecord/errors';
import { compareEndpoints, offerDefaultClient, releaseDefaultClient, runWithClient } from '@acurecord/metadata';
import type {
  DynamicEntity,
  EndpointName,
  Entity,
  EntityClass,
  EntityClient,
  EntityGateway,
} from '@acurecord/metadata';
import type { Scheduler } from '@acurecord/scheduler';
import type { OperationHandle, TransportRequest, TransportResponse } from '@acurecord/transport';
import type { BatchOptions } from './batch/batch-options.js';
import type { BatchResults } from './batch/batch-results.js';
import { runBatch } from './batch/run-batch.js';
import type { BatchCall } from './batch/run-batch.js';
import { deleteAll, saveAll } from './batch/save-all.js';
import type { DeleteAllOptions, SaveAllOptions } from './batch/save-all.js';
import { ClientCore } from './client-core.js';
import type { ClientOptions } from './client-options.js';
import type { Connection } from './connection/connection.js';
import { ReadCacheControl } from './gateway/read-cache-control.js';
import { ScopedGateway } from './gateway/scoped-gateway.js';
import { Inquiries } from './inquiries/inquiries.js';
import type { NamedInquiries } from './inquiries/inquiries.js';
import { dataClass } from './inquiries/data-classes.js';
import type { LazyDac } from './inquiries/lazy-dac.js';
import { Customization } from './customization/customization.js';
import { nearMatches } from './introspection/near-matches.js';
import { DescribedClient } from './introspection/described-client.js';
import { boundModels } from './models/model-classes.js';
import type { ModelOf, ModelsOf, ServiceEntities, UsualEndpoint } from './models/register.js';
import { sharedClient } from './connection/shared-clients.js';
import { sendRequest } from './operations/send-request.js';
import { resumeOperation } from './operations/resume-operation.js';
import type { ResumeOptions } from './operations/resume-operation.js';
import { mergeScopes } from './scope/call-scope.js';
import type { CallScope } from './scope/call-scope.js';
import { EntityService } from './services/entity-service.js';
import type { Service } from './services/entity-service.js';
import { entityNamed } from './services/service-index.js';
import { answerUnknownNames } from './services/unknown-names.js';

/**
 * One session with one Acumatica site, and all that it offers: entity classes (`client.models.Customer`), services
 * (`client.customers`), inquiries and statistics.
 */
export class Client extends DescribedClient implements EntityClient {
  readonly gateway: EntityGateway;
  /** The entity classes of the endpoint by name; an AcumaticaClient knows their types. */
  readonly models: object;
  readonly #core: ClientCore<AcumaticaClient>;
  readonly #scope: CallScope;
  /** The client that this one is a view of, or itself. */
  readonly #root: Client;

  static {
    answerUnknownNames(DescribedClient.prototype, (client, name) =>
      #core in client ? client.#named(name) : undefined,
    );
  }

  /** Nothing is sent before the first use. `view` is for `with()`. */
  constructor(options: ClientOptions = {}, view?: { readonly root: Client; readonly scope: CallScope }) {
    const core = view === undefined ? new ClientCore<AcumaticaClient>(options, isTaken) : view.root.#core;
    super(core);
    this.#core = core;
    this.#scope = view?.scope ?? {};
    this.#root = view?.root ?? this;
    this.gateway = new ScopedGateway(async (entity) => (await this.#openFor(entity)).gateway, this.#scope);
    this.models = boundModels(this.#core.classes, this);
  }

  /**
   * A client that is connected already.
   *
   * @throws AcumaticaConfigError for settings that are missing or wrong, AcumaticaAuthError when the ERP refuses them,
   * AcumaticaConnectionError when it cannot be reached
   */
  static async connect(options: ClientOptions = {}): Promise<AcumaticaClient> {
    return new AcumaticaClient(options).connect();
  }

  /**
   * The client of that name in this process, however often the module is loaded that asks for it, as a development server does at each change of
   * a file. It is made by the first who asks, and anew after it was closed; it connects like any other.
   *
   * @throws AcumaticaConfigError where a client of that name exists with other settings
   */
  static shared(name: string, options: ClientOptions = {}): AcumaticaClient {
    return sharedClient(name, options, () => new AcumaticaClient(options));
  }

  /** Signs in and finds out what the site has, unless that has happened; the first client becomes the default one. */
  async connect(): Promise<this> {
    await this.#open();
    return this;
  }

  /** Gives the seat back and closes the connections; calls afterwards are refused. Closing a view does nothing. */
  async close(): Promise<void> {
    if (this.#root !== this) return;
    releaseDefaultClient(this);
    await this.#core.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  get closed(): boolean {
    return this.#core.closed;
  }

  /** The endpoint that the client speaks with; `undefined` before it has connected, and where no version was named or discovered. */
  get endpoint(): EndpointName | undefined {
    const { endpoint } = this.#core.connection ?? {};
    return endpoint && endpoint.version !== '' ? { name: endpoint.name, version: endpoint.version } : undefined;
  }

  /** For entity classes that speak before the client has connected: their call fails if it is another endpoint. */
  expectEndpoint(entity: string, endpoint: EndpointName): void {
    this.#core.expectedEndpoints.set(entity, endpoint);
  }

  get decimals(): 'number' | 'string' {
    return this.#core.options.decimals ?? 'number';
  }

  get validate(): boolean | 'strict' {
    return this.#core.options.validate ?? true;
  }

  /** A view of this client whose calls carry these options; it shares session, models and limits. */
  with(scope: CallScope): AcumaticaClient {
    const view = { root: this.#root, scope: mergeScopes(this.#scope, scope) };
    return new Client({}, view) as AcumaticaClient;
  }

  /** Runs `work` so that every class used inside, also after an `await`, speaks through this client. */
  run<R>(work: () => R): R {
    return runWithClient(this, work);
  }

  /** The service of an entity, by the entity's name or by the service's; an AcumaticaClient knows the types of records. */
  service(name: string): Service<DynamicEntity> {
    const entity = async () => entityNamed(name, await this.#core.index());
    const service = new EntityService<DynamicEntity>({
      client: this,
      isSameSession: (other) => this.#sharesWith(other),
      entityClass: async () =>
        (this.models as Record<string, EntityClass<DynamicEntity>>)[await entity()] as EntityClass<DynamicEntity>,
      adHocSchema: async (options) => this.#core.adHocSchema(await entity(), mergeScopes(this.#scope, options)),
    });
    return service as Service<DynamicEntity>;
  }

  /** The generic inquiries that the site exposes over OData: `client.inquiries.CustomerBalances.where(…)`. */
  get inquiries(): NamedInquiries {
    return new Inquiries(this, () => this.#core.inquiries()) as NamedInquiries;
  }

  /**
   * A table of the ERP over OData, by its data access class: `client.dac('SOOrder').where(o => o.Status.eq('N'))`. Its
   * name is that of the class, of its set (`PX_Objects_SO_SOOrder`), or its title (`SalesOrder`).
   */
  dac(name: string): LazyDac {
    return dataClass(this, () => this.#core.dataClasses(), name);
  }

  /** Customization projects of the site: `client.customization.publish(['MyProject'])`. */
  get customization(): Customization {
    return new Customization(() => this.#open());
  }

  /** Runs tasks when they are due, until the client closes; each gets the client, not a view of it, as `context.client`. */
  get scheduler(): Scheduler<AcumaticaClient> {
    return this.#core.schedulerFor(this.#root as AcumaticaClient);
  }

  /** Runs calls side by side over this one session; each result says how its call ended. */
  batch<T>(calls: Iterable<BatchCall<T>>, options?: BatchOptions): Promise<BatchResults<T>> {
    return runBatch(calls, options, (work) => this.run(work));
  }

  /** Saves records side by side; each result says what became of its record. */
  saveAll<T extends Entity>(records: Iterable<T>, options?: SaveAllOptions): Promise<BatchResults<T>> {
    return saveAll({ client: this, isSameSession: (other) => this.#sharesWith(other) }, records, options);
  }

  /** Deletes records side by side; each result says what became of its record. */
  deleteAll<T extends Entity>(records: Iterable<T>, options?: DeleteAllOptions): Promise<BatchResults<T>> {
    return deleteAll({ client: this, isSameSession: (other) => this.#sharesWith(other) }, records, options);
  }

  /**
   * Waits for the end of an action that the ERP works on: by the `handle` of an OperationTimeoutError or
   * OperationAbandonedError, also after it went through JSON. It must be the session that began it, so that this client is
   * still connected, and signs in for good (`persistentLogin`).
   */
  resume(handle: OperationHandle, options: ResumeOptions = {}): Promise<void> {
    return resumeOperation(this.#core, handle, options, this.#scope);
  }

  /**
   * Sends any request of the site in this client's session, with its limits, repetitions, errors and hooks, for what has no class: the
   * customization API, a web service of your own. `path` stands below the base URL. A write is sent again only where that does no harm: say
   * `idempotent: true` of one that leaves the same state however often it runs.
   *
   * @throws AcumaticaError the class that fits the cause
   */
  send(request: TransportRequest): Promise<TransportResponse> {
    return sendRequest(this.#core, request, this.#scope);
  }

  /** The read cache: `client.cache.invalidate('Customer')`. */
  get cache(): ReadCacheControl {
    return new ReadCacheControl(() => this.#core.connection?.readCache);
  }

  async #open(): Promise<Connection> {
    const connection = await this.#core.open();
    offerDefaultClient(this.#root);
    return connection;
  }

  /** @throws AcumaticaConfigError when a class of another endpoint spoke before this was known */
  async #openFor(entity: string | undefined): Promise<Connection> {
    const connection = await this.#open();
    const expected = entity === undefined ? undefined : this.#core.expectedEndpoints.get(entity);
    const { version } = connection.endpoint; // '' while nothing has asked for it
    if (entity !== undefined && expected !== undefined && version !== '')
      compareEndpoints(entity, expected, connection.endpoint);
    return connection;
  }

  #named(name: string): unknown {
    const { services } = this.#core.model ?? {};
    if (services === undefined || Object.hasOwn(services, name)) return this.service(name);
    const near = nearMatches(name, Object.keys(services));
    // Tools ask for names that are nothing of ours; what is spelled nearly like a service is a slip.
    if (near !== '') throw new AcumaticaConfigError(`The client has no service ${JSON.stringify(name)}${near}.`);
    return undefined;
  }

  #sharesWith(other: EntityClient): boolean {
    return other instanceof Client && other.#core === this.#core;
  }
}

const OWN_FIELDS = new Set(['gateway', 'models']);

/** Names that no service can have, because the client itself has them. */
function isTaken(name: string): boolean {
  return OWN_FIELDS.has(name) || name in Client.prototype;
}

/** The services of a client by name: `client.customers`. */
export type NamedEntityServices<Endpoint extends string = UsualEndpoint> = {
  readonly [Name in keyof ServiceEntities]: Service<ModelOf<ServiceEntities[Name], Endpoint>>;
};

/**
 * A client: its own members, and a service for each entity of the endpoint. `AcumaticaClient<'Manufacturing'>` is one of an
 * endpoint whose generated classes are registered beside those of another.
 */
export type AcumaticaClient<Endpoint extends string = UsualEndpoint> = EndpointModels<Endpoint> &
  Client &
  NamedEntityServices<Endpoint>;

/** What a client has of the classes of its endpoint. */
export interface EndpointModels<Endpoint extends string = UsualEndpoint> {
  /** The entity classes of the endpoint by name; each is made when it is first asked for, and speaks through this client. */
  readonly models: ModelsOf<Endpoint>;
  /** The service of an entity, by the entity's name or by the service's: `Customer` or `customers`. */
  service<Name extends string>(name: Name): Service<ModelOf<Name, Endpoint>>;
  /** A view of this client whose calls carry these options; it shares session, models and limits. */
  with(scope: CallScope): AcumaticaClient<Endpoint>;
}

type OptionsFor<Endpoint extends string> = ClientOptions & { readonly endpointName?: Endpoint };

/** Makes clients: `await AcumaticaClient.connect()`, or `new AcumaticaClient(options)`, which sends nothing yet. */
export const AcumaticaClient = Client as unknown as {
  /** A client that sends nothing before its first use. */
  new <const Endpoint extends string = UsualEndpoint>(options?: OptionsFor<Endpoint>): AcumaticaClient<Endpoint>;
  /** A client that is connected already. */
  connect<const Endpoint extends string = UsualEndpoint>(
    options?: OptionsFor<Endpoint>,
  ): Promise<AcumaticaClient<Endpoint>>;
  readonly prototype: AcumaticaClient;
  /** The client of that name in this process, however often the module is loaded that asks for it. */
  shared<const Endpoint extends string = UsualEndpoint>(
    name: string,
    options?: OptionsFor<Endpoint>,
  ): AcumaticaClient<Endpoint>;
};
