import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';

/** One flat row of an inquiry or a table. */
export type ODataRow = ReadonlyMap<string, FieldValue>;

/** A column of a set. */
export interface ODataColumn {
  readonly type: FieldType;
  /** Computed by a formula: a filter on it answers an empty body. */
  readonly calculated?: boolean;
}

/** A way from the rows of one table to those of another. */
export interface ODataNavigation {
  /** Name of the other set. */
  readonly target: string;
  readonly collection: boolean;
  /** Column here → column there. */
  readonly on: Readonly<Record<string, string>>;
}

/** Where rows come from: the records of a tenant. */
export interface RecordSource {
  readonly table: (entity: string) => { readonly all: () => readonly StoredRecord[] };
}

/** Something the OData roots serve: a generic inquiry or a database table (DAC). */
export interface ODataSet {
  /** As shown to people and used in addresses; blanks are allowed. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly columns: Readonly<Record<string, ODataColumn>>;
  /** Parameters of a generic inquiry; the set itself then has no rows. */
  readonly parameters?: Readonly<Record<string, FieldType>>;
  /** Ways to other tables, for `$expand`; generic inquiries have none. */
  readonly navigation?: Readonly<Record<string, ODataNavigation>>;
  /** All rows for the given parameter values. */
  readonly rows: (store: RecordSource, parameters: ReadonlyMap<string, FieldValue>) => Iterable<ODataRow>;
}

/** An inquiry as a test defines it: columns, and rows as plain objects. */
export interface InquiryOptions {
  /** Whether its "Expose via OData" is set; without it, nobody finds it. @default true */
  readonly exposed?: boolean;
  readonly keys?: readonly string[];
  readonly columns: Readonly<Record<string, FieldType | ODataColumn>>;
  readonly parameters?: Readonly<Record<string, FieldType>>;
  /** Rows that agree with every parameter named like a column are shown. */
  readonly rows: readonly Readonly<Record<string, FieldValue>>[];
}
