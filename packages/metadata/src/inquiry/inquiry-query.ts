import { AcumaticaNotFoundError, AcumaticaServerError } from '@acurecord/errors';
import {
  conditionFrom,
  createFields,
  encodeQuery,
  odataV3Dialect,
  odataV4Dialect,
  QueryOptions,
} from '@acurecord/odata';
import type { Condition, ConditionInput, MemberDescription } from '@acurecord/odata';
import type { CallOptions, ODataPage, ODataRequest } from '../gateway/entity-gateway.js';
import type { InquirySchema } from '../schema/odata-schema.js';
import { openClient } from '../session/client-of.js';
import { currentClient } from '../session/current-client.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { prefetch } from '../query/prefetch.js';
import { RepeatedPages } from '../query/repeated-pages.js';
import { encodeName } from '../wire/encode-name.js';
import type { WireRow } from '../wire/wire-row.js';
import { checkWay, describeColumn } from './describe-column.js';
import type { RowsOfType } from './describe-column.js';
import { inquiryCall } from './inquiry-call.js';
import { inquiryRow } from './inquiry-row.js';
import type { InquiryRow } from './inquiry-row.js';

/** A server may give a page without rows before it has found more; so many say that it never will. */
const MOST_EMPTY_PAGES = 100;

interface InquiryPlan {
  readonly condition?: Condition;
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly orderBy: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly take?: number;
  readonly skip?: number;
  readonly options: CallOptions;
}

/** What an inquiry is read from. */
export interface InquirySource {
  readonly inquiry: InquirySchema;
  /** `dac` for data access classes. @default gi */
  readonly source?: ODataRequest['source'];
  /** @default the current client */
  readonly client?: EntityClient;
  /** The schema of rows that rows lead to, by their type. @default nothing is known of them */
  readonly rowsOfType?: RowsOfType;
  /** A function of the rows, such as `px.GetDeletedRecords()`. */
  readonly part?: string;
}

/**
 * A question to a generic inquiry over OData. Immutable; only the verbs (`toArray`, `first`, `pages`, `for await`) send.
 *
 * `inquiry.where(r => r.Status.eq('Open')).orderBy('Date desc').take(5)` asks
 * `$filter=Status eq 'Open'&$orderby=Date desc&$top=5`, in the version of OData that the inquiry's service speaks.
 */
export class InquiryQuery<Row = InquiryRow> implements AsyncIterable<Row> {
  readonly #source: InquirySource;
  readonly #plan: InquiryPlan;

  constructor(
    source: InquirySource,
    plan: InquiryPlan = { select: [], expand: [], orderBy: [], parameters: {}, options: {} },
  ) {
    this.#source = source;
    this.#plan = plan;
    Object.freeze(this);
  }

  /** Narrows; a second `where` means "and". */
  where(condition: ConditionInput<Row, 'odataV4'>): InquiryQuery<Row> {
    const fields = createFields<Row, 'odataV4'>((path) => this.#describe(path));
    const more = conditionFrom<Row, 'odataV4'>(condition, fields);
    const before = this.#plan.condition;
    return this.#with({ condition: before === undefined ? more : before.and(more) });
  }

  /**
   * Reads these columns only; those of rows that rows lead to by path: `SOLineCollection/LineNbr`.
   *
   * @throws AcumaticaQueryError for an unknown one
   */
  select(...columns: readonly ((keyof Row & string) | `${keyof Row & string}/${string}`)[]): InquiryQuery<Row> {
    for (const column of columns) this.#describe(column.split('/'));
    const ways = columns.flatMap((column) => (column.includes('/') ? column.slice(0, column.lastIndexOf('/')) : []));
    return this.expand(...ways).#with({ select: [...this.#plan.select, ...columns] });
  }

  /**
   * Reads rows that the rows lead to as well: `SOLineCollection`, `SOLineCollection/InventoryItemByInventoryID`.
   *
   * @throws AcumaticaQueryError for an unknown way, and for an inquiry, whose rows lead nowhere
   */
  expand(...paths: readonly string[]): InquiryQuery<Row> {
    const { inquiry, rowsOfType = unknownRows } = this.#source;
    for (const path of paths) checkWay(inquiry, path.split(/[/.]/), rowsOfType);
    const ways = paths.map((path) => path.replaceAll('.', '/'));
    return this.#with({ expand: [...new Set([...this.#plan.expand, ...ways])] });
  }

  /** `'Date'` or `'Date desc'`. @throws AcumaticaQueryError for an unknown column */
  orderBy(...terms: readonly string[]): InquiryQuery<Row> {
    for (const term of terms) this.#describe([term.trim().split(/\s+/)[0] ?? '']);
    return this.#with({ orderBy: [...this.#plan.orderBy, ...terms] });
  }

  /** Parameters of the inquiry. @throws AcumaticaQueryError for one that it does not have */
  parameters(parameters: Readonly<Record<string, unknown>>): InquiryQuery<Row> {
    const all = { ...this.#plan.parameters, ...parameters };
    inquiryCall(this.#source.inquiry, all);
    return this.#with({ parameters: all });
  }

  /** At most so many rows. */
  take(count: number): InquiryQuery<Row> {
    return this.#with({ take: count });
  }

  /** Leaves out the first rows. */
  skip(count: number): InquiryQuery<Row> {
    return this.#with({ skip: count });
  }

  /** Time limit and abort signal of every request of this query. */
  options(options: CallOptions): InquiryQuery<Row> {
    return this.#with({ options: { ...this.#plan.options, ...options } });
  }

  /** All rows, however many pages the server makes of them. */
  async toArray(): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const page of this.pages()) rows.push(...page);
    return rows;
  }

  /** With parameters: all rows. */
  run(parameters: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
    return Object.keys(parameters).length === 0 ? this.toArray() : this.parameters(parameters).toArray();
  }

  /** The first row, or undefined. */
  async first(): Promise<Row | undefined> {
    const [row] = await this.take(Math.min(1, this.#plan.take ?? 1)).toArray();
    return row;
  }

  /** The first row. @throws AcumaticaNotFoundError when there is none */
  async firstOrThrow(): Promise<Row> {
    const row = await this.first();
    if (row !== undefined) return row;
    const { name } = this.#source.inquiry;
    throw new AcumaticaNotFoundError(`${name} has no such row.`, { entity: name });
  }

  /** Whether there is such a row. */
  async exists(): Promise<boolean> {
    return (await this.first()) !== undefined;
  }

  /** Page by page, as the server makes them; the next one is on its way while one is used. */
  async *pages(): AsyncGenerator<Row[], void, undefined> {
    const { inquiry } = this.#source;
    const client = openClient(this.#source.client ?? currentClient(inquiry.name), inquiry.name);
    const stop = new AbortController();
    let left = this.#plan.take ?? Infinity;
    try {
      for await (const { rows } of prefetch(this.#read(client, stop.signal), left === Infinity)) {
        const page = rows.slice(0, left).map((row) => this.#row(row, client));
        left -= page.length;
        if (page.length > 0) yield page;
        if (left <= 0) return;
      }
    } finally {
      stop.abort();
    }
  }

  /** Row by row. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    for await (const page of this.pages()) yield* page;
  }

  /** The first request as it would be sent, below the root of the inquiries; `params` are not percent-encoded. */
  compile(): { readonly set: string; readonly params: Readonly<Record<string, string>>; readonly url: string } {
    const { condition, select, expand, orderBy, take, skip } = this.#plan;
    const { inquiry } = this.#source;
    const { set, params: given } = inquiryCall(inquiry, this.#plan.parameters);
    const options = new QueryOptions({
      select,
      expand,
      orderBy,
      ...(condition && { filter: condition }),
      ...(take === undefined ? {} : { top: take }),
      ...(skip === undefined ? {} : { skip }),
    });
    const params = { ...options.toParams(inquiry.odataVersion === 3 ? odataV3Dialect : odataV4Dialect), ...given };
    const query = encodeQuery(params);
    return { set, params, url: `/${encodeName(set)}${query === '' ? '' : `?${query}`}` };
  }

  async *#read(client: EntityClient, stop: AbortSignal): AsyncGenerator<ODataPage, void, undefined> {
    const { source = 'gi' } = this.#source;
    const { signal = stop } = this.#plan.options;
    const options = { ...this.#plan.options, signal: signal === stop ? stop : AbortSignal.any([signal, stop]) };
    const { set, params } = this.compile();
    const { part } = this.#source;
    let page = await client.gateway.odata({ source, set, params, options, ...(part !== undefined && { part }) });
    yield page;
    const [links, pages] = [new RepeatedPages(), new RepeatedPages()];
    let empty = 0;
    while (page.nextLink !== undefined) {
      empty = page.rows.length === 0 ? empty + 1 : 0;
      const isCircle = links.isCircle([set, page.nextLink]) || pages.isCircle(this.#identities(page.rows));
      if (isCircle || empty > MOST_EMPTY_PAGES)
        throw new AcumaticaServerError(`${set}: the server gave the same next page twice; its pages have no end.`);
      page = await client.gateway.odataNext(page.nextLink, options);
      yield page;
    }
  }

  /** What tells rows apart: their keys, or all columns; nothing where only other columns are read, since rows may be alike. */
  #identities(rows: ODataPage['rows']): readonly unknown[] {
    const { keys } = this.#source.inquiry;
    const { select } = this.#plan;
    const areKnown = keys.length > 0 && (select.length === 0 || keys.every((key) => select.includes(key)));
    if (areKnown) return rows.map((row) => keys.map((key) => row[key]));
    return select.length === 0 ? rows : [];
  }

  #describe(path: readonly string[]): MemberDescription | undefined {
    const { inquiry, rowsOfType = unknownRows } = this.#source;
    return describeColumn(inquiry, path, rowsOfType);
  }

  #row(row: WireRow, { decimals = 'number' }: EntityClient): Row {
    const { inquiry, source, rowsOfType = unknownRows } = this.#source;
    return inquiryRow(inquiry, row, { decimals, rowsOfType, isPadded: source === 'dac' }) as Row;
  }

  #with(changes: Partial<InquiryPlan>): InquiryQuery<Row> {
    return new InquiryQuery(this.#source, { ...this.#plan, ...changes });
  }
}

const unknownRows: RowsOfType = () => undefined;
