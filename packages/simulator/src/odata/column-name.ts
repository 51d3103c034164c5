import { spelledName } from '../reading/endpoint.js';
import { odataError } from './odata-error.js';
import type { ODataFault } from './odata-error.js';
import type { ODataColumn, ODataSet } from './odata-set.js';

const columnsOf = new WeakMap<ODataSet['columns'], ReadonlyMap<string, ODataColumn>>();

/** The columns of a set by name. */
export function columnMap({ columns }: ODataSet): ReadonlyMap<string, ODataColumn> {
  const known = columnsOf.get(columns) ?? new Map(Object.entries(columns));
  columnsOf.set(columns, known);
  return known;
}

/**
 * A column's own spelling: `Email` is `EMail` to the ERP.
 * @throws ODataFault 400 for one the set does not have, or that is not in the database
 */
export function columnName(set: ODataSet, given: string): string {
  const columns = columnMap(set);
  const name = spelledName(columns, given.trim());
  if (name === undefined) throw noColumn(set, given.trim());
  if (columns.get(name)?.unbound === true) throw odataError(`The property '${name}' cannot be used in the query.`);
  return name;
}

/** 400: a name that is no column. */
export function noColumn({ name }: ODataSet, given: string): ODataFault {
  return odataError(`Could not find a property named '${given}' on type '${name}'.`);
}

/** The columns that `$select` names, or all. */
export function shownColumns(set: ODataSet, options: ReadonlyMap<string, string>): string[] {
  const select = options.get('$select')?.trim();
  if (select === undefined || select === '' || select === '*') return [...columnMap(set).keys()];
  return select.split(',').map((given) => columnName(set, given));
}
