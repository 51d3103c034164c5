import { AcumaticaNotFoundError, AcumaticaQueryError, refuseUnknownOptions } from '@acurecord/errors';
import { conditionFrom } from '@acurecord/odata';
import type { ConditionInput } from '@acurecord/odata';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { EntityClass } from '../record/entity-class.js';
import type { ExpandPath, SelectPath, TranslationsPath } from '../shape/member-path.js';
import { CALL_OPTIONS } from '../gateway/entity-gateway.js';
import type { CallOptions } from '../gateway/entity-gateway.js';
import { clientFor } from '../session/client-of.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { compileQuery } from './compile-query.js';
import type { CompiledQuery } from './compile-query.js';
import { explainQuery } from './explain-query.js';
import type { QueryExplanation } from './explain-query.js';
import { queryFields } from '../shape/query-fields.js';
import { EMPTY_PLAN } from './query-plan.js';
import type { Fallback, QueryPlan } from './query-plan.js';
import { readPages } from './read-pages.js';
import type { QuerySource } from './query-source.js';
import { wireShape } from '../shape/read-params.js';

/** Rows of a page while a result is iterated and nothing else was asked for. */
const DEFAULT_PAGE = 500;

/**
 * A question to the ERP. Immutable: every method gives a new query, and only the verbs (`toArray`, `first`, `exists`,
 * `pages`, `for await`) send anything.
 *
 * `SalesOrder.where(o => o.Status.eq('Open')).expand('Details').take(50)` asks
 * `$filter=Status eq 'Open'&$expand=Details&$top=50`.
 *
 * Some servers cut lists at a length that they do not announce. An answer shorter than asked for therefore ends the
 * result only where its length is no multiple of 50; else one more request looks whether more follows. Without
 * `pageSize` or `take` that begins at 100 records.
 */
export class Query<T extends Entity> implements AsyncIterable<T> {
  readonly #target: EntityClass<T>;
  readonly #client: EntityClient | undefined;
  readonly #plan: QueryPlan;

  /** Made by `Customer.where(…)` and `Customer.query()`. */
  constructor(target: EntityClass<T>, client?: EntityClient, plan: QueryPlan = EMPTY_PLAN) {
    this.#target = target;
    this.#client = client;
    this.#plan = plan;
    Object.freeze(this);
  }

  /** Narrows: a second `where` means "and". A condition, a function of the fields, or values to be equal to. */
  where(condition: ConditionInput<T>): Query<T> {
    const more = conditionFrom<T>(condition, queryFields<T>(this.#target));
    const before = this.#plan.condition;
    return this.#with({ condition: before === undefined ? more : before.and(more) });
  }

  /** Reads these fields only. @throws AcumaticaQueryError for a path that the class does not have */
  select(...paths: readonly SelectPath<T>[]): Query<T> {
    wireShape(this.#target, { select: paths });
    return this.#with({ select: [...this.#plan.select, ...paths] });
  }

  /** Reads links and details too, or `Translations`. @throws AcumaticaQueryError for a path that the class does not have */
  expand(...paths: readonly (ExpandPath<T> | TranslationsPath)[]): Query<T> {
    wireShape(this.#target, { expand: paths });
    return this.#with({ expand: [...this.#plan.expand, ...paths] });
  }

  /** Reads fields outside the contract: `Document.UsrPriority`, in details `Details/Transactions.UsrColor`. */
  custom(...paths: readonly string[]): Query<T> {
    return this.#with({ custom: [...this.#plan.custom, ...paths] });
  }

  /** Order of the result; contract endpoints keep their own and refuse this before anything is sent. */
  orderBy(...terms: readonly string[]): Query<T> {
    return this.#with({ orderBy: [...this.#plan.orderBy, ...terms] });
  }

  /** At most so many records, over all pages. */
  take(count: number): Query<T> {
    return this.#with({ take: wholeNumber('take', count, 0) });
  }

  /** Leaves out the first records. */
  skip(count: number): Query<T> {
    return this.#with({ skip: wholeNumber('skip', count, 0) });
  }

  /** Reads in pages of so many records. @default 500 while iterating, everything at once in `toArray` */
  pageSize(rows: number): Query<T> {
    return this.#with({ pageSize: wholeNumber('pageSize', rows, 1) });
  }

  /**
   * What to do where the server cannot give these records as a list ("Optimization cannot be performed"). `server`: asks
   * again for the list, to be read record by record on the server, which takes longer. `each`: reads the keys and then
   * each record by itself, one request a record. `fail`: fails at once, also on servers that would read record by record
   * without being asked.
   *
   * @throws AcumaticaQueryError for anything else
   */
  fallback(how: Fallback): Query<T> {
    if (!FALLBACKS.has(how))
      throw new AcumaticaQueryError(`fallback() takes ${[...FALLBACKS].join(', ')}, not ${JSON.stringify(how)}.`);
    return this.#with({ fallback: how });
  }

  /** Branch, business date, time limit, abort signal and endpoint version of every request of this query. */
  options(options: CallOptions): Query<T> {
    refuseUnknownOptions('options()', options, CALL_OPTIONS);
    return this.#with({ options: { ...this.#plan.options, ...options } });
  }

  /** All records; in one request unless `pageSize` says otherwise or the server may have cut the list. */
  async toArray(): Promise<T[]> {
    const records: T[] = [];
    for await (const page of readPages(this.#source(), this.#plan.pageSize))
      for (const record of page) records.push(record);
    return records;
  }

  /** The first record in the ERP's order, or undefined. */
  async first(): Promise<T | undefined> {
    const [record] = await this.take(Math.min(1, this.#plan.take ?? 1)).toArray();
    return record;
  }

  /** The first record. @throws AcumaticaNotFoundError when there is none */
  async firstOrThrow(): Promise<T> {
    const record = await this.first();
    if (record !== undefined) return record;
    const { name } = entityMetadata(this.#target);
    const { filter } = explainQuery(this.#target, this.#plan, this.#client);
    throw new AcumaticaNotFoundError(`No ${name} satisfies ${filter ?? 'the query'}.`, { entity: name });
  }

  /** Whether there is such a record; reads one key field of one record. */
  async exists(): Promise<boolean> {
    const { keys, members } = entityMetadata(this.#target);
    const [field] = keys ?? Object.keys(members).filter((name) => members[name]?.kind === 'field');
    const select = field === undefined ? [] : [field];
    const narrow = this.#with({ select, expand: [], custom: [] });
    return (await narrow.first()) !== undefined;
  }

  /** Page by page; the next one is already on its way while one is used. Leaving the loop stops it. */
  pages(): AsyncGenerator<T[], void, undefined> {
    return readPages(this.#source(), this.#plan.pageSize ?? DEFAULT_PAGE);
  }

  /** Record by record, read in pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page;
  }

  /** The request as it would be sent. @throws AcumaticaQueryError for what the endpoint is known to fail on */
  compile(): CompiledQuery {
    return compileQuery(this.#target, this.#plan, this.#client);
  }

  /** The request with every rewrite, doubt and fallback. @throws AcumaticaQueryError as `compile` does */
  explain(): QueryExplanation {
    return explainQuery(this.#target, this.#plan, this.#client);
  }

  #with(changes: Partial<QueryPlan>): Query<T> {
    return new Query(this.#target, this.#client, { ...this.#plan, ...changes });
  }

  #source(): QuerySource<T> {
    return { target: this.#target, client: clientFor(this.#target, this.#client), plan: this.#plan };
  }
}

const FALLBACKS: ReadonlySet<Fallback> = new Set(['server', 'each', 'fail']);

function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new AcumaticaQueryError(`${name}() takes a whole number from ${least} upwards, not ${String(value)}.`);
}
