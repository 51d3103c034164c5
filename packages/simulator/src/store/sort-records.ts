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
  keyed.sort((a, b) => {
    for (const [at, { descending }] of terms.entries()) {
      const order = compareValues(a.values[at] ?? null, b.values[at] ?? null);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ record }) => record);
}
