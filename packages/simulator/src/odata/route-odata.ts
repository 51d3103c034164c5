import type { Tenant } from '../identity/tenant.js';
import { isSince } from '../instance.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { methodNotAllowed, pageNotFound } from '../server/error-answers.js';
import { deletedOnly, withDeleted } from './deleted-rows.js';
import { authenticateOData } from './authenticate-odata.js';
import { odataError } from './odata-error.js';
import type { ODataSet } from './odata-set.js';
import { CalculatedColumn, querySet } from './query-set.js';
import { readSetName } from './read-set-name.js';
import { writeMetadata } from './write-metadata.js';

/** One of the OData roots, as a request's path names it. */
export interface ODataRoot {
  readonly kind: 'gi' | 'dac';
  /** Tenant in the path; `undefined` where it names none. */
  readonly tenant: string | undefined;
  /** Path of the root, as the request spells it. */
  readonly path: string;
  /** What follows it, decoded. */
  readonly rest: readonly string[];
  readonly version: 3 | 4;
}

/** The OData root of a path, or `undefined` when it has none. */
export function odataRoot(instance: Instance, { segments, path }: Call): ODataRoot | undefined {
  const [first = '', second, third = '', fourth = '', fifth = ''] = segments.map((segment) => segment.toLowerCase());
  const cut = (count: number): Pick<ODataRoot, 'path' | 'rest'> => ({
    path: path
      .split('/')
      .slice(0, count + 1)
      .join('/'),
    rest: segments.slice(count),
  });
  if (first === 't' && third === 'api' && fourth === 'odata' && (fifth === 'gi' || fifth === 'dac'))
    return isSince(instance.release, '24R2') ? { kind: fifth, tenant: second, version: 4, ...cut(5) } : undefined;
  if (first !== 'odata' && first !== 'odatav4') return undefined;
  const named = second !== undefined && instance.tenants.has(second);
  const kind = first === 'odata' ? 'gi' : 'dac';
  return { kind, tenant: named ? second : undefined, version: first === 'odata' ? 3 : 4, ...cut(named ? 2 : 1) };
}

/** Answers below an OData root: the service document, `$metadata`, or rows. */
export function routeOData(instance: Instance, call: Call, root: ODataRoot): Answer {
  const tenant = authenticateOData(instance, call, root.tenant);
  if (call.method !== 'GET') throw methodNotAllowed(call.method);
  const sets = root.kind === 'gi' ? instance.inquiries : instance.tables;
  const [name = '', ...more] = root.rest;
  const deleted = root.kind === 'dac' && more.length === 1 && /^px\.GetDeletedRecords\(\)$/i.test(more[0] ?? '');
  if (more.length > 0 && !deleted) return pageNotFound();
  const url = `${instance.origin}${instance.site}${root.path}`;
  if (name === '') return serviceDocument(sets, url, root.version);
  if (name.toLowerCase() === '$metadata') {
    const namespace = root.kind === 'gi' ? 'GenericInquiry' : 'PX.Data';
    return {
      status: 200,
      headers: { 'Content-Type': 'application/xml; charset=utf-8', 'OData-Version': '4.0' },
      body: writeMetadata(sets, namespace),
    };
  }
  const shown = deleted || (root.kind === 'dac' && call.headers['px-apideleted'] !== undefined);
  return showRows(instance, call, { tenant, sets, url, name, version: root.version, deleted, shown });
}

const contextName = (version: 3 | 4): string => (version === 3 ? 'odata.metadata' : '@odata.context');

function serviceDocument(sets: readonly ODataSet[], url: string, version: 3 | 4): Answer {
  const value = sets.map(({ name }) => ({ name, kind: 'EntitySet', url: encodeURIComponent(name) }));
  return odataAnswer(JSON.stringify({ [contextName(version)]: `${url}/$metadata`, value }));
}

const odataAnswer = (body: string): Answer =>
  jsonAnswer(200, body, {
    'Content-Type': 'application/json; odata.metadata=minimal; charset=utf-8',
    'OData-Version': '4.0',
  });

interface RowRequest {
  readonly tenant: Tenant;
  readonly sets: readonly ODataSet[];
  readonly url: string;
  readonly name: string;
  readonly version: 3 | 4;
  /** Only rows that were deleted. */
  readonly deleted: boolean;
  /** Rows that were deleted are among the rows. */
  readonly shown: boolean;
}

function showRows(instance: Instance, call: Call, request: RowRequest): Answer {
  const { tenant, sets, url, name, version, deleted, shown } = request;
  const found = readSetName(name, sets, call.query);
  if (found === undefined) throw odataError(`Resource not found for the segment '${name}'.`, 404);
  const set = deleted ? deletedOnly(found.set, tenant.store) : found.set;
  const pageSize = instance.options.odataPageSize ?? Infinity;
  try {
    const { rows, nextSkip } = querySet(
      { ...found, set, sets, options: call.query, pageSize },
      shown ? withDeleted(tenant.store) : tenant.store,
      instance.assume,
    );
    const context = JSON.stringify(`${url}/$metadata#${encodeURIComponent(found.set.name)}`);
    const next =
      nextSkip === undefined
        ? ''
        : `,"${version === 3 ? 'odata' : '@odata'}.nextLink":${JSON.stringify(nextLink(url, name, call, nextSkip))}`;
    return odataAnswer(`{"${contextName(version)}":${context},"value":[${rows.join(',')}]${next}}`);
  } catch (error) {
    if (error instanceof CalculatedColumn) return odataAnswer('');
    throw error;
  }
}

function nextLink(url: string, name: string, { query }: Call, skip: number): string {
  const top = query.get('$top');
  const options = new Map([...query, ['$skip', String(skip)]]);
  if (top !== undefined) options.set('$top', String(Number(top) - (skip - Number(query.get('$skip') ?? 0))));
  const pairs = [...options].map(([option, value]) => `${option}=${encodeURIComponent(value)}`);
  return `${url}/${encodeURIComponent(name)}?${pairs.join('&')}`;
}
