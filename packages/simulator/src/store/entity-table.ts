import { isCompleteKey, recordKey } from './record-key.js';
import type { FieldValue, StoredRecord } from './stored-record.js';

/** In which order a list comes: by key, as the forms do, or as the records came in. */
export type RecordOrder = 'key' | 'insertion';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What happened to a record: `before` is missing for a new one, `after` for a deleted one. */
export interface RecordChange {
  readonly before: StoredRecord | undefined;
  readonly after: StoredRecord | undefined;
}

/** All records of one entity in one tenant: found by id and by key in constant time, listed in key order. */
export class EntityTable {
  readonly keys: readonly string[];
  readonly #order: RecordOrder;
  readonly #byId = new Map<string, StoredRecord>();
  readonly #byKey = new Map<string, StoredRecord>();
  readonly #now: () => number;
  readonly #deleted = new Map<string, { readonly record: StoredRecord; readonly at: number }>();
  #sorted: StoredRecord[] | undefined;

  /** Told of every change; see {@link RecordChange}. */
  onChange: ((change: RecordChange) => void) | undefined;

  /** @param now Milliseconds since 1970, for the time of deletions. */
  constructor(keys: readonly string[], order: RecordOrder = 'key', now: () => number = Date.now) {
    this.keys = keys;
    this.#order = order;
    this.#now = now;
  }

  get size(): number {
    return this.#byId.size;
  }

  byId(id: string): StoredRecord | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  byKey(values: readonly (FieldValue | undefined)[]): StoredRecord | undefined {
    return this.#byKey.get(recordKey(values));
  }

  /** All records, in the table's order; do not change the array. */
  all(): readonly StoredRecord[] {
    this.#sorted ??= this.#sort();
    return this.#sorted;
  }

  /** Records that were deleted, the oldest deletion first. */
  deleted(): readonly StoredRecord[] {
    return [...this.#deleted.values()].map(({ record }) => record);
  }

  /** Ids of records that were deleted and when, in milliseconds since 1970; the oldest deletion first. */
  deletions(): { readonly id: string; readonly at: number }[] {
    return [...this.#deleted].map(([id, { at }]) => ({ id, at }));
  }

  /** Puts a record in, in place of the one with the same id or key. */
  put(record: StoredRecord): void {
    const key = this.#keyOf(record);
    const earlier = this.#byId.get(record.id) ?? (key === undefined ? undefined : this.#byKey.get(key));
    if (earlier !== undefined) this.#forget(earlier);
    this.#deleted.delete(record.id);
    this.#byId.set(record.id, record);
    if (key !== undefined) this.#byKey.set(key, record);
    if (this.#sorted !== undefined) this.#place(record, earlier, key);
    this.onChange?.({ before: earlier, after: record });
  }

  /** Puts a record in place of the one with the same id, and tells nobody: for what is beside its data, such as files. */
  replace(record: StoredRecord): void {
    const listener = this.onChange;
    this.onChange = undefined;
    this.put(record);
    this.onChange = listener;
  }

  delete(record: StoredRecord): void {
    const earlier = this.#byId.get(record.id);
    if (earlier === undefined) return;
    this.#forget(earlier);
    this.#deleted.set(earlier.id, { record: earlier, at: this.#now() });
    this.onChange?.({ before: earlier, after: undefined });
    if (this.#sorted === undefined) return;
    const at = this.#sorted.indexOf(earlier);
    if (at >= 0) this.#sorted.splice(at, 1);
  }

  /** Holds just these records from now on; nobody is told. */
  fill(records: Iterable<StoredRecord>): void {
    const listener = this.onChange;
    this.onChange = undefined;
    this.clear();
    for (const record of records) this.put(record);
    this.onChange = listener;
  }

  clear(): void {
    this.#byId.clear();
    this.#byKey.clear();
    this.#deleted.clear();
    this.#sorted = undefined;
  }

  #keyOf({ fields }: StoredRecord): string | undefined {
    const [only] = this.keys;
    if (only !== undefined && this.keys.length === 1) return recordKey([fields.get(only)]) || undefined;
    const values = this.keys.map((name) => fields.get(name));
    return isCompleteKey(values) ? recordKey(values) : undefined;
  }

  #forget(record: StoredRecord): void {
    this.#byId.delete(record.id);
    const key = this.#keyOf(record);
    if (key !== undefined && this.#byKey.get(key) === record) this.#byKey.delete(key);
  }

  #sort(): StoredRecord[] {
    const records = [...this.#byId.values()];
    if (this.#order === 'insertion' || this.keys.length === 0) return records;
    const isKeyed = this.#byKey.size === this.#byId.size;
    const keyed = isKeyed ? [...this.#byKey] : records.map((record) => [this.#keyOf(record) ?? '', record] as const);
    return keyed.sort(([a], [b]) => compareText(a, b)).map(([, record]) => record);
  }

  /** Keeps the sorted list sorted without sorting it again. */
  #place(record: StoredRecord, earlier: StoredRecord | undefined, key: string | undefined): void {
    const sorted = this.#sorted ?? [];
    const at = earlier === undefined ? -1 : sorted.indexOf(earlier);
    const sameKey = earlier !== undefined && this.#keyOf(earlier) === key;
    if (at >= 0 && (sameKey || this.#order === 'insertion')) {
      sorted[at] = record;
      return;
    }
    if (at >= 0) sorted.splice(at, 1);
    const ordered = this.#order === 'key' && this.keys.length > 0;
    sorted.splice(ordered ? this.#position(sorted, key ?? '') : sorted.length, 0, record);
  }

  #position(sorted: readonly StoredRecord[], key: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = sorted[middle];
      if (other !== undefined && compareText(this.#keyOf(other) ?? '', key) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
