import { AcumaticaQueryError } from '@acurecord/errors';
import { compileFilter } from '../compiler/compile-filter.js';
import { refusalError } from '../compiler/refusal-error.js';
import { conditionFrom } from '../conditions/condition-from.js';
import type { Condition } from '../conditions/condition.js';
import { raw } from '../conditions/raw.js';
import { contractDialect } from '../dialects/contract-dialect.js';
import type { Dialect, Refusal } from '../dialects/dialect.js';
import { F } from '../fields/f.js';
import { describeValue } from '../values/describe-value.js';
import { customPath } from './custom-path.js';
import type { QueryParams } from './encode-query.js';
import { nestedParts } from './nested-parts.js';
import { orderTerm } from './order-term.js';
import { completeParts, selectNamingParts } from './query-parts.js';
import type { QueryParts } from './query-parts.js';

/** What to read. */
export interface QueryOptionsInit {
  /** A condition, values to be equal to, or filter text, which is passed on as it is. */
  readonly filter?: Condition | Readonly<Record<string, unknown>> | string;
  /** Field paths, `'OrderNbr'` or `'Details/InventoryID'`; only these are read. */
  readonly select?: readonly string[];
  /** Links and details to read along: `'Details'`, `'MainContact/Address'`, `'files'`. */
  readonly expand?: readonly string[];
  /** Fields that the endpoint does not map: `'Document.UsrX'`, `'Details/Transactions.UsrY'`. */
  readonly custom?: readonly string[];
  /** `'OrderDate'` or `'OrderDate desc'`; OData v4 only. */
  readonly orderBy?: readonly string[];
  /** At most so many records. */
  readonly top?: number;
  /** Leave out so many records first. */
  readonly skip?: number;
  /** Ask for the number of all matching records as well; OData v4 only. */
  readonly count?: boolean;
}

/** Options to replace; `null` takes one away. */
export type QueryOptionsChanges = { readonly [K in keyof QueryOptionsInit]: QueryOptionsInit[K] | null };

const lists = ['select', 'expand', 'custom', 'orderBy'] as const;

/**
 * What to read, independent of the dialect: `new QueryOptions({ filter: F.Status.eq('Open'), expand: ['Details'], top: 10 })`.
 * Immutable.
 */
export class QueryOptions {
  readonly filter: Condition | undefined;
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly custom: readonly string[];
  readonly orderBy: readonly string[];
  readonly top: number | undefined;
  readonly skip: number | undefined;
  readonly count: boolean;

  /** @throws {AcumaticaQueryError} for an option that is `undefined`, misspelt or of a wrong form */
  constructor(options: QueryOptionsInit = {}) {
    checkOptions(options);
    this.filter = conditionOf(options.filter);
    this.select = Object.freeze([...(options.select ?? [])]);
    this.expand = Object.freeze([...(options.expand ?? [])]);
    this.custom = Object.freeze((options.custom ?? []).map(customPath));
    this.orderBy = Object.freeze((options.orderBy ?? []).map(orderTerm));
    this.top = wholeNumber('top', options.top);
    this.skip = wholeNumber('skip', options.skip);
    this.count = options.count ?? false;
    completeParts(this);
    Object.freeze(this);
  }

  /** A copy with some options replaced; `null` takes one away: `options.with({ top: 10, filter: null })`. */
  with(changes: QueryOptionsChanges): QueryOptions {
    const entries = Object.entries({ ...this, ...changes }) as [string, unknown][];
    const kept = entries.filter(
      ([name, value]) => value !== null && (value !== undefined || Object.hasOwn(changes, name)),
    );
    return new QueryOptions(Object.fromEntries(kept));
  }

  /**
   * The options by their wire names, not yet percent-encoded: `{ $filter: "Status eq 'Open'", $top: '10' }`.
   *
   * @throws {AcumaticaQueryError} when the dialect cannot say one of them
   */
  toParams(dialect: Dialect = contractDialect): QueryParams {
    this.#refuse(dialect);
    const parts = writtenParts(completeParts(this), dialect);
    const params: [string, string | undefined][] = [
      ['$filter', this.filter && compileFilter(this.filter, dialect)],
      ['$select', joined(parts.select)],
      ['$expand', joined(parts.expand)],
      ['$custom', joined(this.custom)],
      ['$orderby', joined(this.orderBy)],
      ['$top', this.top?.toString()],
      ['$skip', this.skip?.toString()],
      ['$count', this.count ? 'true' : undefined],
    ];
    return Object.fromEntries(params.filter((param): param is [string, string] => param[1] !== undefined));
  }

  #refuse(dialect: Dialect): void {
    const { orderBy, count, custom } = dialect.options;
    const used: [string, boolean, 'yes' | Refusal][] = [
      ['orderBy', this.orderBy.length > 0, orderBy],
      ['count', this.count, count],
      ['custom', this.custom.length > 0, custom],
    ];
    for (const [name, isUsed, form] of used) {
      if (isUsed && form !== 'yes') throw refusalError(name, dialect, form);
    }
  }
}

function conditionOf(filter: QueryOptionsInit['filter']): Condition | undefined {
  if (filter === undefined) return undefined;
  return typeof filter === 'string' ? raw(filter) : conditionFrom(filter, F);
}

function writtenParts(parts: QueryParts, { options }: Dialect): QueryParts {
  return options.expand === 'nested'
    ? nestedParts(parts, options.selectNamesParts)
    : { select: selectNamingParts(parts), expand: parts.expand };
}

function joined(entries: readonly string[]): string | undefined {
  return entries.length > 0 ? entries.join(',') : undefined;
}

const names = new Set([...lists, 'filter', 'top', 'skip', 'count']);

function checkOptions(options: QueryOptionsInit): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new AcumaticaQueryError(`Query options are an object such as { top: 10 }, not ${describeValue(options)}.`);
  }
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    if (!names.has(name))
      throw new AcumaticaQueryError(`There is no query option ${name}. There are ${[...names].join(', ')}.`);
    if (value === undefined)
      throw new AcumaticaQueryError(`${name} is undefined. Leave it away when it is not wanted.`);
  }
  for (const name of lists) {
    const list: unknown = options[name] ?? [];
    if (!Array.isArray(list) || !list.every((entry) => typeof entry === 'string')) {
      throw new AcumaticaQueryError(`${name} takes an array of texts, not ${describeValue(list)}.`);
    }
  }
}

function wholeNumber(name: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value;
  throw new AcumaticaQueryError(`${name} is a whole number from 0 upwards, not ${describeValue(value)}.`);
}
