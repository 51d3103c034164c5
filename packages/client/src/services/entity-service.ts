import type {
  ActionParameters,
  CallOptions,
  Entity,
  EntityInit,
  EntityKeys,
  FileContent,
  FileReadOptions,
  InvokeOptions,
  NamedKeys,
  Query,
  ReadOptions,
  RecordFile,
  SaveOptions,
  AttachOptions,
  WireRow,
} from '@acurecord/metadata';
import type { QueryOptions } from '@acurecord/odata';
import type { Download } from '@acurecord/transport';
import type { ListOptions } from './list-options.js';
import { queryFrom } from './query-from-list-options.js';
import type { RecordReference, ServicePort } from './service-records.js';
import { ServiceRecords } from './service-records.js';
import { answerUnknownNames } from './unknown-names.js';

/** How an entity is written, and what of it comes back. */
export type PutOptions<T> = SaveOptions & ReadOptions<T>;

const INVOKE = 'invokeAction';

/** All that can be done with one entity of the endpoint, such as `client.customers`. */
export class EntityService<T extends Entity> {
  readonly #records: ServiceRecords<T>;
  readonly #adHocSchema: (options: CallOptions) => Promise<WireRow>;

  static {
    answerUnknownNames(EntityService.prototype, (service, name) => {
      const action = name.startsWith(INVOKE) ? name.slice(INVOKE.length) : '';
      if (action === '') return undefined;
      return (...call: ActionCall<Entity>) => (service as EntityService<Entity>).invokeAction(action, ...call);
    });
  }

  /** Made by a client. */
  constructor(port: ServicePort<T>) {
    this.#records = new ServiceRecords(port);
    this.#adHocSchema = port.adHocSchema;
  }

  /**
   * One record by its key, its keys in order, or its id.
   *
   * @throws AcumaticaNotFoundError when there is none
   */
  async getById(keyOrId: EntityKeys<T>, options: ReadOptions<T> = {}): Promise<T> {
    return (await this.#records.scope()).find(keyOrId, options);
  }

  /** One record by its keys by name: `{ OrderType: 'SO', OrderNbr: '000123' }`. @throws AcumaticaNotFoundError */
  async getByKeys(keys: NamedKeys<T>, options: ReadOptions<T> = {}): Promise<T> {
    return (await this.#records.scope()).find(keys, options);
  }

  /** The records that satisfy the filter; without `top` all of them, in one request. */
  async getList(options: ListOptions<T> | QueryOptions = {}): Promise<T[]> {
    return queryFrom(await this.query(), options).toArray();
  }

  /** A query, for reading page by page. */
  async query(): Promise<Query<T>> {
    return (await this.#records.scope()).query();
  }

  /**
   * Creates or updates a record: an instance sends what has changed in it, plain data is sent as it is.
   *
   * @returns the record as the ERP left it; an instance is updated in place
   */
  putEntity(entity: T | EntityInit<T>, options: PutOptions<T> = {}): Promise<T> {
    return this.#records.writing(entity, (record, isPlain) =>
      record.save((isPlain && !record.isNew ? { mode: 'upsert', ...options } : options) as SaveOptions),
    );
  }

  /** Deletes a record by its key, its keys in order, or its id. @throws AcumaticaNotFoundError */
  async deleteById(keyOrId: EntityKeys<T>, options: CallOptions = {}): Promise<void> {
    await (await this.#records.scope()).deleteByKey(keyOrId, options);
  }

  /** Deletes a record by its keys by name. @throws AcumaticaNotFoundError */
  async deleteByKeys(keys: NamedKeys<T>, options: CallOptions = {}): Promise<void> {
    await (await this.#records.scope()).deleteByKey(keys, options);
  }

  /** Attaches a file to a record; one of the same name becomes its next version. The last argument may be the comment. */
  putFile(
    record: RecordReference<T>,
    filename: string,
    data: FileContent,
    options: AttachOptions | string = {},
  ): Promise<void> {
    const upload = typeof options === 'string' ? { comment: options } : options;
    return this.#records.using(record, (found) => found.attach(filename, data, upload));
  }

  /** The files of a record. */
  getFiles(record: RecordReference<T>, options: CallOptions = {}): Promise<RecordFile[]> {
    return this.#records.using(record, (found) => found.files(options));
  }

  /** Opens a file of a record for reading, by an entry of `getFiles`, its id or its name; the stream must be read. */
  getFile(record: RecordReference<T>, file: RecordFile | string, options: FileReadOptions = {}): Promise<Download> {
    return this.#records.using(record, (found) => found.download(file, options));
  }

  /**
   * Calls an action on a record and resolves when the ERP has finished it. Each action is a method too:
   * `invokeActionReleaseInvoice(invoice)`.
   */
  invokeAction(action: string, ...[record, parameters = {}, options = {}]: ActionCall<T>): Promise<void> {
    return this.#records.using(record, (found: Entity) => found.invoke(action, parameters, options));
  }

  /** Reads an inquiry of the contract with these parameters; its rows are in the details of what comes back. */
  async run(parameters?: EntityInit<T>, options?: ReadOptions<T>): Promise<T> {
    return (await this.#records.scope()).run(parameters, options);
  }

  /** The fields outside the contract, as the server's `$adHocSchema` names them; the entity's class has them from now on. */
  getAdHocSchema(options: CallOptions = {}): Promise<WireRow> {
    return this.#adHocSchema(options);
  }
}

/** What an action is called with: the record, its parameters, and how the end is waited for. */
export type ActionCall<T> = [record: RecordReference<T>, parameters?: ActionParameters, options?: InvokeOptions];

/** A service with a method for each action of its entity. */
export type Service<T extends Entity> = EntityService<T> & ActionMethods<T>;

/** The actions of an entity as methods: `invokeAction<Name>`. */
export interface ActionMethods<T> {
  readonly [method: `invokeAction${Capitalize<string>}`]: (...call: ActionCall<T>) => Promise<void>;
}
