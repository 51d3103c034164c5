import type { EntityLike as Entity } from './entity-like.js';
import type { EntityClass } from './entity-class.js';
import type { EntityInit } from './entity-shape.js';
import { EntityState, STATE } from './entity-state.js';
import type { RowHolder, RowView } from './entity-state.js';
import { entityOf } from './hydrate.js';
import { assignInit } from './assign-init.js';
import { atPlace } from './at-place.js';
import { DetailCollection } from './detail-collection.js';
import { checkedPart, isEntity, refusedPart } from './checked-part.js';
import { plainEntity } from './plain-entity.js';
import { unattached } from './unattached.js';
import { rowIdentity } from '../wire/row-identity.js';
import { NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/** The rows behind a details member: instances that follow them, and what adds, removes and replaces them. */
export class DetailRows<T extends Entity = Entity> implements RowView, RowHolder {
  /** What the program sees of them. */
  readonly collection: DetailCollection<T> = new DetailCollection<T>(this);
  readonly #owner: EntityState;
  readonly #member: string;
  readonly #target: EntityClass<T>;
  #entities: T[] = [];
  /** Instances that were taken out; they come back with their rows when the record is reverted. */
  #former: T[] = [];
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

  /** The instances, one a row. */
  all(): readonly T[] {
    if (this.#seen !== this.#rows()) this.#align();
    return this.#entities;
  }

  /** See `DetailCollection.add`. */
  add(init: EntityInit<T> | T): T {
    const entity = this.#adopt(init, this.length);
    const entities = [...this.all(), entity];
    this.#write(entity === init ? this.#inOrder(entities) : entities);
    return entity;
  }

  /** See `DetailCollection.remove`. */
  remove(row: T): boolean {
    const entities = this.all();
    const index = entities.indexOf(row);
    if (index < 0) return false;
    this.#write(entities.toSpliced(index, 1));
    return true;
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
  made(): readonly T[] {
    return this.#entities;
  }

  /** Part of RowView. */
  refresh(): void {
    if (this.#seen !== undefined) this.#align();
  }

  /**
   * Makes the rows exactly these: known ones stay where they are and take over what is new, others are added after them,
   * the rest is taken out.
   */
  replaceAll(inits: Iterable<EntityInit<T> | T>): void {
    const left = new Set(this.all());
    const byId = new Map([...left].map((entity) => [entity.id, entity]));
    const entities = Array.from(inits, (init, index) => {
      const { id } = checkedPart(init, this.#target, this.#member) as { id?: string };
      const known = left.has(init as T) ? (init as T) : id === undefined ? undefined : byId.get(id);
      if (known === undefined) return this.#adopt(init, index);
      if (left.delete(known)) {
        if (known !== init) assignInit(known, isEntity(init) ? plainEntity(init) : init);
        return known;
      }
      if (isEntity(init)) return this.#adopt(init, index);
      throw refusedPart(this.#member, `names the row ${JSON.stringify(id)} twice`);
    });
    this.#write(this.#inOrder(entities));
  }

  /** No body can tell the server an order: its rows keep theirs, and new ones follow. */
  #inOrder(entities: readonly T[]): T[] {
    const places = new Map(rowsOf(this.#owner.base[this.#member]).map((row, index) => [rowIdentity(row), index]));
    const placeOf = (entity: T): number => places.get(rowIdentity(entity[STATE].row)) ?? places.size;
    return entities.toSorted((a, b) => placeOf(a) - placeOf(b));
  }

  #adopt(init: EntityInit<T> | T, index: number): T {
    const part = checkedPart(init, this.#target, this.#member);
    if (!isEntity(part)) return atPlace(`${this.#owner.path}${this.#member}[${index}]`, () => this.#made(part));
    return this.#isFormer(part as T) ? (part as T) : unattached(part, this.#target);
  }

  #made(init: { readonly id?: unknown }): T {
    const { id } = init;
    if (id !== undefined && this.all().some((row) => row.id === id))
      throw refusedPart(this.#member, `has the row ${JSON.stringify(id)} already; change that one`);
    return new this.#target(init);
  }

  /** Whether a row of the server's was taken out here, so that adding it is taking that back. */
  #isFormer(entity: T): boolean {
    const identity = rowIdentity(entity[STATE].row);
    return (
      entity[STATE].holder === undefined &&
      this.#former.includes(entity) &&
      rowsOf(this.#owner.base[this.#member]).some((row) => rowIdentity(row) === identity)
    );
  }

  #write(entities: T[]): void {
    const rows = entities.map((entity) => entity[STATE].row);
    this.#owner.own()[this.#member] = rows;
    this.#hold(entities);
    this.#seen = rows;
  }

  /** Rows that are here follow this record, and rows that are no more do not. */
  #hold(entities: T[]): void {
    const here = new Set(entities);
    const gone = this.#entities.filter((entity) => !here.has(entity));
    for (const { [STATE]: state } of gone) state.moveTo(undefined);
    for (const { [STATE]: state } of entities) if (state.holder !== this) state.moveTo(this);
    this.#former = [
      ...this.#former.filter((entity) => !here.has(entity) && entity[STATE].holder === undefined),
      ...gone,
    ];
    this.#entities = entities;
  }

  /** Instances follow their rows by identity, so that a row that was just inserted keeps its instance. */
  #align(): void {
    const instances = [...this.#former, ...this.#entities];
    const known = new Map(instances.map((entity) => [rowIdentity(entity[STATE].row), entity]));
    const bases = new Map(rowsOf(this.#owner.base[this.#member]).map((row) => [rowIdentity(row), row]));
    this.#seen = this.#rows();
    const entities = this.#seen.map((row) => {
      const identity = rowIdentity(row);
      const base = bases.get(identity) ?? NO_ROW;
      const entity = known.get(identity);
      if (entity === undefined) return entityOf(this.#target, new EntityState(row, base, undefined, this));
      entity[STATE].reset(row, base);
      return entity;
    });
    this.#hold(entities);
  }

  #rows(): readonly WireRow[] {
    return rowsOf(this.#owner.row[this.#member]);
  }
}
