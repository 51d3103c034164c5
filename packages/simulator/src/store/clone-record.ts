import { createRecord } from './stored-record.js';
import type { EditableRecord, StoredRecord } from './stored-record.js';

/** A copy that can be changed without touching the original: rows and linked entities are copied too. */
export function cloneRecord({
  id,
  note,
  fields,
  links,
  details,
  custom,
  files,
  origin,
  archived,
  translations,
}: StoredRecord): EditableRecord {
  return createRecord(id, {
    note,
    fields: new Map(fields),
    links: new Map([...links].map(([name, linked]) => [name, linked === null ? null : cloneRecord(linked)])),
    details: new Map([...details].map(([name, rows]) => [name, rows.map(cloneRecord)])),
    custom: custom === null ? null : new Map([...custom].map(([view, values]) => [view, new Map(values)])),
    files,
    ...(origin === undefined ? {} : { origin }),
    ...(archived === undefined ? {} : { archived }),
    ...(translations === undefined ? {} : { translations: new Map(translations) }),
  });
}
