import { AcumaticaConfigError } from '@acurecord/errors';
import { EntityScope, runWithClient } from '@acurecord/metadata';
import type {
  CallOptions,
  Entity,
  EntityClass,
  EntityClient,
  EntityInit,
  EntityKeys,
  NamedKeys,
  Query,
  ReadOptions,
  SaveOptions,
  WireRow,
} from '@acurecord/metadata';
import type { ConditionInput, QueryOptions } from '@acurecord/odata';
import { queryFrom } from './query-from-list-options.js';

/** Which records a list has, and what of them. */
export interface ListOptions<T> extends ReadOptions<T> {
  /** A condition, values to be equal to, a function of the fields, or filter text. */
  readonly filter?: ConditionInput<T> | string;
  /** At most so many records. @default all */
  readonly top?: number;
  /** Leaves out so many records first. */
  readonly skip?: number;
}

/** What a service speaks through, and which class it makes. */
export interface ServicePort<T extends Entity> {
  readonly client: EntityClient;
  /** The entity's class, once it is known. @throws AcumaticaConfigError when there is no such entity */
  readonly entityClass: () => Promise<EntityClass<T>>;
}

/** All that can be done with one entity of the endpoint, such as `client.customers`. */
export class EntityService<T extends Entity> {
  readonly #port: ServicePort<T>;

  /** Made by a client. */
  constructor(port: ServicePort<T>) {
    this.#port = port;
  }

  /**
   * One record by its key, its keys in order, or its id.
   *
   * @throws AcumaticaNotFoundError when there is none
   */
  async getById(keyOrId: EntityKeys<T>, options: ReadOptions<T> = {}): Promise<T> {
    return (await this.#scope()).find(keyOrId, options);
  }

  /** One record by its keys by name: `{ OrderType: 'SO', OrderNbr: '000123' }`. @throws AcumaticaNotFoundError */
  async getByKeys(keys: NamedKeys<T>, options: ReadOptions<T> = {}): Promise<T> {
    return (await this.#scope()).find(keys, options);
  }

  /** The records that satisfy the filter; without `top` all of them, in one request. */
  async getList(options: ListOptions<T> | QueryOptions = {}): Promise<T[]> {
    return queryFrom(await this.query(), options).toArray();
  }

  /** A query, for reading page by page. */
  async query(): Promise<Query<T>> {
    return (await this.#scope()).query();
  }

  /**
   * Creates or updates a record: an instance sends what has changed in it, plain data is sent as it is.
   *
   * @returns the record as the ERP left it; an instance is updated in place
   */
  async putEntity(entity: T | EntityInit<T>, options: SaveOptions<T> = {}): Promise<T> {
    const target = await this.#port.entityClass();
    if (!(entity instanceof target))
      return this.#build(target, entity as EntityInit<T>).save({ mode: 'upsert', ...options });
    this.#refuseForeign(entity);
    return runWithClient(this.#port.client, () => (entity as Saveable<T>).save(options));
  }

  /** Deletes a record by its key, its keys in order, or its id. @throws AcumaticaNotFoundError */
  async deleteById(keyOrId: EntityKeys<T>, options: CallOptions = {}): Promise<void> {
    await (await this.#scope()).deleteByKey(keyOrId, options);
  }

  /** Deletes a record by its keys by name. @throws AcumaticaNotFoundError */
  async deleteByKeys(keys: NamedKeys<T>, options: CallOptions = {}): Promise<void> {
    await (await this.#scope()).deleteByKey(keys, options);
  }

  /** The fields outside the contract, as the server's `$adHocSchema` names them. */
  async getAdHocSchema(): Promise<WireRow> {
    return (await this.#scope()).adHocSchema();
  }

  async #scope(): Promise<EntityScope<T>> {
    return new EntityScope(await this.#port.entityClass(), this.#port.client);
  }

  #build(target: EntityClass<T>, init: EntityInit<T>): T {
    return new EntityScope(target, this.#port.client).build(init);
  }

  /** A record of another tenant would be written there, not here. */
  #refuseForeign(entity: T): void {
    const { client } = this.#port;
    const owner = runWithClient(client, () => entity.client);
    if (owner === client || owner.gateway === client.gateway || sameSession(owner, client)) return;
    throw new AcumaticaConfigError(
      'This record belongs to another client; save it there, or pass its plain data here.',
      {
        suggestions: ['service.putEntity(record.toPlain()) writes a copy here.'],
      },
    );
  }
}

/** `save` of an instance whose class is known by a type parameter only. */
interface Saveable<T> {
  save(options: SaveOptions<T>): Promise<T>;
}

function sameSession(one: EntityClient, other: EntityClient): boolean {
  const [session, otherSession] = [one, other].map((client) => (client as { session?: unknown }).session);
  return session !== undefined && session === otherSession;
}
