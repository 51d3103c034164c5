import type { FieldValue, StoredRecord } from './stored-record.js';

/** Reads a field of record after record: an own one, or that of a linked entity (`['MainContact', 'Email']`). */
export function fieldReader(path: readonly string[]): (record: StoredRecord) => FieldValue | undefined {
  const name = path.join('/');
  const read = plainReader(path.slice(0, -1), path.at(-1) ?? '');
  return (record) => (record.scan === undefined ? read(record) : record.scan(name, read));
}

function plainReader(links: readonly string[], field: string): (record: StoredRecord) => FieldValue | undefined {
  if (links.length === 0) return (record) => record.fields.get(field);
  return (record) => {
    let at: StoredRecord | null | undefined = record;
    for (const link of links) at = at?.links.get(link);
    return at?.fields.get(field);
  };
}
