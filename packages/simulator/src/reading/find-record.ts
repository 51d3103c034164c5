import type { EntityCall } from '../server/entity-call.js';
import { noEntity } from '../server/error-answers.js';
import type { StoredRecord } from '../store/stored-record.js';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a path segment is an id rather than a key. */
export const isGuid = (text: string): boolean => guid.test(text);

/** The record the path names by id, or by keys between `/` or `|`. @throws RequestFault 500 when there is none. */
export function findRecord({ rest, table, call }: EntityCall): StoredRecord {
  const [first = ''] = rest;
  const named = rest.length === 1 && isGuid(first) ? table.byId(first) : undefined;
  const record = named ?? table.byKey(keyValues(rest, table.keys.length));
  if (record === undefined || !isShown(record, call.headers['px-apiarchive'])) throw noEntity();
  return record;
}

/**
 * `SO|000123` is two keys, unless the form has only one. `SO%2F000123` always is, for the web server decodes addresses
 * before it takes them apart: clients made from an endpoint's document send keys that way, and no key can have a slash.
 */
function keyValues(rest: readonly string[], count: number): readonly string[] {
  const values = rest.flatMap((segment) => segment.split('/'));
  return values.length < count ? values.flatMap((value) => value.split('|')) : values;
}

/** Archived records are shown to requests that ask for them. */
export function isShown(record: StoredRecord, archiveHeader: string | string[] | undefined): boolean {
  return record.archived !== true || String(archiveHeader ?? '').toUpperCase() === 'SHOW';
}
