import { AcumaticaNotFoundError } from '@acurecord/errors';
import type { ConditionInput } from '@acurecord/odata';
import { entityMetadata } from '../decorators/entity-metadata.js';
import type { RecordAddress } from '../gateway/entity-gateway.js';
import { Query } from '../query/query.js';
import { EMPTY_PLAN, shapeParams } from '../query/query-plan.js';
import { callOptionsOf } from '../query/read-options.js';
import type { ReadOptions } from '../query/read-options.js';
import type { SaveOptions } from '../save/save-options.js';
import { clientOfClass } from '../session/bind-class.js';
import { openClient } from '../session/client-of.js';
import { currentClient } from '../session/current-client.js';
import type { EntityClient } from '../session/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import type { Entity } from './entity.js';
import type { EntityClass } from './entity-class.js';
import type { EntityInit } from './entity-shape.js';
import { EntityState, STATE } from './entity-state.js';
import { findMany } from './find-many.js';
import { runInquiry } from '../inquiry/run-inquiry.js';
import { announceMembers } from '../transform/announce-members.js';
import { entityOf } from './hydrate.js';
import { recordPlace, splitArguments } from './record-address.js';
import type { EntityKeys, FindArguments, RecordPlace } from './record-address.js';

/** How a new record is saved. */
export type CreateOptions<T> = Omit<SaveOptions<T>, 'mode' | 'method'>;

/** An entity class for one client; without one, for the class's own, else for the one that is current when it is used. */
export class EntityScope<T extends Entity> {
  readonly #target: EntityClass<T>;
  readonly #client: EntityClient | undefined;

  /** Made by `Customer.using(client)`. */
  constructor(target: EntityClass<T>, client?: EntityClient) {
    this.#target = target;
    this.#client = client ?? clientOfClass(target);
  }

  /** A new record that will be sent through this client. */
  build(init: EntityInit<T> = {}): T {
    const entity = new this.#target(init);
    if (this.#client !== undefined) entity[STATE].client = this.#client;
    return entity;
  }

  /** As `Entity.find`. */
  async find(...key: FindArguments<T>): Promise<T> {
    const { keys, options } = splitArguments<T>(key);
    const place = recordPlace<T>(this.#target, keys);
    if ('named' in place) return this.#findNamed(place.named, options);
    const client = this.#open();
    const row = await client.gateway.get({
      entity: this.#name,
      address: place,
      params: shapeParams(this.#target, options, client),
      options: callOptionsOf(options),
    });
    return this.#entity(row, client);
  }

  /** As `Entity.findOrNull`. */
  async findOrNull(...key: FindArguments<T>): Promise<T | null> {
    try {
      return await this.find(...key);
    } catch (error) {
      if (AcumaticaNotFoundError.is(error)) return null;
      throw error;
    }
  }

  /** As `Entity.findMany`. */
  findMany(keys: readonly EntityKeys<T>[], options: ReadOptions<T> = {}): Promise<T[]> {
    return findMany(this, this.#target, keys, options);
  }

  /** As `Entity.where`. */
  where(condition: ConditionInput<T>): Query<T> {
    return this.query().where(condition);
  }

  /** As `Entity.query`. */
  query(options: ReadOptions<T> = {}): Query<T> {
    const { select = [], expand = [], custom = [] } = options;
    return new Query(this.#target, this.#client, {
      ...EMPTY_PLAN,
      select,
      expand,
      custom,
      options: callOptionsOf(options),
    });
  }

  /** As `Entity.all`. */
  all(options?: ReadOptions<T>): Promise<T[]> {
    return this.query(options).toArray();
  }

  /** As `Entity.first`. */
  first(options?: ReadOptions<T>): Promise<T | undefined> {
    return this.query(options).first();
  }

  /** As `Entity.create`. */
  create(init: EntityInit<T>, options?: CreateOptions<T>): Promise<T> {
    return this.build(init).save({ ...options, mode: 'insertOnly' });
  }

  /** As `Entity.upsert`. */
  upsert(init: EntityInit<T>, options?: CreateOptions<T>): Promise<T> {
    return this.build(init).save({ ...options, mode: 'upsert' });
  }

  /** As `Entity.deleteByKey`. */
  async deleteByKey(...key: FindArguments<T>): Promise<void> {
    const { keys, options } = splitArguments<T>(key);
    const address = await this.#address(recordPlace<T>(this.#target, keys), options);
    await this.#open().gateway.delete({ entity: this.#name, address, options: callOptionsOf(options) });
  }

  /** As `Entity.adHocSchema`. */
  adHocSchema(): Promise<WireRow> {
    return this.#open().gateway.adHocSchema({ entity: this.#name });
  }

  /** As `Entity.run`. */
  async run(parameters: EntityInit<T> = {}, options: ReadOptions<T> = {}): Promise<T> {
    const client = this.#open();
    const row = await runInquiry(client, new this.#target(parameters), options);
    return this.#entity(row, client);
  }

  get #name(): string {
    return entityMetadata(this.#target).name;
  }

  #open(): EntityClient {
    return openClient(this.#client ?? currentClient(this.#name), this.#name);
  }

  #entity(row: WireRow, client: EntityClient): T {
    announceMembers(this.#target);
    return entityOf(this.#target, new EntityState(row, row, client));
  }

  /** Keys with a slash fit into no URL, but into a condition. */
  async #findNamed(named: ReadonlyMap<string, string>, options: ReadOptions<T>): Promise<T> {
    const equal = Object.fromEntries(named) as unknown as ConditionInput<T>;
    const record = await this.query(options).where(equal).first();
    if (record !== undefined) return record;
    const id = [...named.values()].join(', ');
    throw new AcumaticaNotFoundError(`There is no ${this.#name} ${id}.`, { entity: this.#name, entityId: id });
  }

  async #address(place: RecordPlace, options: ReadOptions<T>): Promise<RecordAddress> {
    if (!('named' in place)) return place;
    const { id } = await this.#findNamed(place.named, callOptionsOf(options));
    return { id: String(id) };
  }
}
