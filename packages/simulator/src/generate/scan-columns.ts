import type { FieldValue } from '../store/stored-record.js';

/** What scans over the generated records of one entity have read so far: by what was read, then by record. */
export class ScanColumns {
  readonly #rows: number;
  readonly #columns = new Map<string, FieldValue[]>();

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** The value of a row, made only the first time. */
  value(name: string, row: number, make: () => FieldValue): FieldValue {
    const column = this.#columns.get(name) ?? this.#open(name);
    const known = column[row];
    if (known !== undefined) return known;
    const made = make();
    column[row] = made;
    return made;
  }

  #open(name: string): FieldValue[] {
    const column = new Array<FieldValue>(this.#rows);
    this.#columns.set(name, column);
    return column;
  }
}
