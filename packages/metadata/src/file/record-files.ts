import { AcumaticaQueryError } from '@acurecord/errors';
import type { Download, UploadSource } from '@acurecord/transport';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import type { EntityState } from '../record/entity-state.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { callOptionsOf } from '../shape/read-options.js';
import { addressOf } from '../record/record-address.js';
import type { CallOptions, FileReadOptions, AttachOptions, UploadRequest } from '../gateway/entity-gateway.js';
import { shapeParams } from '../shape/shape-params.js';
import { clientOf } from '../session/client-of.js';
import { isRow, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue } from '../wire/wire-value.js';
import type { RecordFile } from './record-file.js';

/** Content that can be attached. Text is sent as UTF-8. */
export type FileContent = UploadSource | string | ArrayBuffer;

/** Attaches a file to a record or detail row. A file of the same name becomes its next version. */
export async function attachFile(
  entity: Entity,
  filename: string,
  content: FileContent,
  options: AttachOptions,
): Promise<void> {
  if (filename.trim() === '') throw new AcumaticaQueryError('A file needs a name to be attached.');
  const client = clientOf(entity);
  const { name } = entityMetadata(entity.constructor);
  const target = await uploadTarget(entity, options);
  await client.gateway.upload({ entity: name, target, filename, content: bytesOf(content), options });
  entity[STATE].areFilesStale = true;
}

/** The files of a record or detail row: those that were read with it, else they are asked for. */
export async function listFiles(entity: Entity, options: CallOptions): Promise<RecordFile[]> {
  const known = knownFiles(entity);
  if (known !== undefined) return known.flatMap(fileFrom);
  const row = await readPart(clientOf(entity), entity[STATE], 'files', options);
  return rowsOf(row?.files).flatMap(fileFrom);
}

/**
 * The files that were expanded, unless one was attached since. Servers of contract 3 write an empty list on every record,
 * whatever was expanded, so that such a list says nothing.
 */
function knownFiles(entity: Entity): readonly WireRow[] | undefined {
  const { row, client, areFilesStale } = entity[STATE];
  if (areFilesStale || !Array.isArray(row.files)) return undefined;
  const files = rowsOf(row.files);
  return files.length === 0 && client?.schema?.contract === 3 ? undefined : files;
}

/** Opens a file of a record, by the list's entry, its id or its name. @throws AcumaticaQueryError for an unknown name */
export async function openFile(entity: Entity, file: RecordFile | string, options: FileReadOptions): Promise<Download> {
  const { gateway } = clientOf(entity);
  if (typeof file !== 'string') return gateway.download(file.id, options);
  if (/^[0-9a-f-]{36}$/i.test(file)) return gateway.download(file, options);
  const files = await listFiles(entity, options);
  const found = files.find(({ name, filename }) => name === file || filename === file);
  if (found !== undefined) return gateway.download(found.id, options);
  const names = files.map(({ name }) => name).join(', ') || 'no files';
  throw new AcumaticaQueryError(`There is no file ${JSON.stringify(file)}; the record has ${names}.`);
}

/** The server names the place of uploads in each record; servers that do not are asked by the record's keys. */
async function uploadTarget(entity: Entity, options: CallOptions): Promise<UploadRequest['target']> {
  const { row, holder } = entity[STATE];
  const link = uploadLink(row);
  if (link !== undefined) return { link };
  if (holder !== undefined) {
    throw new AcumaticaQueryError(
      'This row has no upload link. Save the record, or read it again with its rows expanded.',
    );
  }
  const { keys, name } = entityMetadata(entity.constructor);
  const values = (keys ?? [])
    .map((key) => rawValue(row[key]))
    .filter((value) => typeof value === 'string' || typeof value === 'number');
  if (keys !== undefined && values.length === keys.length) return { keys: values.map(String) };
  const fresh = uploadLink((await readPart(clientOf(entity), entity[STATE], '', options)) ?? {});
  if (fresh !== undefined) return { link: fresh };
  throw new AcumaticaQueryError(
    `Nothing tells where files of this ${name} go: the server gave no upload link, and its keys are not loaded.`,
  );
}

function uploadLink(row: WireRow): string | undefined {
  const link = isRow(row._links) ? row._links['files:put'] : undefined;
  return typeof link === 'string' ? link : undefined;
}

/** The record anew with a part of it expanded; a detail row is read within its record. */
async function readPart(
  client: EntityClient,
  state: EntityState,
  part: string,
  options: CallOptions,
): Promise<WireRow | undefined> {
  const { root, row } = state;
  const steps = pathOf(state);
  const expand = [...steps, part].filter((step) => step !== '').join('/');
  const answer = await client.gateway.get({
    entity: entityMetadata(root.target).name,
    address: addressOf(root),
    params: shapeParams(root.target, { expand: expand === '' ? [] : [expand] }, client),
    options: callOptionsOf(options),
  });
  const parts = steps.reduce<WireRow[]>((rows, step) => rows.flatMap((found) => partsOf(found[step])), [answer]);
  return parts.length === 1 ? parts[0] : parts.find(({ id }) => id === row.id);
}

function pathOf({ holder }: EntityState): string[] {
  return holder === undefined ? [] : [...pathOf(holder.owner), holder.member];
}

function partsOf(value: unknown): WireRow[] {
  return isRow(value) ? [value] : [...rowsOf(value)];
}

function fileFrom(file: WireRow): RecordFile[] {
  const { id, filename, href, comment } = file;
  if (typeof id !== 'string' || typeof filename !== 'string') return [];
  const name = filename.split(/[\\/]/).at(-1) ?? filename;
  return [
    { id, filename, name, ...(typeof href === 'string' && { href }), ...(typeof comment === 'string' && { comment }) },
  ];
}

function bytesOf(content: FileContent): UploadSource {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof ArrayBuffer ? new Uint8Array(content) : content;
}
