import type { StoredRecord } from './stored-record.js';

/** A copy that can be changed without touching the original: rows and linked entities are copied too. */
export function cloneRecord(record: StoredRecord): StoredRecord {
  return {
    ...record,
    fields: new Map(record.fields),
    links: new Map([...record.links].map(([name, linked]) => [name, linked === null ? null : cloneRecord(linked)])),
    details: new Map([...record.details].map(([name, rows]) => [name, rows.map(cloneRecord)])),
    custom:
      record.custom === null ? null : new Map([...record.custom].map(([view, fields]) => [view, new Map(fields)])),
  };
}
