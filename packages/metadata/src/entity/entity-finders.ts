import type { ConditionInput } from '@acurecord/odata';
import { entityMetadata } from '../model/entity-metadata.js';
import type { MemberDefinition } from '../model/member-definition.js';
import type { Query } from '../query/query.js';
import type { ReadOptions } from '../shape/read-options.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { EntityClass } from '../record/entity-class.js';
import { fromText } from '../transform/from-text.js';
import type { TextRow } from '../transform/from-text.js';
import type { TextOptions } from '../transform/text-options.js';
import { fromPlain } from '../transform/transform-entity.js';
import { EntityScope } from './entity-scope.js';
import type { CreateOptions } from './entity-scope.js';
import type { EntityInit } from '../record/entity-shape.js';
import type { EntityKeys } from '../record/record-address.js';
import type { FindArguments } from './find-arguments.js';

/** What an entity class can be asked. Everything goes through the current client; `using` chooses another one. */
export abstract class EntityFinders {
  /** Members of the class by name: `'UsrPriority' in Customer.fields`. */
  static get fields(): Readonly<Record<string, MemberDefinition<EntityClass>>> {
    return entityMetadata(this).members as Readonly<Record<string, MemberDefinition<EntityClass>>>;
  }

  /**
   * The class for one client, whatever the default is.
   *
   * @throws AcumaticaConfigError for a client of another endpoint than the class was made for
   */
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
  static where<T extends Entity>(this: EntityClass<T>, condition: ConditionInput<T>): Query<T> {
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

  /**
   * Makes a record and inserts it; one that is there already is refused (AcumaticaConcurrencyError). Of another record the
   * values are copied, keys included, ids not.
   */
  static create<T extends Entity>(
    this: EntityClass<T>,
    init: NoInfer<T> | EntityInit<T>,
    options?: CreateOptions<T>,
  ): Promise<T> {
    return new EntityScope(this).create(init, options);
  }

  /** Inserts a record, or updates the one with the same keys; rows that are given without an id are added to its own. */
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

  /**
   * A new record from texts, as a CSV file or an HTML form gives them: `Customer.fromText({ CustomerID: 'A', CreditLimit: '5.5' })`.
   * A blank text leaves its field untouched, or clears it by `{ blank: 'clear' }`. Columns such as `MainContact.Email` reach links.
   * Without options only `true` and `false`, `.` as decimal separator and ISO dates are taken.
   *
   * @throws AcumaticaValidationError with all faults of the row, each with its column, and its line where `line` is given
   */
  static fromText<T extends Entity>(this: EntityClass<T>, row: TextRow, options?: TextOptions): T {
    return fromText(this, row, options);
  }

  /**
   * An instance from plain data, as `toPlain()` makes it; a new record where there is no id. Decorators of
   * class-transformer on the class take effect.
   *
   * @throws AcumaticaValidationError for a member that the class does not have
   */
  static fromPlain<T extends Entity>(this: EntityClass<T>, plain: object): T {
    return fromPlain(this, plain);
  }

  /**
   * Runs an inquiry of the contract with its parameters and gives it with all its rows:
   * `InventorySummaryInquiry.run({ InventoryID: 'AALEGO500' })`.
   */
  static run<T extends Entity>(this: EntityClass<T>, parameters?: EntityInit<T>, options?: ReadOptions<T>): Promise<T> {
    return new EntityScope(this).run(parameters, options);
  }
}
