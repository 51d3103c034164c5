import type { Entity } from './entity.js';
import type { EntityClass } from './entity-class.js';
import type { EntityInit } from './entity-shape.js';
import { EntityState, STATE } from './entity-state.js';
import type { RowHolder, RowView } from './entity-state.js';
import { entityOf } from './hydrate.js';
import { assignInit } from './assign-init.js';
import { rowIdentity } from '../wire/row-identity.js';
import { NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/**
 * The detail rows of a record, such as `order.Details`: iterable, with the array methods that only read. Rows are
 * changed in place, added with `add` and taken out with `remove`; `save()` of the record sends just that.
 */
export class DetailCollection<T extends Entity = Entity> implements Iterable<T>, RowView, RowHolder {
  readonly #owner: EntityState;
  readonly #member: string;
  readonly #target: EntityClass<T>;
  #entities: T[] = [];
  #seen: readonly WireRow[] | undefined;

  /** Made by the accessor of a details member. */
  constructor(owner: EntityState, member: string, target: EntityClass<T>) {
    this.#owner = owner;
    this.#member = member;
    this.#target = target;
  }

  get length(): number {
    return this.#rows().length;
  }

  /** The row at a place; negative places count from the end. */
  at(index: number): T | undefined {
    return this.#all().at(index);
  }

  /** Adds a new row, which gets its id when the record is saved. */
  add(init: EntityInit<T> | T): T {
    const entity = this.#adopt(init);
    const entities = [...this.#all(), entity];
    this.#write(entities);
    return entity;
  }

  /** Takes a row out; a row that the server has is deleted by the next `save()`. Returns whether it was here. */
  remove(row: T): boolean {
    const entities = this.#all();
    const index = entities.indexOf(row);
    if (index < 0) return false;
    this.#write(entities.toSpliced(index, 1));
    row[STATE].moveTo(undefined);
    return true;
  }

  toArray(): T[] {
    return [...this.#all()];
  }

  map<R>(convert: (row: T, index: number) => R): R[] {
    return this.#all().map((row, index) => convert(row, index));
  }

  filter(accept: (row: T, index: number) => boolean): T[] {
    return this.#all().filter((row, index) => accept(row, index));
  }

  find(accept: (row: T, index: number) => boolean): T | undefined {
    return this.#all().find((row, index) => accept(row, index));
  }

  some(accept: (row: T, index: number) => boolean): boolean {
    return this.#all().some((row, index) => accept(row, index));
  }

  every(accept: (row: T, index: number) => boolean): boolean {
    return this.#all().every((row, index) => accept(row, index));
  }

  reduce<R>(combine: (sum: R, row: T, index: number) => R, initial: R): R {
    return this.#all().reduce((sum, row, index) => combine(sum, row, index), initial);
  }

  forEach(visit: (row: T, index: number) => void): void {
    this.#all().forEach((row, index) => visit(row, index));
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

  /** Part of RowHolder. */
  get owner(): EntityState {
    return this.#owner;
  }

  /** Part of RowHolder. */
  get member(): string {
    return this.#member;
  }

  /** Part of RowHolder. */
  place(child: EntityState): string {
    const index = this.#entities.findIndex((entity) => entity[STATE] === child);
    return `${this.#owner.path}${this.#member}[${index}]`;
  }

  /** Part of RowHolder. */
  replace(child: EntityState, copy: WireRow): void {
    const rows = [...this.#rows()];
    rows[rows.indexOf(child.row)] = copy;
    this.#owner.own()[this.#member] = rows;
    this.#seen = rows;
  }

  /** Part of RowView. */
  refresh(): void {
    if (this.#seen !== undefined) this.#align();
  }

  /** Makes the rows exactly these: known ones stay, others are added, the rest is taken out. */
  replaceAll(inits: Iterable<EntityInit<T> | T>): void {
    const kept = new Map(this.#all().map((entity) => [entity.id, entity]));
    const entities = Array.from(inits, (init) => {
      const id = (init as { id?: unknown }).id;
      const known = typeof id === 'string' ? kept.get(id) : undefined;
      if (known === undefined || known === init) return known ?? this.#adopt(init);
      assignInit(known, init);
      return known;
    });
    this.#write(entities);
  }

  #adopt(init: EntityInit<T> | T): T {
    const entity = init instanceof this.#target ? init : new this.#target(init);
    entity[STATE].moveTo(this);
    return entity;
  }

  #write(entities: T[]): void {
    const rows = entities.map((entity) => entity[STATE].row);
    this.#owner.own()[this.#member] = rows;
    this.#entities = entities;
    this.#seen = rows;
  }

  #all(): T[] {
    if (this.#seen !== this.#rows()) this.#align();
    return this.#entities;
  }

  /** Instances follow their rows by identity, so that a row that was just inserted keeps its instance. */
  #align(): void {
    const known = new Map(this.#entities.map((entity) => [rowIdentity(entity[STATE].row), entity]));
    const bases = new Map(rowsOf(this.#owner.base[this.#member]).map((row) => [rowIdentity(row), row]));
    this.#seen = this.#rows();
    this.#entities = this.#seen.map((row) => {
      const identity = rowIdentity(row);
      const base = bases.get(identity) ?? NO_ROW;
      const entity = known.get(identity);
      if (entity === undefined) return entityOf(this.#target, new EntityState(row, base, undefined, this));
      entity[STATE].reset(row, base);
      return entity;
    });
  }

  #rows(): readonly WireRow[] {
    return rowsOf(this.#owner.row[this.#member]);
  }
}
