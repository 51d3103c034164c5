import type { FilterDialect } from '../filter/filter-dialect.js';
import { splitOutside } from '../reading/name-tree.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue } from '../store/stored-record.js';
import { odataError } from './odata-error.js';
import type { ODataRow, ODataSet } from './odata-set.js';
import { parameterValue } from './parameter-value.js';

/** Values of all key columns, as an address gives them. */
export type RowKey = ReadonlyMap<string, FieldValue>;

/**
 * Reads the inside of `SOOrder(OrderType='SO',OrderNbr='000058')`, or of `Customer(41)` where one column is the key.
 * @throws ODataFault 400 where the columns are not those of the key
 */
export function readKey(set: ODataSet, list: string, dialect: FilterDialect): RowKey {
  const parts = splitOutside(list, ',');
  const [only] = set.keys;
  if (parts.length === 1 && set.keys.length === 1 && only !== undefined && !/^\w+\s*=/.test(parts[0] ?? ''))
    return new Map([[only, keyValue(set, only, parts[0] ?? '', dialect)]]);
  const key = new Map<string, FieldValue>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const given = part.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const name = set.keys.find((column) => column.toLowerCase() === given);
    if (name === undefined || key.has(name)) throw wrongKey(set);
    key.set(name, keyValue(set, name, part.slice(at + 1).trim(), dialect));
  }
  if (key.size !== set.keys.length) throw wrongKey(set);
  return key;
}

function keyValue(set: ODataSet, column: string, literal: string, dialect: FilterDialect): FieldValue {
  return parameterValue(literal, set.columns[column]?.type ?? 'String', dialect);
}

function wrongKey({ name, keys }: ODataSet): Error {
  return odataError(`The key of '${name}' consists of ${keys.join(', ')}.`);
}

/** Whether a row is the one of a key; text without regard to case and to blanks at its end, as in the database. */
export function hasKey(row: ODataRow, key: RowKey): boolean {
  const same = (value: FieldValue | undefined): string => fieldText(value).trimEnd().toLowerCase();
  return [...key].every(([column, value]) => same(row.get(column)) === same(value));
}
