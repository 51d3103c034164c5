import { compilePredicate } from '../filter/compile-predicate.js';
import type { FieldResolver } from '../filter/field-access.js';
import type { FilterDialect } from '../filter/filter-dialect.js';
import { FilterError } from '../filter/filter-error.js';
import { parseFilter } from '../filter/parse-filter.js';
import { spelledName } from '../reading/endpoint.js';
import { compareValues } from '../store/compare-values.js';
import type { FieldValue } from '../store/stored-record.js';
import { NavigationIndex } from './follow-navigation.js';
import { odataError } from './odata-error.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataRow, ODataSet, RecordSource } from './odata-set.js';
import { readExpand } from './read-expand.js';
import type { Expansion } from './read-expand.js';
import { rowMembers } from './row-text.js';

/** What a data request asks for. */
export interface SetQuery {
  readonly set: ODataSet;
  /** All sets of the root, for navigation. */
  readonly sets: readonly ODataSet[];
  readonly parameters: ReadonlyMap<string, FieldValue>;
  readonly options: ReadonlyMap<string, string>;
  /** Rows an answer holds at most; the rest follows behind `@odata.nextLink`. */
  readonly pageSize: number;
}

/** Rows of one page as JSON texts, and how many to skip for the next one. */
export interface SetPage {
  readonly rows: readonly string[];
  readonly nextSkip: number | undefined;
}

/** A filter on a column that a formula computes: the ERP answers nothing at all. */
export class CalculatedColumn extends Error {}

const refusedOptions = ['$count', '$apply', '$search', '$inlinecount'];

/** Answers a data request. @throws ODataFault 400 for what OData of the ERP does not do, CalculatedColumn */
export function querySet(
  { set, sets, parameters, options, pageSize }: SetQuery,
  store: RecordSource,
  format: ODataFormat,
): SetPage {
  const refused = set.navigation === undefined ? ['$expand', ...refusedOptions] : refusedOptions;
  for (const name of refused) if (options.has(name)) throw odataError(`The query option '${name}' is not supported.`);
  const expansions = readExpand(options.get('$expand'));
  const index = new NavigationIndex(sets, store);
  const { dialect } = format;
  checkExpansions(set, expansions, { index, dialect });
  const passes = rowFilter(set, options.get('$filter'), dialect);
  const skip = count(options.get('$skip'), '$skip') ?? 0;
  const top = count(options.get('$top'), '$top') ?? Infinity;
  const shown = shownColumns(set, options);
  const all = [...set.rows(store, parameters)].filter(passes);
  const ordered = sorted(all, options.get('$orderby'), (given) => columnName(set, given));
  const page = ordered.slice(skip, skip + Math.min(top, pageSize));
  const after = skip + page.length;
  return {
    rows: page.map((row) => rowText(row, { set, shown, expansions, index, format })),
    nextSkip: page.length < top && after < ordered.length ? after : undefined,
  };
}

function columnName(set: ODataSet, given: string): string {
  const name = spelledName(new Map(Object.entries(set.columns)), given.trim());
  if (name === undefined) throw odataError(`Could not find a property named '${given}' on type '${set.name}'.`);
  return name;
}

function shownColumns(set: ODataSet, options: ReadonlyMap<string, string>): string[] {
  const select = options.get('$select');
  if (select === undefined || select === '*') return Object.keys(set.columns);
  return select.split(',').map((given) => columnName(set, given));
}

interface Reading {
  readonly index: NavigationIndex;
  readonly dialect: FilterDialect;
}

function checkExpansions(set: ODataSet, expansions: readonly Expansion[], reading: Reading): void {
  for (const { name, options, expand } of expansions) {
    const { target } = reading.index.target(set, name);
    shownColumns(target, options);
    rowFilter(target, options.get('$filter'), reading.dialect);
    checkExpansions(target, expand, reading);
  }
}

interface RowPlan {
  readonly set: ODataSet;
  readonly shown: readonly string[];
  readonly expansions: readonly Expansion[];
  readonly index: NavigationIndex;
  readonly format: ODataFormat;
}

/** A row as JSON text, with what its navigations lead to. */
function rowText(row: ODataRow, { set, shown, expansions, index, format }: RowPlan): string {
  const expanded = expansions.map(({ name, options, expand }) => {
    const { navigation, target } = index.target(set, name);
    const plan = { set: target, shown: shownColumns(target, options), expansions: expand, index, format };
    const passes = rowFilter(target, options.get('$filter'), format.dialect);
    const rows = index.rows(navigation, target, row).filter(passes);
    const texts = rows.map((other) => rowText(other, plan));
    return `${JSON.stringify(name)}:${navigation.collection ? `[${texts.join(',')}]` : (texts[0] ?? 'null')}`;
  });
  return `{${[...rowMembers(row, shown, set, format), ...expanded].join(',')}}`;
}

function rowFilter(set: ODataSet, filter: string | undefined, dialect: FilterDialect): (row: ODataRow) => boolean {
  if (filter === undefined || filter.trim() === '') return () => true;
  const columns = new Map(Object.entries(set.columns));
  const resolve: FieldResolver<ODataRow> = (node) => {
    const name = node.kind === 'field' && node.path.length === 1 ? spelledName(columns, node.path[0] ?? '') : undefined;
    const found = name === undefined ? undefined : columns.get(name);
    if (name === undefined || found === undefined)
      throw new FilterError(`Could not find a property in type '${set.name}'.`, undefined, 400);
    if (found.calculated === true) throw new CalculatedColumn(name);
    return { type: found.type, read: (row) => row.get(name) };
  };
  try {
    return compilePredicate(parseFilter(filter, dialect), resolve, dialect);
  } catch (error) {
    if (error instanceof FilterError) throw odataError(error.message);
    throw error;
  }
}

function count(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw odataError(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}

function sorted(rows: ODataRow[], orderBy: string | undefined, column: (name: string) => string): readonly ODataRow[] {
  if (orderBy === undefined || orderBy.trim() === '') return rows;
  const terms = orderBy.split(',').map((term) => {
    const [name = '', direction = 'asc'] = term.trim().split(/\s+/);
    return { name: column(name), sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return rows.sort((a, b) => {
    for (const { name, sign } of terms) {
      const order = compareValues(a.get(name) ?? null, b.get(name) ?? null);
      if (order !== 0) return sign * order;
    }
    return 0;
  });
}
