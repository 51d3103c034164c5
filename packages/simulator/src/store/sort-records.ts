import { compareValues } from './compare-values.js';
import type { FieldValue, StoredRecord } from './stored-record.js';

/** What records are sorted by. */
export interface SortTerm {
  readonly read: (record: StoredRecord) => FieldValue | undefined;
  readonly descending: boolean;
}

/** Sorted by the first term, where that is equal by the next; records equal in all keep their order. */
export function sortRecords(records: readonly StoredRecord[], terms: readonly SortTerm[]): StoredRecord[] {
  const keyed = records.map((record) => ({ record, values: terms.map(({ read }) => read(record) ?? null) }));
  const signs = terms.map(({ descending }) => (descending ? -1 : 1));
  keyed.sort((a, b) => {
    for (let at = 0; at < signs.length; at += 1) {
      const order = compareValues(a.values[at] ?? null, b.values[at] ?? null);
      if (order !== 0) return order * (signs[at] ?? 1);
    }
    return 0;
  });
  return keyed.map(({ record }) => record);
}
