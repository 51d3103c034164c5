import type { CustomFieldPlace } from '../wire/custom-table.js';
import { customCell, customTable, customType, customView, typeOfValue } from '../wire/custom-table.js';
import type { WireType } from '../wire/wire-type.js';
import { nameTable } from '../schema/schema-place.js';
import type { WireValue } from '../wire/wire-row.js';
import { isWrapped } from '../wire/unwrapped-value.js';
import { writeValue } from '../wire/wire-value.js';
import type { EntityState } from './entity-state.js';

/** Sets the cell of a custom field; undefined takes a pending change back. */
export function writeCustomCell(
  state: EntityState,
  place: CustomFieldPlace,
  cell: WireValue | undefined,
  type: WireType,
): void {
  const row = state.own();
  const before = customTable(row);
  const fields = Object.assign(nameTable<unknown>(), customView(before, place.view));
  const next = cell === undefined ? customCell(state.base, place) : { type: `Custom${type}Field`, ...cell };
  if (next === undefined) delete fields[place.field];
  else fields[place.field] = next;
  row.custom = Object.assign(nameTable<unknown>(), before, { [place.view]: fields });
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
