import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';

/** One flat row of an inquiry or a table. */
export type ODataRow = ReadonlyMap<string, FieldValue>;

/** A column of a set. */
export interface ODataColumn {
  readonly type: FieldType;
  /** Computed by a formula: a filter on it, or an order by it, answers an empty body. */
  readonly calculated?: boolean;
  /** Length of the segmented key it holds, to which old roots and tables pad it with blanks. @default none */
  readonly segment?: number;
  /** Name that people read. @default the column's own */
  readonly title?: string;
  /** Not in the database: refused in `$filter` and `$select`. */
  readonly unbound?: boolean;
}

/** A way from the rows of one table to those of another. */
export interface ODataNavigation {
  /** Name of the other set. */
  readonly target: string;
  readonly collection: boolean;
  /** Column here → column there. */
  readonly on: Readonly<Record<string, string>>;
}

/** Of which class of the ERP a table holds the records. */
export interface DataClass {
  /** `PX.Objects.SO` */
  readonly namespace: string;
  /** `SOOrder` */
  readonly name: string;
  /** Name that people read: `Sales Order`; without its blanks, it is the third name of the set. */
  readonly title: string;
  /** The entity whose records are its rows; `undefined` where rows are made of parts of them. */
  readonly entity?: string;
  /** Records that were deleted stay in the database, with a mark. */
  readonly keepsDeleted?: true;
}

/** Where rows come from: the records of a tenant. */
export interface RecordSource {
  readonly table: (entity: string) => { readonly all: () => readonly StoredRecord[] };
  /** Whether a record was deleted and is shown nevertheless. @default never */
  readonly isDeleted?: (record: StoredRecord) => boolean;
  /** A field in the language that was asked for. @default as the record has it */
  readonly text?: (record: StoredRecord, field: string) => FieldValue;
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
  /** Of tables. */
  readonly dataClass?: DataClass;
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
