import { Decimal, Guid, PlainDate } from '@acurecord/odata';
import type { CustomFieldPlace } from '../schema/endpoint-schema.js';
import type { WireType } from '../wire/wire-type.js';
import { nameTable } from '../schema/schema-place.js';
import type { WireRow, WireValue } from '../wire/wire-row.js';
import { isWrapped } from '../wire/unwrapped-value.js';
import { writeValue } from '../wire/wire-value.js';
import type { EntityState } from './entity-state.js';

/** `custom` of a row: cells by view and field. */
export type CustomTable = Readonly<Record<string, Readonly<Record<string, WireValue | undefined>> | undefined>>;

/** The cells outside the contract that a row has. */
export function customTable(row: WireRow): CustomTable {
  return typeof row.custom === 'object' && row.custom !== null ? (row.custom as CustomTable) : {};
}

/** The cell of a custom field, or undefined while it is not loaded. */
export function customCell(row: WireRow, { view, field }: CustomFieldPlace): WireValue | undefined {
  const fields = own(customTable(row), view);
  return fields === undefined ? undefined : own(fields, field);
}

/** Sets the cell of a custom field; undefined takes a pending change back. */
export function writeCustomCell(
  state: EntityState,
  place: CustomFieldPlace,
  cell: WireValue | undefined,
  type: WireType,
): void {
  const row = state.own();
  const before = customTable(row);
  const fields = Object.assign(nameTable<unknown>(), own(before, place.view));
  const next = cell === undefined ? customCell(state.base, place) : { type: `Custom${type}Field`, ...cell };
  if (next === undefined) delete fields[place.field];
  else fields[place.field] = next;
  row.custom = Object.assign(nameTable<unknown>(), before, { [place.view]: fields });
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

function own<V>(table: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Sets a field outside the contract; its type is the given one, else the loaded one, else what the value looks like. */
export function setCustomValue(state: EntityState, place: CustomFieldPlace, value: unknown, type?: WireType): void {
  const known = customCell(state.row, place);
  const isTold = known === undefined || (isWrapped(value) && value.type !== undefined);
  const wireType = type ?? (isTold ? typeOfValue(value) : customType(known));
  const path = `${state.path}custom.${place.view}.${place.field}`;
  writeCustomCell(state, place, value === undefined ? undefined : writeValue(value, wireType, path), wireType);
}

/** Sets several fields outside the contract: `{ Document: { UsrPriority: 'High' } }`. */
export function assignCustom(
  state: EntityState,
  views: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  for (const [view, fields] of Object.entries(views)) {
    for (const [field, value] of Object.entries(fields)) setCustomValue(state, { view, field }, value);
  }
}
