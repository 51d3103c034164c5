import type { FieldType } from '../schema/schema-model.js';
import type { DropDown } from './drop-downs.js';
import type { EditableRecord, FieldValue, StoredRecord } from '../store/stored-record.js';

/** What rules may see and do in one tenant's data. */
export interface RuleWorld {
  /** A record by its key values, in key order. */
  find(entity: string, ...keys: readonly FieldValue[]): StoredRecord | undefined;
  /** A record to be changed and saved: a copy, as long as anybody may be reading the stored one. */
  edit(entity: string, ...keys: readonly FieldValue[]): EditableRecord | undefined;
  /** All records of an entity; not to be changed. */
  all(entity: string): readonly StoredRecord[];
  /** A new, empty record (top-level, link or detail row) with an id of its own; not stored yet. */
  create(): EditableRecord;
  /** Stores a record that a rule made or changed; its own rules do not run again. */
  save(entity: string, record: StoredRecord): void;
  /** The next number of an auto-numbered entity, such as `000123`. */
  nextNumber(entity: string): string;
  /** Business date of the request as the wire writes dates: `2024-01-31T00:00:00+00:00`. */
  readonly businessDate: string;
  /** This moment as the wire writes it. */
  readonly now: string;
  /** The data is still in the making: nobody reads it yet. @default false */
  readonly unfinished?: boolean;
}

/** How a key is given by the system instead of the caller. */
export interface AutoNumber {
  readonly field: string;
  readonly prefix: string;
  readonly digits: number;
  /** The caller's key is replaced even when it is new; otherwise only a missing one or `<NEW>` is. */
  readonly always: boolean;
}

/** A field that names another record. */
export interface Reference {
  readonly entity: string;
  /** Key values to look up, made from the record (or row) and its parent; default: the field's own value. */
  readonly keys?: (value: FieldValue, record: StoredRecord) => readonly FieldValue[];
  /** What the form calls the field: `'Customer' cannot be found in the system.` */
  readonly label: string;
  /** Characters that the database keeps of the key; error texts show the blanks: `Project 'TES2323T  '`. @default 0 */
  readonly width?: number;
  /** Other entities that may hold the record instead. @default none */
  readonly orElse?: readonly string[];
}

/** A value an empty field of a new record gets; functions run in the given order and see earlier defaults. */
export type Default = FieldValue | ((record: StoredRecord, world: RuleWorld, parent?: StoredRecord) => FieldValue);

/** Rules of a form's records, or of the rows of one of its collections. */
export interface RowRules {
  /** Field → what the form calls it: `'Customer' cannot be empty.` */
  readonly required: Readonly<Record<string, string>>;
  readonly defaults: Readonly<Record<string, Default>>;
  readonly references: Readonly<Record<string, Reference>>;
  /** The system computes these; what a caller sends for them is ignored without a word. */
  readonly calculated: readonly string[];
  /** Drop-down fields: the labels they accept, and what each stands for. */
  readonly choices: Readonly<Record<string, DropDown>>;
  /** The drop-downs have other values as well. @default false */
  readonly openChoices?: boolean;
}

/** What an action does. */
export interface ActionRule {
  /** Statuses it is possible in; absent: any. */
  readonly from?: readonly string[];
  /** Runs as a long operation (202 and polling) rather than at once. */
  readonly long: boolean;
  /** Fields of the dialog that the button opens on the form, by view. @default no dialog */
  readonly dialog?: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
  /**
   * Changes the record (the caller stores it and recalculates) and may make others.
   * @throws RuleViolation when the form would refuse.
   */
  readonly run: (record: EditableRecord, world: RuleWorld, parameters: ReadonlyMap<string, FieldValue>) => void;
}

/** Everything that makes records of one entity behave like those of the real form. */
export interface EntityRules extends RowRules {
  readonly autoNumber?: AutoNumber;
  /** Rules of the rows, by collection. */
  readonly rows: Readonly<Record<string, RowRules>>;
  /** Computes the calculated members from the others; runs after every change, before the record is stored. */
  readonly recalculate: (record: EditableRecord, world: RuleWorld) => void;
  /** Brings other records up to date after this one was stored or deleted. */
  readonly settle: (record: StoredRecord, world: RuleWorld) => void;
  /** Why the record cannot be changed now (it is completed, closed, …), or `undefined`. */
  readonly locked: (record: StoredRecord) => string | undefined;
  /** Why the record cannot be deleted (others refer to it, it is released, …), or `undefined`. */
  readonly undeletable: (record: StoredRecord, world: RuleWorld) => string | undefined;
  /** Of an inquiry: adds the rows that its parameters ask for. Absent: the rows it was given. */
  readonly inquire?: (inquiry: EditableRecord, world: RuleWorld) => void;
  /** Records that were given are taken as they are until an action changes them: nobody knows how they came to be. @default false */
  readonly trustsGiven?: boolean;
  /** Fills in what a new record was sent without; runs before it is checked. @default nothing */
  readonly complete?: (record: EditableRecord, world: RuleWorld) => void;
  /** By action name; workflow actions that the contract does not name are here too. */
  readonly actions: Readonly<Record<string, ActionRule>>;
}

/** Rules of a whole endpoint by entity name; an entity without rules takes any value. */
export type RuleBook = ReadonlyMap<string, EntityRules>;

/** A business rule was broken; the form shows the message, and beside a field when one is named. */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation';

  constructor(
    message: string,
    /** Field the message belongs to. */
    readonly field?: string,
  ) {
    super(message);
  }
}

const nothing = (): undefined => undefined;

/** Rows without any rule, to be spread and overridden. */
export const freeRows: RowRules = { required: {}, defaults: {}, references: {}, calculated: [], choices: {} };

/** An entity without any rule, to be spread and overridden. */
export const freeEntity: EntityRules = {
  ...freeRows,
  rows: {},
  recalculate: nothing,
  settle: nothing,
  locked: nothing,
  undeletable: nothing,
  actions: {},
};
