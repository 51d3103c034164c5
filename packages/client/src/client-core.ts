import { EventEmitter } from 'node:events';
import { AcumaticaConfigError } from '@acurecord/errors';
import type { SchemaDifference } from '@acurecord/cache';
import { FormKnowledge, readODataMetadata } from '@acurecord/metadata';
import type { CallOptions, EndpointName, ODataSchema, WireRow } from '@acurecord/metadata';
import { createScheduler } from '@acurecord/scheduler';
import type { Scheduler } from '@acurecord/scheduler';
import type { Transport } from '@acurecord/transport';
import type { ClientEvents } from './client-events.js';
import { refuseUnknownOptions } from './client-options.js';
import type { ClientOptions } from './client-options.js';
import type { Connection } from './connection/connection.js';
import { establish, resolveModel } from './connection/establish.js';
import type { EndpointModel } from './connection/fetch-model.js';
import { CustomFields } from './models/custom-fields.js';
import { ModelClasses } from './models/model-classes.js';
import { warnOfUnknownParts } from './models/warn-of-unknown-parts.js';
import { withScopeHeaders } from './scope/call-scope.js';
import { nameServices } from './services/service-directory.js';
import type { ServiceIndex } from './services/service-index.js';
import { RequestHistory } from './statistics/request-history.js';

/** How long `close()` waits for a refresh of the kept schema that is under way. */
const REFRESH_GRACE_MS = 5_000;

/** What all views of one client share: its options, its one connection, its model, and the end of it. */
export class ClientCore<C = unknown> {
  readonly options: ClientOptions;
  readonly history: RequestHistory;
  readonly classes: ModelClasses;
  readonly formKnowledge = new FormKnowledge();
  readonly events = new EventEmitter<ClientEvents>();
  /** Endpoints of classes that spoke before the client had connected, by entity. */
  readonly expectedEndpoints = new Map<string, EndpointName>();
  readonly #isTaken: (name: string) => boolean;
  #opening: Promise<Connection> | undefined;
  #connection: Connection | undefined;
  #transport: Transport | undefined;
  #model: EndpointModel | undefined;
  readonly #odata = new Map<'gi' | 'dac', Promise<ODataSchema>>();
  readonly #customFields = new CustomFields((entity) => this.#loadAdHocSchema(entity));
  #refresh: Promise<unknown> = Promise.resolve();
  #scheduler: Scheduler<C> | undefined;
  #closing: Promise<void> | undefined;
  #closed = false;

  constructor(options: ClientOptions, isTaken: (name: string) => boolean) {
    refuseUnknownOptions(options);
    this.options = options;
    this.history = new RequestHistory(options.requestHistory ?? 0);
    this.classes = new ModelClasses({ registered: options.models ?? {}, schema: () => this.#model });
    this.#isTaken = isTaken;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The connection, if there is one. */
  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** What the ERP said when it refused the account, while that is remembered. */
  get signInRefusal(): string | undefined {
    return this.#transport?.stats().signInRefusal;
  }

  /** Signs in, also where the ERP has refused the account before. */
  async signIn(): Promise<void> {
    const { transport } = await this.open(true);
    await transport.signIn();
  }

  /** The endpoint's model, once it was discovered. */
  get model(): EndpointModel | undefined {
    return this.#model;
  }

  /**
   * The connection, opened on the first call; callers at the same time share it, and a failed attempt is not remembered. `again`: also where the
   * ERP has refused the account before.
   *
   * @throws AcumaticaConfigError after `close()`
   */
  open(again = false): Promise<Connection> {
    if (this.closed) return Promise.reject(closedError());
    return (this.#opening ??= this.#establish(again).catch(async (error: unknown) => {
      this.#opening = undefined;
      await this.#transport?.close({ graceMs: 0 });
      throw error;
    }));
  }

  /** All entities and services by name. */
  async index(): Promise<ServiceIndex> {
    const { endpoint } = await this.open();
    const entities = this.classes.names();
    const services = this.#model?.services ?? (await nameServices(entities, this.#isTaken));
    return { entities, services, endpoint: `${endpoint.name} ${endpoint.version}` };
  }

  /** Downloads the description of the endpoint now. */
  async refreshSchema(): Promise<SchemaDifference> {
    const connection = await this.open();
    const { schema } = await resolveModel(connection, { isTaken: this.#isTaken, forceRebuild: true });
    this.#model = this.#customFields.addTo(schema);
    const { lastDifferentialUpdate } = connection.schemaCache;
    return lastDifferentialUpdate ?? { added: [], changed: [], removed: [], unchanged: [] };
  }

  /**
   * The fields of an entity outside the contract; from now on its class has them. Asked once for all, but for a call with
   * options of its own, which is made as it says.
   */
  async adHocSchema(entity: string, options: CallOptions = {}): Promise<WireRow> {
    const isNews = !this.#customFields.has(entity);
    const isOwn = Object.keys(options).length > 0;
    const row = isOwn
      ? await (await this.open()).rest.adHocSchema({ entity, options })
      : await this.#customFields.of(entity);
    if (options.apiVersion !== undefined) return row;
    if (isOwn) this.#customFields.learn(entity, row);
    if (isNews && this.#model !== undefined) this.#model = this.#customFields.addTo(this.#model);
    return row;
  }

  /** Columns and parameters of the inquiries over OData, asked for once. */
  inquiries(): Promise<ODataSchema> {
    return this.#described('gi');
  }

  /** Columns and ways of the data access classes over OData, asked for once: the document is of several megabytes. */
  dataClasses(): Promise<ODataSchema> {
    return this.#described('dac');
  }

  /** The scheduler of this client, made when it is first asked for. */
  schedulerFor(client: C): Scheduler<C> {
    if (this.#closing !== undefined) throw closedError();
    return (this.#scheduler ??= createScheduler<C>({ ...this.options.scheduler, client }));
  }

  /** Ends the connection; a second call waits for the first. */
  close(): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  #described(source: 'gi' | 'dac'): Promise<ODataSchema> {
    const known = this.#odata.get(source);
    if (known !== undefined) return known;
    const asked = this.#loadMetadata(source).catch((error: unknown) => {
      this.#odata.delete(source);
      throw error;
    });
    this.#odata.set(source, asked);
    return asked;
  }

  async #loadMetadata(source: 'gi' | 'dac'): Promise<ODataSchema> {
    const { rest } = await this.open();
    return readODataMetadata(await rest.odataMetadata(source));
  }

  /** Kept with the schema, for as long, and for this build of the server. */
  async #loadAdHocSchema(entity: string): Promise<WireRow> {
    const { rest, store, settings, endpoint, info } = await this.open();
    const { baseUrl, tenant, cacheTtlHours, forceRebuild } = settings;
    const build = info?.version.acumaticaBuildVersion ?? '';
    const key = JSON.stringify(['acurecord-ad-hoc', baseUrl, tenant, endpoint.name, endpoint.version, build, entity]);
    const kept = forceRebuild ? undefined : await store.get(key).catch(() => undefined);
    if (typeof kept === 'object' && kept !== null) return kept as WireRow;
    const row = await rest.adHocSchema({ entity });
    await store.set(key, row, { ttlMs: cacheTtlHours * 3_600_000 }).catch(() => undefined);
    return row;
  }

  async #establish(again: boolean): Promise<Connection> {
    const { connection, resolved } = await establish({
      options: this.options,
      hooks: withScopeHeaders(this.history.watching(this.options.hooks)),
      isTaken: this.#isTaken,
      again,
      onProcessEnd: (budgetMs) => this.#scheduler?.close({ wait: budgetMs / 2 }),
      onTransport: (transport) => (this.#transport = transport),
    });
    if (this.closed) throw closedError();
    this.#model = resolved?.schema;
    if (resolved !== undefined) warnOfUnknownParts(resolved.schema);
    this.#refresh = this.#announce(resolved?.refresh);
    this.#connection = connection;
    return connection;
  }

  /** The model stays as it is; the next client starts with the newer one. */
  async #announce(refresh: Promise<SchemaDifference | undefined> | undefined): Promise<void> {
    const difference = await refresh;
    if (difference !== undefined) this.events.emit('schemaRefreshed', difference);
  }

  /** Tasks end first, while they can still reach the ERP. */
  async #end(): Promise<void> {
    if (this.#scheduler !== undefined) await this.#scheduler.close({ wait: this.options.closeTimeoutMs ?? 10_000 });
    this.#closed = true;
    await this.#opening?.catch(() => undefined);
    await settledWithin(REFRESH_GRACE_MS, this.#refresh);
    await this.#transport?.close();
    this.events.removeAllListeners();
  }
}

async function settledWithin(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}

function closedError(): AcumaticaConfigError {
  return new AcumaticaConfigError('This client was closed. Connect a new one: await AcumaticaClient.connect().');
}
