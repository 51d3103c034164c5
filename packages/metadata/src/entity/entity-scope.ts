import { refuseUnknownOptions } from '@acurecord/errors';
import type { AcumaticaNotFoundError } from '@acurecord/errors';
import type { ConditionInput } from '@acurecord/odata';
import { entityMetadata } from '../model/entity-metadata.js';
import { CALL_OPTIONS } from '../gateway/entity-gateway.js';
import type { RecordAddress } from '../gateway/entity-gateway.js';
import { knowledgeOf } from '../gateway/form-knowledge.js';
import { Query } from '../query/query.js';
import { shapeParams } from '../shape/shape-params.js';
import { EMPTY_PLAN } from '../query/query-plan.js';
import { callOptionsOf, READ_OPTIONS } from '../shape/read-options.js';
import type { ReadOptions } from '../shape/read-options.js';
import { deleteAt } from '../save/delete-entity.js';
import type { SaveOptions } from '../save/save-options.js';
import { clientOfClass } from '../session/bind-class.js';
import { clientFor } from '../session/client-of.js';
import { checkEndpoint } from '../session/check-endpoint.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { EntityClass } from '../record/entity-class.js';
import type { EntityInit } from '../record/entity-shape.js';
import { EntityState, STATE } from '../record/entity-state.js';
import { findMany } from './find-many.js';
import { runInquiry } from '../inquiry/run-inquiry.js';
import { fromText } from '../transform/from-text.js';
import type { TextRow } from '../transform/from-text.js';
import type { TextOptions } from '../transform/text-options.js';
import { announceMembers } from '../transform/announce-members.js';
import { entityOf } from '../record/hydrate.js';
import { explainedNotFound, isMissingRecord, missingRecord } from '../shape/not-found.js';
import { recordPlace } from '../record/record-address.js';
import type { EntityKeys, RecordPlace } from '../record/record-address.js';
import { splitArguments } from './find-arguments.js';
import type { FindArguments } from './find-arguments.js';

/** How a new record is saved. */
export type CreateOptions<T> = Omit<SaveOptions<T>, 'mode' | 'method'>;

/** An entity class for one client; without one, for the class's own, else for the one that is current when it is used. */
export class EntityScope<T extends Entity> {
  readonly #target: EntityClass<T>;
  readonly #client: EntityClient | undefined;

  /** Made by `Customer.using(client)`. @throws AcumaticaConfigError for a client of another endpoint */
  constructor(target: EntityClass<T>, client?: EntityClient) {
    if (client?.endpoint !== undefined) checkEndpoint(client, target);
    this.#target = target;
    this.#client = client ?? clientOfClass(target);
  }

  /** A new record that will be sent through this client. */
  build(init: T | EntityInit<T> = {}): T {
    const entity = new this.#target(init);
    if (this.#client !== undefined) entity[STATE].client = this.#client;
    return entity;
  }

  /** As `Entity.fromText`, for a record that will be sent through this client. */
  fromText(row: TextRow, options?: TextOptions): T {
    const entity = fromText(this.#target, row, options);
    if (this.#client !== undefined) entity[STATE].client = this.#client;
    return entity;
  }

  /** As `Entity.find`. */
  find(...key: FindArguments<T>): Promise<T> {
    return this.#find(key, (error) => {
      throw error;
    });
  }

  /** As `Entity.findOrNull`. */
  findOrNull(...key: FindArguments<T>): Promise<T | null> {
    return this.#find(key, () => null);
  }

  /** As `Entity.findMany`. */
  async findMany(keys: readonly EntityKeys<T>[], options: ReadOptions<T> = {}): Promise<T[]> {
    refuseUnknownOptions('findMany()', options, READ_OPTIONS);
    return findMany<T>(this, this.#target, keys, options);
  }

  /** As `Entity.where`. */
  where(condition: ConditionInput<T>): Query<T> {
    return this.query().where(condition);
  }

  /** As `Entity.query`. */
  query(options: ReadOptions<T> = {}): Query<T> {
    refuseUnknownOptions('The query', options, READ_OPTIONS);
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
  async all(options?: ReadOptions<T>): Promise<T[]> {
    return this.query(options).toArray();
  }

  /** As `Entity.first`. */
  async first(options?: ReadOptions<T>): Promise<T | undefined> {
    return this.query(options).first();
  }

  /** As `Entity.create`. */
  create(init: T | EntityInit<T>, options?: CreateOptions<T>): Promise<T> {
    return this.build(init).save({ ...options, mode: 'insertOnly' });
  }

  /** As `Entity.upsert`. */
  upsert(init: EntityInit<T>, options?: CreateOptions<T>): Promise<T> {
    return this.build(init).save({ ...options, mode: 'upsert' });
  }

  /** As `Entity.deleteByKey`. */
  async deleteByKey(...key: FindArguments<T>): Promise<void> {
    const { keys, options } = splitArguments<T>(key);
    refuseUnknownOptions('deleteByKey()', options, CALL_OPTIONS);
    const place = recordPlace<T>(this.#target, keys);
    const address = await this.#address(place, options);
    const client = this.#open();
    try {
      await deleteAt({ target: this.#target, client }, address, options);
    } catch (error) {
      throw explainedNotFound(error, { target: this.#target, client, place, options });
    }
  }

  /** As `Entity.adHocSchema`. */
  adHocSchema(): Promise<WireRow> {
    return this.#open().gateway.adHocSchema({ entity: this.#name });
  }

  /** As `Entity.run`. */
  async run(parameters: EntityInit<T> = {}, options: ReadOptions<T> = {}): Promise<T> {
    refuseUnknownOptions('run()', options, READ_OPTIONS);
    const client = this.#open();
    const row = await runInquiry(client, new this.#target(parameters), options);
    return this.#entity(row, client);
  }

  get #name(): string {
    return entityMetadata(this.#target).name;
  }

  #open(): EntityClient {
    return clientFor(this.#target, this.#client);
  }

  #entity(row: WireRow, client: EntityClient): T {
    announceMembers(this.#target);
    return entityOf(this.#target, new EntityState(row, row, client));
  }

  async #find<R>(key: FindArguments<T>, missing: (error: AcumaticaNotFoundError) => R): Promise<T | R> {
    const { keys, options } = splitArguments<T>(key);
    refuseUnknownOptions('find()', options, READ_OPTIONS);
    const place = recordPlace<T>(this.#target, keys);
    if ('named' in place)
      return (await this.#findNamed(place.named, options)) ?? missing(missingRecord(this.#target, place));
    const client = this.#open();
    const params = shapeParams(this.#target, options, client);
    const request = { entity: this.#name, address: place, params, options: callOptionsOf(options) };
    try {
      return this.#entity(await client.gateway.get(request), client);
    } catch (error) {
      const explained = explainedNotFound(error, { target: this.#target, client, place, options });
      if (isMissingRecord(explained) && 'keys' in place) knowledgeOf(client).missed(this.#name, place.keys);
      if (isMissingRecord(explained)) return missing(explained);
      throw explained;
    }
  }

  /** Keys with a slash fit into no URL, but into a condition. */
  #findNamed(named: ReadonlyMap<string, string>, options: ReadOptions<T>): Promise<T | undefined> {
    const equal = Object.fromEntries(named) as unknown as ConditionInput<T>;
    return this.query(options).where(equal).first();
  }

  async #address(place: RecordPlace, options: ReadOptions<T>): Promise<RecordAddress> {
    if (!('named' in place)) return place;
    const record = await this.#findNamed(place.named, callOptionsOf(options));
    if (record === undefined) throw missingRecord(this.#target, place);
    return { id: String(record.id) };
  }
}
