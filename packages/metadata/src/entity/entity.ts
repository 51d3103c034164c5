import { refuseUnknownOptions } from '@acurecord/errors';
import type { Download } from '@acurecord/transport';
import type { ActionName, ParametersOf } from '../model/action-types.js';
import { INVOKE_OPTIONS, invokeAction } from '../action/invoke-action.js';
import type { InvokeOptions } from '../action/invoke-action.js';
import { entityMetadata } from '../model/entity-metadata.js';
import { attachFile, listFiles, openFile } from '../file/record-files.js';
import type { FileContent } from '../file/record-files.js';
import type { RecordFile } from '../file/record-file.js';
import { CALL_OPTIONS, FILE_READ_OPTIONS, ATTACH_OPTIONS } from '../gateway/entity-gateway.js';
import type { CallOptions, FileReadOptions, AttachOptions } from '../gateway/entity-gateway.js';
import { READ_OPTIONS } from '../shape/read-options.js';
import type { ReadOptions } from '../shape/read-options.js';
import { deleteEntity } from '../save/delete-entity.js';
import type { DeleteOptions } from '../save/delete-entity.js';
import { reloadEntity } from '../save/reload-entity.js';
import { saveEntity } from '../save/save-entity.js';
import { SAVE_OPTIONS } from '../save/save-options.js';
import type { SaveOptions } from '../save/save-options.js';
import { wireBody } from '../changes/wire-body.js';
import { isUnchanged } from '../changes/row-changes.js';
import { changesOf } from '../record/changes-of.js';
import type { WireType } from '../wire/wire-type.js';
import { clientOf } from '../session/client-of.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { announceMembers } from '../transform/announce-members.js';
import { toPlain } from '../transform/transform-entity.js';
import { announceRules } from '../rules/loaded-validator.js';
import { validateEntity } from '../save/validate-entity.js';
import type { Translations } from '../wire/translations.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue, writeValue } from '../wire/wire-value.js';
import { assignInit } from '../record/assign-init.js';
import { assignCustom, setCustomValue } from '../record/custom-cell.js';
import { isHydrating } from '../record/hydrate.js';
import { cloneEntity } from '../record/clone-entity.js';
import type { EntityClass } from '../record/entity-class.js';
import { EntityFinders } from './entity-finders.js';
import type { EntityChanges, MemberName, PlainEntity } from '../record/entity-shape.js';
import { translateMember, translationsOfMember } from '../record/translate-member.js';
import { EntityState, STATE } from '../record/entity-state.js';
import { hasStrayNames } from '../record/stray-names.js';
import { getMember, rawMember, setMember } from '../record/named-member.js';
import { plainChanges } from '../changes/plain-changes.js';
import { plainCustom, plainEntity } from '../record/plain-entity.js';

/**
 * Parent of every entity class, written (`@entity`) or made at run time (`defineEntity`). An instance is a lazy view
 * over a row as the server sent it: members unwrap, parse and build their parts when they are first touched.
 */
export abstract class Entity extends EntityFinders {
  /** Rows and client of the instance. */
  declare [STATE]: EntityState;

  /**
   * Names of the keys in order, for the compiler alone: a class that declares them has `find` checked against them.
   * `declare readonly '~keys'?: readonly [OrderType: 'OrderType', OrderNbr: 'OrderNbr'];`
   */
  declare readonly '~keys'?: readonly string[];

  /**
   * Parameters of the actions by name, for the compiler alone: `invoke` is checked against them.
   * `declare readonly '~actions'?: { SalesOrderCreateShipment: { ShipmentDate?: Date; WarehouseID?: string } };`
   */
  declare readonly '~actions'?: object;

  /**
   * A new record, which the server gets by `save()`: of values by name, or of another record, whose values are copied,
   * keys included, ids not. For a second document with a number of its own: `new Order({ ...order, OrderNbr: null })`; a copy
   * with rows is only ever inserted, unless `save({ mode })` says otherwise.
   *
   * @throws AcumaticaValidationError for a member that the class does not have
   */
  constructor(init?: object) {
    super();
    this[STATE] = EntityState.forNew(new.target);
    if (!isHydrating()) announceRules(new.target);
    announceMembers(new.target as unknown as EntityClass);
    if (init !== undefined) assignInit(this, init);
  }

  /** The server's id; undefined for a new record. Ids of detail rows may hold for the session only. */
  get id(): string | undefined {
    return this[STATE].row.id as string | undefined;
  }

  set id(id: string | undefined) {
    if (id !== undefined) this[STATE].own().id = id;
  }

  /** Place among the rows of the answer, from 1. */
  get rowNumber(): number | undefined {
    return this[STATE].row.rowNumber as number | undefined;
  }

  set rowNumber(place: number | undefined) {
    if (place !== undefined) this[STATE].own().rowNumber = place;
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

  set note(text: string | null | undefined) {
    this[STATE].write('note', text === undefined ? undefined : writeValue(text, 'String', 'note'));
  }

  /** Loaded fields outside the contract, by view and field; written by `setCustom`. */
  get custom(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    return plainCustom(this);
  }

  set custom(views: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
    assignCustom(this[STATE], views);
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

  /**
   * What the wire said about a member, unparsed: the text of a timestamp, the digits of an exact decimal, the row of a
   * link. Also of members that the class does not declare.
   */
  raw(name: string): unknown {
    return rawMember(this, name);
  }

  /**
   * The texts of a field by language, `{ en: 'Apple jam', fr: null }`, where the record was read with
   * `expand('Translations')`; else undefined.
   *
   * @throws AcumaticaQueryError for what is no text of the contract
   */
  translations(name: MemberName<this>): Translations | undefined {
    return translationsOfMember(this, name);
  }

  /**
   * Sets the texts of a field in some languages, `translate('Description', { fr: 'Confiture' })`; languages that are not
   * named keep theirs, null clears one. Never write a list of languages, `[{en:…},{fr:…}]`, as the value of the field:
   * the ERP takes it, and empties every language that the list does not name.
   *
   * @throws AcumaticaQueryError where the value of the field, which is sent too, was neither read nor set
   */
  translate(name: MemberName<this>, texts: Translations): void {
    translateMember(this, name, texts);
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
    return hasStrayNames(this) || !isUnchanged(changesOf(this));
  }

  /** What `save()` would send, unwrapped. */
  get changes(): EntityChanges<this> {
    return plainChanges(changesOf(this), this[STATE].decimals) as EntityChanges<this>;
  }

  /** The exact body that `save()` would send. */
  toWire(): WireRow {
    return wireBody(changesOf(this), this[STATE].row);
  }

  /** Takes back every change since the record was read or saved. */
  revert(): void {
    this[STATE].revert();
  }

  /**
   * Sends what has changed, and takes over what the server made of it. Nothing changed: nothing sent. Several saves of
   * one record run one after the other; a failed one leaves the changes as they were. Paths in `expand` and `select` are
   * checked against the class before anything is sent; not by the compiler, since a subclass that overrides `save` could
   * not pass its options on.
   *
   * @throws AcumaticaAmbiguousOutcomeError where nobody knows what the server made of it
   */
  async save(options: SaveOptions = {}): Promise<this> {
    refuseUnknownOptions('save()', options, SAVE_OPTIONS);
    await saveEntity(this, options);
    return this;
  }

  /** Deletes the record. @throws AcumaticaNotFoundError when it is not there any more */
  async delete(options: DeleteOptions = {}): Promise<void> {
    refuseUnknownOptions('delete()', options, CALL_OPTIONS);
    await deleteEntity(this, options);
  }

  /** Reads the record again and drops unsaved changes. */
  async reload(options: ReadOptions = {}): Promise<this> {
    refuseUnknownOptions('reload()', options, READ_OPTIONS);
    await reloadEntity(this, options);
    return this;
  }

  /**
   * Checks the loaded and set members against the rules of the class, without sending anything.
   *
   * @throws AcumaticaValidationError with every fault
   */
  validate(): Promise<void> {
    return validateEntity(this);
  }

  /**
   * Calls an action on the record and resolves when the ERP has finished it: one of the contract, or any workflow action
   * of the form by its name. Unsaved changes stay here unless `sendChanges` says otherwise.
   *
   * @throws AcumaticaQueryError for a parameter that the action does not have
   */
  async invoke<N extends ActionName<this>>(
    action: N,
    parameters?: ParametersOf<this, N>,
    options: InvokeOptions = {},
  ): Promise<void> {
    refuseUnknownOptions('invoke()', options, INVOKE_OPTIONS);
    await invokeAction(this, action, parameters ?? {}, options);
  }

  /** Attaches a file, also to a detail row; one of the same name becomes its next version. */
  async attach(name: string, data: FileContent, options: AttachOptions = {}): Promise<void> {
    refuseUnknownOptions('attach()', options, ATTACH_OPTIONS);
    return attachFile(this, name, data, options);
  }

  /**
   * The files of the record or detail row. They are taken from the row where they were read with it, by `expand('files')` or
   * `expand('Details/files')`, and asked for where they were not, or where `attach` added one since.
   */
  async files(options: CallOptions = {}): Promise<RecordFile[]> {
    refuseUnknownOptions('files()', options, CALL_OPTIONS);
    return listFiles(this, options);
  }

  /** Opens a file for reading, by an entry of `files()`, its id or its name. The stream must be read or destroyed. */
  async download(file: RecordFile | string, options: FileReadOptions = {}): Promise<Download> {
    refuseUnknownOptions('download()', options, FILE_READ_OPTIONS);
    return openFile(this, file, options);
  }

  /** A copy with the same rows, client and unsaved changes, which lives a life of its own. */
  clone(): this {
    return cloneEntity(this);
  }

  /** The record as plain data. Decorators of class-transformer on the class take effect: `@Exclude()`, `@Transform(…)`. */
  toPlain(): PlainEntity<this> {
    return toPlain(this) as PlainEntity<this>;
  }

  /** What `JSON.stringify` gets: all that is loaded, as plain data. */
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
