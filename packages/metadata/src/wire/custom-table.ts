import { Decimal, Guid, PlainDate } from '@acurecord/odata';
import { isWrapped } from './unwrapped-value.js';
import type { WireRow, WireValue } from './wire-row.js';
import type { WireType } from './wire-type.js';

/** Place of a field that is no part of the contract, as `$custom` and `cf.…` name it. */
export interface CustomFieldPlace {
  readonly view: string;
  readonly field: string;
}

/** `custom` of a row: cells by view and field. */
export type CustomTable = Readonly<Record<string, Readonly<Record<string, WireValue | undefined>> | undefined>>;

/** The cells outside the contract that a row has. */
export function customTable(row: WireRow): CustomTable {
  return typeof row.custom === 'object' && row.custom !== null ? (row.custom as CustomTable) : {};
}

/** The cells of one view, or undefined where it has none. */
export function customView(table: CustomTable, view: string): CustomTable[string] {
  return Object.hasOwn(table, view) ? table[view] : undefined;
}

/** The cell of a custom field, or undefined while it is not loaded. */
export function customCell(row: WireRow, { view, field }: CustomFieldPlace): WireValue | undefined {
  const fields = customView(customTable(row), view);
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** Wire type of a custom cell, from its `type`; a cell without one says it by its value. */
export function customType(cell: WireValue | undefined): WireType {
  const type = (cell as { type?: unknown } | undefined)?.type;
  const named = /^Custom(.+)Field$/.exec(typeof type === 'string' ? type : '')?.[1];
  return named ?? typeOfValue(cell?.value);
}

/** The wire type that suits a JavaScript value; one in the form of the wire, `{ type, value }`, says it itself. */
export function typeOfValue(given: unknown): WireType {
  if (isWrapped(given)) return customType(given);
  const value = given;
  if (value instanceof Date || PlainDate.is(value)) return 'DateTime';
  if (Decimal.is(value)) return 'Decimal';
  if (Guid.is(value)) return 'Guid';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value !== 'number') return 'String';
  return Number.isInteger(value) ? 'Int' : 'Decimal';
}
