import { AcumaticaServerError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { EntityState } from '../record/entity-state.js';
import { entityOf } from '../record/hydrate.js';
import { announceMembers } from '../transform/announce-members.js';
import type { WireRow } from '../wire/wire-row.js';
import { prefetch } from './prefetch.js';
import { dialectOf } from '../shape/shape-params.js';
import type { QueryPlan } from './query-plan.js';
import type { QuerySource } from './query-source.js';
import { readPageRange } from './read-page-range.js';
import { RepeatedPages } from './repeated-pages.js';
import { splitCondition } from './split-condition.js';

/** The records of a query, page by page; without a page size in one, unless a cap of the server cuts it. The next page is read while one is used. */
export async function* readPages<T extends Entity>(
  source: QuerySource<T>,
  pageSize: number | undefined,
): AsyncGenerator<T[], void, undefined> {
  const stop = new AbortController();
  try {
    for await (const rows of prefetch(readRows(source, pageSize, stop.signal), pageSize !== undefined)) {
      announceMembers(source.target);
      yield rows.map((row) => entityOf(source.target, new EntityState(row, row, source.client)));
    }
  } finally {
    stop.abort();
  }
}

async function* readRows(
  { target, client, plan }: QuerySource,
  pageSize: number | undefined,
  stop: AbortSignal,
): AsyncGenerator<readonly WireRow[], void, undefined> {
  const wanted = new Wanted(plan);
  const conditions = plan.condition === undefined ? [undefined] : splitCondition(plan.condition, dialectOf(client));
  const isSplit = conditions.length > 1;
  for (const condition of conditions) {
    const part = { ...plan, ...(condition === undefined ? {} : { condition }) };
    let skip = isSplit ? 0 : plan.skip;
    let before: readonly WireRow[] = [];
    const pages = new RepeatedPages();
    while (!wanted.isMet) {
      const top = wanted.top(pageSize, isSplit);
      const rows = await readPageRange({ target, client, plan: part }, { skip, top }, stop);
      const fresh = withoutRepeated(before, rows);
      if (pageSize === undefined && fresh.length === 0) break;
      if (!isLastPage(rows, top)) refuseCircle(target, pages, rows);
      const page = isSplit ? wanted.skipping(fresh) : wanted.take(fresh);
      if (page.length > 0) yield page;
      if (isLastPage(rows, top)) break;
      skip += rows.length;
      before = rows;
    }
  }
}

/** A server that caps lists without a word does so at a round number: 50, 100, 500. */
const CAP_STEP = 50;

/** Fewest rows of a list that was asked for without `$top` that look like a cap. */
const LEAST_CAP = 100;

/** Whether nothing follows. A page as long as a cap would make it does not tell; only the next request does, by its ids. */
function isLastPage(rows: readonly WireRow[], top: number | undefined): boolean {
  if (rows.length >= (top ?? Infinity)) return false;
  const mayBeCut = rows.length >= (top === undefined ? LEAST_CAP : CAP_STEP) && rows.length % CAP_STEP === 0;
  return !mayBeCut || rows[0]?.id === undefined;
}

/** Counts down what a query still wants. */
class Wanted {
  #skip: number;
  #left: number;

  constructor({ skip, take = Infinity }: QueryPlan) {
    this.#skip = skip;
    this.#left = take;
  }

  get isMet(): boolean {
    return this.#left <= 0;
  }

  /** `$top` of the next request: a page, or what is left of `take`. */
  top(pageSize: number | undefined, isSplit: boolean): number | undefined {
    const left = this.#left + (isSplit ? this.#skip : 0);
    const top = Math.min(pageSize ?? Infinity, left);
    return top === Infinity ? undefined : top;
  }

  /** Where several requests make one result, its first rows are skipped here. */
  skipping(rows: readonly WireRow[]): readonly WireRow[] {
    const kept = rows.slice(this.#skip);
    this.#skip -= rows.length - kept.length;
    return this.take(kept);
  }

  take(rows: readonly WireRow[]): readonly WireRow[] {
    const kept = rows.length > this.#left ? rows.slice(0, this.#left) : rows;
    this.#left -= kept.length;
    return kept;
  }
}

/** A record inserted before the page moves the last rows of one page to the start of the next. */
function withoutRepeated(before: readonly WireRow[], rows: readonly WireRow[]): readonly WireRow[] {
  if (before.length === 0) return rows;
  const ids = new Set(before.map((row) => row.id));
  const fresh = rows.filter((row) => row.id === undefined || !ids.has(row.id));
  return fresh.length === rows.length ? rows : fresh;
}

function refuseCircle(target: object, pages: RepeatedPages, rows: readonly WireRow[]): void {
  if (!pages.isCircle(rows.map((row) => row.id ?? row))) return;
  const { name } = entityMetadata(target);
  throw new AcumaticaServerError(
    `The server gave the same page of ${name} twice: it ignores $skip here. Read it without pageSize().`,
    { entity: name },
  );
}
