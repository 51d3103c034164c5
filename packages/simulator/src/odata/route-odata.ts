import Negotiator from 'negotiator';
import type { Tenant } from '../identity/tenant.js';
import { isSince } from '../instance.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { methodNotAllowed, pageNotFound } from '../server/error-answers.js';
import { deletedOnly, withDeleted } from './deleted-rows.js';
import { authenticateOData } from './authenticate-odata.js';
import { ODataFault, odataError } from './odata-error.js';
import { odataFormat } from './odata-format.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataSet } from './odata-set.js';
import { CalculatedColumn, querySet } from './query-set.js';
import { readSetName } from './read-set-name.js';
import { writeMetadataV3 } from './write-metadata-v3.js';
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
  const format = odataFormat(root.version, instance.assume);
  try {
    return answerOData(instance, call, root, format);
  } catch (error) {
    throw error instanceof ODataFault ? error.in(format) : error;
  }
}

function answerOData(instance: Instance, call: Call, root: ODataRoot, format: ODataFormat): Answer {
  const tenant = authenticateOData(instance, call, root.tenant);
  if (call.method !== 'GET') throw methodNotAllowed(call.method);
  const sets = root.kind === 'gi' ? instance.inquiries : instance.tables;
  const [name = '', ...more] = root.rest;
  const deleted = root.kind === 'dac' && more.length === 1 && /^px\.GetDeletedRecords\(\)$/i.test(more[0] ?? '');
  if (more.length > 0 && !deleted) return pageNotFound();
  const url = `${instance.origin}${instance.site}${root.path}`;
  if (name.toLowerCase() === '$metadata') return metadata(sets, root, format);
  if (format.version === 3) requireJson(call);
  if (name === '') return serviceDocument(sets, url, format);
  const shown = deleted || (root.kind === 'dac' && call.headers['px-apideleted'] !== undefined);
  return showRows(instance, call, { tenant, sets, url, name, format, deleted, shown });
}

/** OData version 3 has Atom and a verbose JSON besides, which are not spoken here. @throws ODataFault 415 */
function requireJson({ headers, query }: Call): void {
  const format = query.get('$format');
  const asked = format === 'json' ? 'application/json' : (format ?? headers.accept);
  const accepted = new Negotiator({ headers: { accept: asked } }).mediaTypes();
  const isJson = accepted.some((type) => type === 'application/json' || type.endsWith('/*'));
  if (isJson && !/odata=verbose/i.test(asked ?? '')) return;
  throw odataError('A supported MIME type could not be found that matches the acceptable MIME types.', 415);
}

function metadata(sets: readonly ODataSet[], { kind }: ODataRoot, format: ODataFormat): Answer {
  const namespace = kind === 'gi' ? 'GenericInquiry' : 'PX.Data';
  const body = format.version === 3 ? writeMetadataV3(sets, namespace, format) : writeMetadata(sets, namespace);
  return { status: 200, headers: { 'Content-Type': 'application/xml; charset=utf-8', ...format.headers }, body };
}

function serviceDocument(sets: readonly ODataSet[], url: string, format: ODataFormat): Answer {
  const kind = format.version === 3 ? {} : { kind: 'EntitySet' };
  const value = sets.map(({ name }) => ({ name, ...kind, url: encodeURIComponent(name) }));
  return odataAnswer(JSON.stringify({ [format.context]: `${url}/$metadata`, value }), format);
}

const odataAnswer = (body: string, { contentType, headers }: ODataFormat): Answer =>
  jsonAnswer(200, body, { 'Content-Type': contentType, ...headers });

interface RowRequest {
  readonly tenant: Tenant;
  readonly sets: readonly ODataSet[];
  readonly url: string;
  readonly name: string;
  readonly format: ODataFormat;
  /** Only rows that were deleted. */
  readonly deleted: boolean;
  /** Rows that were deleted are among the rows. */
  readonly shown: boolean;
}

function showRows(instance: Instance, call: Call, request: RowRequest): Answer {
  const { tenant, sets, url, name, format, deleted, shown } = request;
  const found = readSetName(name, sets, call.query, format);
  if (found === undefined) throw odataError(`Resource not found for the segment '${name}'.`, 404);
  const set = deleted ? deletedOnly(found.set, tenant.store) : found.set;
  const pageSize = instance.options.odataPageSize ?? Infinity;
  try {
    const { rows, nextSkip } = querySet(
      { ...found, set, sets, options: call.query, pageSize },
      shown ? withDeleted(tenant.store) : tenant.store,
      format,
    );
    const context = JSON.stringify(`${url}/$metadata#${encodeURIComponent(found.set.name)}`);
    const root = format.relativeLinks ? '' : `${url}/`;
    const next =
      nextSkip === undefined
        ? ''
        : `,"${format.prefix}nextLink":${JSON.stringify(`${root}${nextLink(name, call, nextSkip)}`)}`;
    return odataAnswer(`{"${format.context}":${context},"value":[${rows.join(',')}]${next}}`, format);
  } catch (error) {
    if (error instanceof CalculatedColumn) return odataAnswer('', format);
    throw error;
  }
}

/** The rest of a page, below the root. */
function nextLink(name: string, { query }: Call, skip: number): string {
  const top = query.get('$top');
  const options = new Map([...query, ['$skip', String(skip)]]);
  if (top !== undefined) options.set('$top', String(Number(top) - (skip - Number(query.get('$skip') ?? 0))));
  const pairs = [...options].map(([option, value]) => `${option}=${encodeURIComponent(value)}`);
  return `${encodeURIComponent(name)}?${pairs.join('&')}`;
}
