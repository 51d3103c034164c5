import type { Tenant } from '../identity/tenant.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { CalculatedColumn } from './calculated-column.js';
import { deletedRecordType, deletedRecords } from './deleted-records.js';
import { odataError } from './odata-error.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataSet } from './odata-set.js';
import { querySet } from './query-set.js';
import type { SetPage } from './query-set.js';
import { readSetName } from './read-set-name.js';
import type { NamedSet } from './read-set-name.js';
import { recordSource } from './record-source.js';

/** Rows, their number, or what is remembered of deleted ones. */
export type RowPart = 'rows' | 'count' | 'deleted';

/** A request for data. */
export interface RowRequest {
  readonly tenant: Tenant;
  readonly sets: readonly ODataSet[];
  /** Of the root. */
  readonly url: string;
  /** The set, as the path names it. */
  readonly name: string;
  readonly format: ODataFormat;
  readonly part: RowPart;
}

/** Answers with rows of a set. @throws ODataFault 400 or 404 */
export function showRows(instance: Instance, call: Call, request: RowRequest): Answer {
  const { tenant, sets, format, part } = request;
  const named = findSet(instance, call, request);
  const pageSize = part === 'count' ? 0 : (instance.options.odataPageSize ?? Infinity);
  const source = recordSource(tenant.store, sets, call);
  let page: SetPage;
  try {
    page = querySet({ ...named, sets, options: call.query, pageSize }, source, format);
  } catch (error) {
    if (error instanceof CalculatedColumn) return odataAnswer('', format);
    throw error;
  }
  if (page.total > instance.assume.largestList) throw odataError('The request takes too many rows.', 511);
  if (part === 'count')
    return { status: 200, headers: { 'Content-Type': 'text/plain', ...format.headers }, body: String(page.total) };
  return odataAnswer(pageText(page, named, request, call), format);
}

function findSet(instance: Instance, call: Call, { sets, name, format, part, tenant }: RowRequest): NamedSet {
  const found = readSetName(name, sets, call.query, format);
  if (found === undefined || (found.key !== undefined && part !== 'rows')) throw noResource(name);
  if (part !== 'deleted') return found;
  const set = deletedRecords(found.set, tenant.store, instance.options.trackDeleted);
  if (set === undefined) throw noResource('px.GetDeletedRecords()');
  return { ...found, set };
}

const noResource = (name: string): Error => odataError(`Resource not found for the segment '${name}'.`, 404);

const odataAnswer = (body: string, { contentType, headers }: ODataFormat): Answer =>
  jsonAnswer(200, body, { 'Content-Type': contentType, ...headers });

function pageText(
  { rows, nextSkip, selection, total }: SetPage,
  named: NamedSet,
  request: RowRequest,
  call: Call,
): string {
  const { url, format, part, name } = request;
  const type =
    part === 'deleted'
      ? `Collection(${deletedRecordType.namespace}.${deletedRecordType.name})`
      : encodeURIComponent(named.set.name);
  const context = (end: string): string =>
    `"${format.context}":${JSON.stringify(`${url}/$metadata#${type}${selection}${end}`)}`;
  if (named.key !== undefined) {
    const [row] = rows;
    if (row === undefined) throw noResource(name);
    return `{${context('/$entity')},${row.slice(1)}`;
  }
  const counted = call.query.get('$count')?.toLowerCase() === 'true' ? `,"${format.prefix}count":${String(total)}` : '';
  const root = format.relativeLinks ? '' : `${url}/`;
  const next =
    nextSkip === undefined
      ? ''
      : `,"${format.prefix}nextLink":${JSON.stringify(`${root}${nextLink(request, call, nextSkip)}`)}`;
  return `{${context('')}${counted},"value":[${rows.join(',')}]${next}}`;
}

/** The rest of a page, below the root. */
function nextLink({ name, part }: RowRequest, { query }: Call, skip: number): string {
  const top = query.get('$top');
  const options = new Map([...query, ['$skip', String(skip)]]);
  if (top !== undefined) options.set('$top', String(Number(top) - (skip - Number(query.get('$skip') ?? 0))));
  const pairs = [...options].map(([option, value]) => `${option}=${encodeURIComponent(value)}`);
  const below = part === 'deleted' ? '/px.GetDeletedRecords()' : '';
  return `${encodeURIComponent(name)}${below}?${pairs.join('&')}`;
}
