import type { FieldValue } from '../store/stored-record.js';
import { odataError } from './odata-error.js';
import type { ODataNavigation, ODataRow, ODataSet, RecordSource } from './odata-set.js';

/** Follows navigations of tables from row to rows during one request. */
export class NavigationIndex {
  readonly #sets: ReadonlyMap<string, ODataSet>;
  readonly #store: RecordSource;
  /** Rows of a table by the values of some columns, so that following is a look-up. */
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly ODataRow[]>>();

  constructor(sets: readonly ODataSet[], store: RecordSource) {
    this.#sets = new Map(sets.map((set) => [set.name, set]));
    this.#store = store;
  }

  /** Where a navigation of a table leads. @throws ODataFault 400 for one it does not have. */
  target(set: ODataSet, name: string): { readonly navigation: ODataNavigation; readonly target: ODataSet } {
    const navigation = Object.hasOwn(set.navigation ?? {}, name) ? set.navigation?.[name] : undefined;
    const target = this.#sets.get(navigation?.target ?? '');
    if (navigation === undefined || target === undefined)
      throw odataError(`Could not find a property named '${name}' on type '${set.name}'.`);
    return { navigation, target };
  }

  /** The rows a navigation leads to from one row. */
  rows({ on }: ODataNavigation, target: ODataSet, row: ODataRow): readonly ODataRow[] {
    const columns = Object.values(on);
    const name = `${target.name}/${columns.join('/')}`;
    const index = this.#indexes.get(name) ?? indexRows(target.rows(this.#store, new Map()), columns);
    this.#indexes.set(name, index);
    return index.get(keyOf(Object.keys(on).map((column) => row.get(column)))) ?? [];
  }
}

const keyOf = (values: readonly (FieldValue | undefined)[]): string => JSON.stringify(values);

function indexRows(rows: Iterable<ODataRow>, columns: readonly string[]): ReadonlyMap<string, readonly ODataRow[]> {
  const index = new Map<string, ODataRow[]>();
  for (const row of rows) {
    const key = keyOf(columns.map((column) => row.get(column)));
    const same = index.get(key);
    if (same === undefined) index.set(key, [row]);
    else same.push(row);
  }
  return index;
}
