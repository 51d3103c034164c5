import { entityMetadata } from '../decorators/entity-metadata.js';
import type { MemberDefinition } from '../decorators/member-definition.js';
import type { Condition, Fields } from '@acurecord/odata';
import { clientOf } from '../session/client-of.js';
import type { EntityClient } from '../session/entity-client.js';
import type { Query } from '../query/query.js';
import type { ReadOptions } from '../query/read-options.js';
import { deleteEntity } from '../save/delete-entity.js';
import type { DeleteOptions } from '../save/delete-entity.js';
import { reloadEntity } from '../save/reload-entity.js';
import { saveEntity } from '../save/save-entity.js';
import type { SaveOptions } from '../save/save-options.js';
import { wireBody } from '../save/wire-body.js';
import { hasChanges } from '../save/wire-changes.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue } from '../wire/wire-value.js';
import type { WireType } from '../schema/wire-type.js';
import { assignInit } from './assign-init.js';
import { setCustomValue } from './custom-cell.js';
import type { EntityClass } from './entity-class.js';
import type { EntityChanges, EntityInit, PlainEntity } from './entity-shape.js';
import type { CreateOptions } from './entity-scope.js';
import { EntityScope } from './entity-scope.js';
import { EntityState, STATE } from './entity-state.js';
import type { EntityKeys, FindArguments } from './record-address.js';
import { entityFromPlain, plainCustom, plainEntity } from './plain-entity.js';
import { plainChanges } from './plain-changes.js';
import { getMember, setMember } from './named-member.js';

/**
 * Parent of every entity class, written (`@entity`) or made at run time (`defineEntity`). An instance is a lazy view
 * over a row as the server sent it: members unwrap, parse and build their parts when they are first touched.
 */
export abstract class Entity {
  /** Rows and client of the instance. */
  declare [STATE]: EntityState;

  /**
   * Names of the keys in order, for the compiler alone: a class that declares them has `find` checked against them.
   * `declare readonly '~keys'?: readonly [OrderType: 'OrderType', OrderNbr: 'OrderNbr'];`
   */
  declare readonly '~keys'?: readonly string[];

  /**
   * A new record, which the server gets by `save()`.
   *
   * @throws AcumaticaValidationError for a member that the class does not have
   */
  constructor(init?: object) {
    this[STATE] = EntityState.forNew();
    if (init !== undefined) assignInit(this, init);
  }

  /** Members of the class by name: `'UsrPriority' in Customer.fields`. */
  static get fields(): Readonly<Record<string, MemberDefinition>> {
    return entityMetadata(this).members;
  }

  /** The class for one client, whatever the default is. */
  static using<T extends Entity>(this: EntityClass<T>, client: EntityClient): EntityScope<T> {
    return new EntityScope(this, client);
  }

  /**
   * One record by its keys in order (`find('SO', '000123')`), by named keys or by id, with read options last.
   *
   * @throws AcumaticaNotFoundError when there is none
   */
  static find<T extends Entity>(this: EntityClass<T>, ...key: FindArguments<T>): Promise<T> {
    return new EntityScope(this).find(...key);
  }

  /** As `find`, but null when there is no such record. */
  static findOrNull<T extends Entity>(this: EntityClass<T>, ...key: FindArguments<T>): Promise<T | null> {
    return new EntityScope(this).findOrNull(...key);
  }

  /** Several records by their keys, in the order of the keys; missing ones are left out. */
  static findMany<T extends Entity>(
    this: EntityClass<T>,
    keys: readonly EntityKeys<T>[],
    options?: ReadOptions<T>,
  ): Promise<T[]> {
    return new EntityScope(this).findMany(keys, options);
  }

  /** A query for the records that satisfy a condition: `Customer.where(c => c.Status.eq('Active'))`. */
  static where<T extends Entity>(
    this: EntityClass<T>,
    condition: Condition | ((fields: Fields<T>) => Condition),
  ): Query<T> {
    return new EntityScope(this).where(condition);
  }

  /** A query for all records, to be narrowed. */
  static query<T extends Entity>(this: EntityClass<T>): Query<T> {
    return new EntityScope(this).query();
  }

  /** All records. */
  static all<T extends Entity>(this: EntityClass<T>, options?: ReadOptions<T>): Promise<T[]> {
    return new EntityScope(this).all(options);
  }

  /** The first record in the ERP's order, or undefined. */
  static first<T extends Entity>(this: EntityClass<T>, options?: ReadOptions<T>): Promise<T | undefined> {
    return new EntityScope(this).first(options);
  }

  /** Makes a record and inserts it; one that is there already is refused (AcumaticaConcurrencyError). */
  static create<T extends Entity>(this: EntityClass<T>, init: EntityInit<T>, options?: CreateOptions<T>): Promise<T> {
    return new EntityScope(this).create(init, options);
  }

  /** Inserts a record, or updates the one with the same keys. */
  static upsert<T extends Entity>(this: EntityClass<T>, init: EntityInit<T>, options?: CreateOptions<T>): Promise<T> {
    return new EntityScope(this).upsert(init, options);
  }

  /** Deletes a record without reading it. @throws AcumaticaNotFoundError when there is none */
  static deleteByKey<T extends Entity>(this: EntityClass<T>, ...key: FindArguments<T>): Promise<void> {
    return new EntityScope(this).deleteByKey(...key);
  }

  /** The fields outside the contract, as the server's `$adHocSchema` names them. */
  static adHocSchema<T extends Entity>(this: EntityClass<T>): Promise<WireRow> {
    return new EntityScope(this).adHocSchema();
  }

  /** An instance from plain data, as `toPlain()` makes it; a new record where there is no id. */
  static fromPlain<T extends Entity>(this: EntityClass<T>, plain: object): T {
    return entityFromPlain(this, plain);
  }

  /** The server's id; undefined for a new record. Ids of detail rows may hold for the session only. */
  get id(): string | undefined {
    return this[STATE].row.id as string | undefined;
  }

  /** Place among the rows of the answer, from 1. */
  get rowNumber(): number | undefined {
    return this[STATE].row.rowNumber as number | undefined;
  }

  /** What the server finds wrong with the record as a whole. */
  get error(): string | undefined {
    return this[STATE].row.error as string | undefined;
  }

  /** The note's text: null where there is none. */
  get note(): string | null | undefined {
    const { note } = this[STATE].row;
    return note === undefined ? undefined : ((rawValue(note) ?? null) as string | null);
  }

  set note(text: string | null) {
    this[STATE].own().note = { value: text };
  }

  /** Loaded fields outside the contract, by view and field; written by `setCustom`. */
  get custom(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    return plainCustom(this);
  }

  /** Sets a field outside the contract. The type is needed where the value does not tell it. */
  setCustom(view: string, field: string, value: unknown, type?: WireType): void {
    setCustomValue(this[STATE], { view, field }, value, type);
  }

  /** Value of a member by name, for names known only at run time. */
  get(name: string): unknown {
    return getMember(this, name);
  }

  /** Sets a member by name. @throws AcumaticaValidationError when there is no such member */
  set(name: string, value: unknown): void {
    setMember(this, name, value);
  }

  /** What the wire said about a member, unparsed: the text of a timestamp, the digits of an exact decimal. */
  raw(name: string): unknown {
    return rawValue(this[STATE].row[name]);
  }

  /** The client that the record came from, or the one it would be sent through. @throws AcumaticaConfigError */
  get client(): EntityClient {
    return clientOf(this);
  }

  /** Whether the server does not have the record yet. */
  get isNew(): boolean {
    return this[STATE].isNew;
  }

  /** Whether `save()` would send something other than nothing. */
  get isDirty(): boolean {
    return hasChanges(this);
  }

  /** What `save()` would send, unwrapped. */
  get changes(): EntityChanges<this> {
    return plainChanges(this) as EntityChanges<this>;
  }

  /** The exact body that `save()` would send. */
  toWire(): WireRow {
    return wireBody(this);
  }

  /** Takes back every change since the record was read or saved. */
  revert(): void {
    this[STATE].revert();
  }

  /**
   * Sends what has changed, and takes over what the server made of it. Nothing changed: nothing sent. Several saves of
   * one record run one after the other; a failed one leaves the changes as they were.
   */
  async save(options: SaveOptions = {}): Promise<this> {
    await saveEntity(this, options);
    return this;
  }

  /** Deletes the record. @throws AcumaticaNotFoundError when it is not there any more */
  delete(options: DeleteOptions = {}): Promise<void> {
    return deleteEntity(this, options);
  }

  /** Reads the record again and drops unsaved changes. */
  async reload(options: ReadOptions = {}): Promise<this> {
    await reloadEntity(this, options);
    return this;
  }

  /** The record as plain data. */
  toPlain(): PlainEntity<this> {
    return plainEntity(this) as PlainEntity<this>;
  }

  /** What `JSON.stringify` gets: `toPlain()`. */
  toJSON(): Record<string, unknown> {
    return plainEntity(this);
  }

  /** What Node prints. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `${entityMetadata(this.constructor).name}${this.isNew ? ' (new)' : ''} ${inspect(plainEntity(this), options)}`;
  }
}
