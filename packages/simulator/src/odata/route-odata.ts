import { isSince } from '../instance.js';
import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { Call } from '../server/call.js';
import { methodNotAllowed, pageNotFound } from '../server/error-answers.js';
import { authenticateOData } from './authenticate-odata.js';
import { prefersAtom, requireJson } from './negotiate-format.js';
import { ODataFault } from './odata-error.js';
import { odataFormat } from './odata-format.js';
import type { ODataFormat } from './odata-format.js';
import type { ODataSet } from './odata-set.js';
import { setNames } from './set-names.js';
import { showRows } from './show-rows.js';
import type { RowPart } from './show-rows.js';
import { writeAtomService } from './write-atom-service.js';
import { writeMetadataV3 } from './write-metadata-v3.js';
import { writeMetadata } from './write-metadata.js';
import { writeTableMetadata } from './write-table-metadata.js';

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
  const format = odataFormat(root.kind, root.version, instance.assume);
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
  const part = partOf(more, format);
  if (part === undefined) return pageNotFound();
  const url = `${instance.origin}${instance.site}${root.path}`;
  if (name.toLowerCase() === '$metadata') return metadata(sets, root, format);
  if (name === '') return serviceDocument(sets, url, call, format);
  if (format.version === 3) requireJson(call);
  return showRows(instance, call, { tenant, sets, url, name, format, part });
}

/** What of a set the rest of the path asks for; `undefined` where there is no such thing. */
function partOf([first, ...more]: readonly string[], { counts }: ODataFormat): RowPart | undefined {
  if (first === undefined) return 'rows';
  if (!counts || more.length > 0) return undefined;
  if (first.toLowerCase() === '$count') return 'count';
  return /^px\.GetDeletedRecords\(\)$/i.test(first) ? 'deleted' : undefined;
}

function metadata(sets: readonly ODataSet[], { kind }: ODataRoot, format: ODataFormat): Answer {
  const headers = { 'Content-Type': 'application/xml; charset=utf-8', ...format.versionHeaders };
  if (format.version === 3) return { status: 200, headers, body: writeMetadataV3(sets, format) };
  return { status: 200, headers, body: kind === 'gi' ? writeMetadata(sets) : writeTableMetadata(sets) };
}

function serviceDocument(sets: readonly ODataSet[], url: string, call: Call, format: ODataFormat): Answer {
  const names = sets.flatMap(setNames);
  if (format.atom !== undefined && prefersAtom(call))
    return { status: 200, headers: { 'Content-Type': format.atom }, body: writeAtomService(names, url) };
  const kind = format.version === 3 ? {} : { kind: 'EntitySet' };
  const value = names.map((name) => ({ name, ...kind, url: encodeURIComponent(name) }));
  const { contentType, context, headers } = format;
  return jsonAnswer(200, JSON.stringify({ [context]: `${url}/$metadata`, value }), {
    'Content-Type': contentType,
    ...headers,
  });
}
