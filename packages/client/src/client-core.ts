import { AcumaticaConfigError } from '@acurecord/errors';
import type { Transport } from '@acurecord/transport';
import type { SchemaDifference } from '@acurecord/cache';
import type { ClientOptions } from './client-options.js';
import type { Connection } from './connection/connection.js';
import { establish } from './connection/establish.js';
import type { EndpointModel } from './connection/fetch-model.js';
import { RequestHistory } from './statistics/request-history.js';

/** What all views of one client share: its options, its one connection, and the end of it. */
export class ClientCore {
  readonly options: ClientOptions;
  readonly history: RequestHistory;
  readonly #isTaken: (name: string) => boolean;
  #opening: Promise<Connection> | undefined;
  #connection: Connection | undefined;
  #transport: Transport | undefined;
  #model: EndpointModel | undefined;
  #refresh: Promise<SchemaDifference | undefined> | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: ClientOptions, isTaken: (name: string) => boolean) {
    this.options = options;
    this.history = new RequestHistory(options.requestHistory ?? 0);
    this.#isTaken = isTaken;
  }

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  /** The connection, if there is one. */
  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** The endpoint's model, once it was discovered. */
  get model(): EndpointModel | undefined {
    return this.#model;
  }

  set model(model: EndpointModel | undefined) {
    this.#model = model;
  }

  /** A refresh of the kept schema that runs in the background. */
  get refresh(): Promise<SchemaDifference | undefined> | undefined {
    return this.#refresh;
  }

  /**
   * The connection, opened on the first call; callers at the same time share it, and a failed attempt is not remembered.
   *
   * @throws AcumaticaConfigError after `close()`
   */
  open(): Promise<Connection> {
    if (this.closed) return Promise.reject(closedError());
    return (this.#opening ??= this.#establish().catch(async (error: unknown) => {
      this.#opening = undefined;
      await this.#transport?.close({ graceMs: 0 });
      this.#transport = undefined;
      throw error;
    }));
  }

  /** Ends the connection; a second call waits for the first. */
  close(): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  async #establish(): Promise<Connection> {
    const { connection, resolved } = await establish({
      options: this.options,
      hooks: this.history.watching(this.options.hooks),
      isTaken: this.#isTaken,
      onTransport: (transport) => (this.#transport = transport),
    });
    if (this.closed) throw closedError();
    this.#model = resolved?.schema;
    this.#refresh = resolved?.refresh;
    this.#connection = connection;
    return connection;
  }

  async #end(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.#refresh;
    await this.#transport?.close();
  }
}

function closedError(): AcumaticaConfigError {
  return new AcumaticaConfigError('This client was closed. Connect a new one: await AcumaticaClient.connect().');
}
