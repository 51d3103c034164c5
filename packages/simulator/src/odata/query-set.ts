import type { FieldValue } from '../store/stored-record.js';
import { shownColumns } from './column-name.js';
import { NavigationIndex } from './follow-navigation.js';
import { odataError } from './odata-error.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataRow, ODataSet, RecordSource } from './odata-set.js';
import { readExpand } from './read-expand.js';
import type { Expansion } from './read-expand.js';
import { hasKey } from './read-key.js';
import type { RowKey } from './read-key.js';
import { rowFilter } from './row-filter.js';
import { rowMembers } from './row-text.js';
import { sortRows } from './sort-rows.js';

/** What a data request asks for. */
export interface SetQuery {
  readonly set: ODataSet;
  /** All sets of the root, for navigation. */
  readonly sets: readonly ODataSet[];
  readonly parameters: ReadonlyMap<string, FieldValue>;
  /** Of the one row that is asked for. */
  readonly key?: RowKey;
  readonly options: ReadonlyMap<string, string>;
  /** Rows an answer holds at most; the rest follows behind `@odata.nextLink`. */
  readonly pageSize: number;
}

/** Rows of one page as JSON texts, and how many to skip for the next one. */
export interface SetPage {
  readonly rows: readonly string[];
  readonly nextSkip: number | undefined;
  /** Rows that the filter lets pass, whatever the page. */
  readonly total: number;
  /** What was chosen, as `@odata.context` tells it: `(AcctCD,AcctName)`, or nothing. */
  readonly selection: string;
}

const refusedOptions = ['$apply', '$search', '$inlinecount'];

/** Answers a data request. @throws ODataFault 400 for what OData of the ERP does not do, CalculatedColumn */
export function querySet(
  { set, sets, parameters, key, options, pageSize }: SetQuery,
  store: RecordSource,
  format: ODataFormat,
): SetPage {
  const refused = format.counts ? refusedOptions : ['$expand', '$count', ...refusedOptions];
  for (const name of refused) if (options.has(name)) throw odataError(`The query option '${name}' is not supported.`);
  const expansions = readExpand(options.get('$expand'));
  const plan: RowPlan = {
    set,
    shown: shownColumns(set, options),
    expansions,
    index: new NavigationIndex(sets, store),
    format,
  };
  checkExpansions(plan);
  const passes = rowFilter(options.get('$filter'), { ...plan, dialect: format.dialect });
  const skip = count(options.get('$skip'), '$skip') ?? 0;
  const top = count(options.get('$top'), '$top') ?? Infinity;
  const all = [...set.rows(store, parameters)].filter((row) => (key === undefined || hasKey(row, key)) && passes(row));
  const page = sortRows(all, set, options.get('$orderby')).slice(skip, skip + Math.min(top, pageSize));
  const after = skip + page.length;
  return {
    rows: page.map((row) => rowText(row, plan)),
    nextSkip: page.length < top && after < all.length ? after : undefined,
    total: all.length,
    selection: format.listsColumns ? selectionText(plan, options) : '',
  };
}

interface RowPlan {
  readonly set: ODataSet;
  readonly shown: readonly string[];
  readonly expansions: readonly Expansion[];
  readonly index: NavigationIndex;
  readonly format: ODataFormat;
}

/** The same for the rows that an expansion leads to. */
function inner({ set, index, format }: RowPlan, { name, options, expand }: Expansion) {
  const { navigation, target } = index.target(set, name);
  const plan: RowPlan = { set: target, shown: shownColumns(target, options), expansions: expand, index, format };
  const passes = rowFilter(options.get('$filter'), { set: target, index, dialect: format.dialect });
  return { navigation, target, plan, passes };
}

/** `(AcctCD,AcctName,AddressByDefAddressID(City))`; nothing where everything was chosen. */
function selectionText(plan: RowPlan, options: ReadonlyMap<string, string>): string {
  const select = options.get('$select')?.trim() ?? '';
  const below = plan.expansions.map((expansion) => {
    const chosen = selectionText(inner(plan, expansion).plan, expansion.options);
    return `${expansion.name}${chosen === '' ? '()' : chosen}`;
  });
  const parts = [...(select === '' || select === '*' ? [] : plan.shown), ...below];
  return parts.length === 0 ? '' : `(${parts.join(',')})`;
}

/** Finds what is wrong with expansions also where there are no rows to expand. */
function checkExpansions(plan: RowPlan): void {
  for (const expansion of plan.expansions) checkExpansions(inner(plan, expansion).plan);
}

/** A row as JSON text, with what its navigations lead to. */
function rowText(row: ODataRow, plan: RowPlan): string {
  const { set, shown, expansions, index, format } = plan;
  const expanded = expansions.map((expansion) => {
    const { navigation, target, plan: below, passes } = inner(plan, expansion);
    const found = index.rows(navigation, target, row).filter(passes);
    const orderBy = expansion.options.get('$orderby');
    const rows = orderBy === undefined ? found : sortRows(found, target, orderBy);
    const top = count(expansion.options.get('$top'), '$top') ?? Infinity;
    const texts = rows.slice(0, top).map((other) => rowText(other, below));
    const value = navigation.collection ? `[${texts.join(',')}]` : (texts[0] ?? 'null');
    return `${JSON.stringify(expansion.name)}:${value}`;
  });
  return `{${[...rowMembers(row, shown, set, format), ...expanded].join(',')}}`;
}

function count(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw odataError(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}
