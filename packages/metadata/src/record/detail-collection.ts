import type { EntityLike as Entity } from './entity-like.js';
import type { EntityInit } from './entity-shape.js';

/** What a collection needs of the rows behind it. */
interface Rows<T> {
  readonly length: number;
  all(): readonly T[];
  add(init: EntityInit<T> | T): T;
  remove(row: T): boolean;
}

/**
 * The detail rows of a record, such as `order.Details`: iterable, with the array methods that only read. Rows are
 * changed in place, added with `add` and taken out with `remove`; `save()` of the record sends just that.
 */
export class DetailCollection<T extends Entity = Entity> implements Iterable<T> {
  readonly #rows: Rows<T>;

  /** Made by the accessor of a details member. */
  constructor(rows: Rows<T>) {
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** The row at a place; negative places count from the end. */
  at(index: number): T | undefined {
    return this.#rows.all().at(index);
  }

  /**
   * Adds a new row, which gets its id when the record is saved, and gives it back. Of a row that a record has already, a
   * copy is added; a row that was taken out here comes back as it is.
   */
  add(init: EntityInit<T> | T): T {
    return this.#rows.add(init);
  }

  /** Takes a row out; a row that the server has is deleted by the next `save()`. Returns whether it was here. */
  remove(row: T): boolean {
    return this.#rows.remove(row);
  }

  toArray(): T[] {
    return [...this.#rows.all()];
  }

  map<R>(convert: (row: T, index: number) => R): R[] {
    return this.#rows.all().map((row, index) => convert(row, index));
  }

  filter(accept: (row: T, index: number) => boolean): T[] {
    return this.#rows.all().filter((row, index) => accept(row, index));
  }

  find(accept: (row: T, index: number) => boolean): T | undefined {
    return this.#rows.all().find((row, index) => accept(row, index));
  }

  some(accept: (row: T, index: number) => boolean): boolean {
    return this.#rows.all().some((row, index) => accept(row, index));
  }

  every(accept: (row: T, index: number) => boolean): boolean {
    return this.#rows.all().every((row, index) => accept(row, index));
  }

  reduce<R>(combine: (sum: R, row: T, index: number) => R, initial: R): R {
    return this.#rows.all().reduce((sum, row, index) => combine(sum, row, index), initial);
  }

  forEach(visit: (row: T, index: number) => void): void {
    this.#rows.all().forEach((row, index) => visit(row, index));
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.toArray()[Symbol.iterator]();
  }

  toJSON(): unknown[] {
    return this.map((row) => row.toJSON());
  }

  [Symbol.for('nodejs.util.inspect.custom')](): T[] {
    return this.toArray();
  }
}
