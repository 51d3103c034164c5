import { compilePredicate } from '../filter/compile-predicate.js';
import type { FieldAccess, FieldSource, RowAccess } from '../filter/field-access.js';
import type { FilterDialect } from '../filter/filter-dialect.js';
import { FilterError } from '../filter/filter-error.js';
import type { CustomFieldNode, FieldNode } from '../filter/filter-node.js';
import { parseFilter } from '../filter/parse-filter.js';
import { CalculatedColumn } from './calculated-column.js';
import { columnMap, columnName } from './column-name.js';
import type { NavigationIndex } from './follow-navigation.js';
import { ODataFault, odataError } from './odata-error.js';
import type { ODataRow, ODataSet } from './odata-set.js';

/** Where a filter on rows of a set may look. */
export interface FilterScope {
  readonly set: ODataSet;
  readonly index: NavigationIndex;
  readonly dialect: FilterDialect;
  /** What the condition calls a row: `x` in `any(x: x/LineNbr eq 2)`. */
  readonly variable?: string | undefined;
}

/** Compiles the text of a `$filter` on rows. @throws ODataFault 400, CalculatedColumn */
export function rowFilter(filter: string | undefined, scope: FilterScope): (row: ODataRow) => boolean {
  if (filter === undefined || filter.trim() === '') return () => true;
  try {
    return compilePredicate(parseFilter(filter, scope.dialect), rowFields(scope), scope.dialect);
  } catch (error) {
    if (error instanceof FilterError) throw odataError(error.message);
    throw error;
  }
}

/** The fields of a row, those of rows it leads to, and the rows behind it. */
function rowFields(scope: FilterScope): FieldSource<ODataRow> {
  return { resolve: (node) => fieldOf(scope, node), follow: (path, variable) => rowsOf(scope, path, variable) };
}

function fieldOf(scope: FilterScope, node: FieldNode | CustomFieldNode): FieldAccess<ODataRow> {
  if (node.kind === 'custom') throw odataError('Custom fields of tables are columns like any other.');
  const path = ownPath(scope, node.path);
  const [first = '', ...rest] = path;
  if (rest.length === 0 && !isNavigation(scope.set, first)) return columnOf(scope.set, first);
  // `Navigation ne null`: any value stands for a row that is there.
  if (rest.length === 0) {
    const { rows } = rowsOf(scope, path, undefined);
    return { type: 'String', read: (row) => (rows(row).length > 0 ? first : null) };
  }
  const { rows, fields } = rowsOf(scope, path.slice(0, -1), undefined);
  const { type, read } = fields.resolve({ kind: 'field', path: path.slice(-1) });
  return {
    type,
    read: (row) => {
      const [one] = rows(row);
      return one === undefined ? null : read(one);
    },
  };
}

function columnOf(set: ODataSet, given: string): FieldAccess<ODataRow> {
  const name = columnName(set, given);
  const column = columnMap(set).get(name);
  if (column?.calculated === true) throw new CalculatedColumn(name);
  return { type: column?.type ?? 'String', read: (row) => row.get(name) };
}

const isNavigation = ({ navigation = {} }: ODataSet, name: string): boolean => Object.hasOwn(navigation, name);

/** A path without the name of the row in front. */
function ownPath({ variable }: FilterScope, path: readonly string[]): readonly string[] {
  return variable !== undefined && path.length > 1 && path[0] === variable ? path.slice(1) : path;
}

function rowsOf(scope: FilterScope, given: readonly string[], variable: string | undefined): RowAccess<ODataRow> {
  const { index, dialect } = scope;
  if (!dialect.collections) throw new ODataFault(`Could not find a property named '${given.join('/')}'.`, 400);
  let { set } = scope;
  let rows = (row: ODataRow): readonly ODataRow[] => [row];
  for (const name of ownPath(scope, given)) {
    const { navigation, target } = index.target(set, name);
    const before = rows;
    rows = (row) => before(row).flatMap((one) => index.rows(navigation, target, one));
    set = target;
  }
  return { rows, fields: rowFields({ set, index, dialect, variable }) };
}
