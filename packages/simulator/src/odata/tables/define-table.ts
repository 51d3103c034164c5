import { fieldTypes } from '../../schema/schema-model.js';
import type { FieldType } from '../../schema/schema-model.js';
import type { FieldValue, StoredRecord } from '../../store/stored-record.js';
import type { DataClass, ODataColumn, ODataNavigation, ODataRow, ODataSet, RecordSource } from '../odata-set.js';

/** What a table is, beside the names of its columns. */
export interface TableDefinition extends Omit<DataClass, 'name' | 'namespace'> {
  readonly keys: string;
  /** See {@link readColumns}. */
  readonly columns: string;
  readonly navigation?: Readonly<Record<string, ODataNavigation>>;
  readonly rows: (source: RecordSource) => readonly TableRow[];
}

/** The values of one row by column; what is missing is empty. */
export type TableRow = Readonly<Record<string, FieldValue | undefined>>;

/** A table of the ERP's database by the full name of its class: `PX.Objects.SO.SOOrder`. */
export function defineTable(fullName: string, definition: TableDefinition): ODataSet {
  const { keys, columns, navigation = {}, rows, ...dataClass } = definition;
  const namespace = fullName.slice(0, fullName.lastIndexOf('.'));
  const name = fullName.slice(namespace.length + 1);
  return {
    name: fullName.replaceAll('.', '_'),
    keys: keys.split(' '),
    columns: readColumns(columns),
    navigation,
    dataClass: { namespace, name, ...dataClass },
    *rows(source) {
      for (const row of rows(source)) yield rowOf(row);
    },
  };
}

const rowOf = (row: TableRow): ODataRow =>
  new Map(Object.entries(row).map(([column, value]) => [column, value ?? null]));

const types: ReadonlySet<string> = new Set(fieldTypes);
const isType = (word: string): word is FieldType => types.has(word);

/**
 * Reads `BAccountID:Int AcctCD[10] Status NoteText!`: a text unless a type is named, the length of a segmented key in
 * brackets, and `!` after what is not in the database.
 */
function readColumns(text: string): ODataSet['columns'] {
  return Object.fromEntries(
    text.split(/\s+/).map((word): [string, ODataColumn] => {
      const [, name = word, type = 'String', segment, unbound] =
        /^(\w+)(?::(\w+))?(?:\[(\d+)\])?(!)?$/.exec(word) ?? [];
      if (!isType(type)) throw new TypeError(`No column can be of type ${type}.`);
      return [
        name,
        {
          type,
          ...(segment === undefined ? {} : { segment: Number(segment) }),
          ...(unbound === undefined ? {} : { unbound: true as const }),
        },
      ];
    }),
  );
}

/** A way to one row. */
export const toOne = (target: string, on: ODataNavigation['on']): ODataNavigation => ({
  target,
  on,
  collection: false,
});

/** A way to any number of rows. */
export const toMany = (target: string, on: ODataNavigation['on']): ODataNavigation => ({
  target,
  on,
  collection: true,
});

/** What the database keeps for a label of a drop-down. */
export const codeOf = (
  codes: Readonly<Record<string, string>>,
  label: FieldValue | undefined,
  otherwise: string,
): string => (typeof label === 'string' ? (codes[label] ?? otherwise) : otherwise);

/** Numbers by which tables refer to records that forms know by their names: the place among all of them. */
export function numbersOf(
  source: RecordSource,
  entity: string,
  key: string,
): ReadonlyMap<FieldValue | undefined, number> {
  return new Map(
    source
      .table(entity)
      .all()
      .map(({ fields }, at) => [fields.get(key), at + 1]),
  );
}

/** Whether a row was deleted, for tables that keep such rows. */
export const isDeleted = (source: RecordSource, record: StoredRecord): boolean => source.isDeleted?.(record) ?? false;

/** A text in the language that was asked for. */
export const textOf = (source: RecordSource, record: StoredRecord, field: string): FieldValue | undefined =>
  source.text?.(record, field) ?? record.fields.get(field);

/** Rows of a collection. */
export const rowsIn = ({ details }: StoredRecord, collection: string): readonly StoredRecord[] =>
  details.get(collection) ?? [];
