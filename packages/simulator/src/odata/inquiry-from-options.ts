import { fieldText } from '../store/field-text.js';
import { fieldValueFrom } from '../store/field-value.js';
import type { FieldValue } from '../store/stored-record.js';
import type { InquiryOptions, ODataColumn, ODataRow, ODataSet } from './odata-set.js';

/** Makes a set of what a test gives. */
export function inquiryFromOptions(name: string, { keys, columns, parameters, rows }: InquiryOptions): ODataSet {
  const typed = Object.fromEntries(
    Object.entries(columns).map(([column, given]): [string, ODataColumn] => [
      column,
      typeof given === 'string' ? { type: given } : given,
    ]),
  );
  const stored = rows.map(
    (row): ODataRow =>
      new Map(
        Object.entries(typed).map(([column, { type }]): [string, FieldValue] => [
          column,
          fieldValueFrom(row[column] ?? null, type),
        ]),
      ),
  );
  return {
    name,
    keys: keys ?? Object.keys(typed).slice(0, 1),
    columns: typed,
    ...(parameters === undefined ? {} : { parameters }),
    rows: (_store, given) => stored.filter((row) => agrees(row, given)),
  };
}

/** Whether a row agrees with every parameter that is named like one of its columns. */
export function agrees(row: ODataRow, parameters: ReadonlyMap<string, FieldValue>): boolean {
  for (const [name, value] of parameters) {
    if (value === null || !row.has(name)) continue;
    if (fieldText(row.get(name)).toLowerCase() !== fieldText(value).toLowerCase()) return false;
  }
  return true;
}
