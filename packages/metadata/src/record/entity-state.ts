import type { RecordClass } from '../model/record-class.js';
import type { EntityLike } from './entity-like.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { NO_ROW } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { inheritIdentity } from '../wire/row-identity.js';

/** Own key under which an entity keeps its state. Enumerable, so that test libraries compare entities by their rows. */
export const STATE: unique symbol = Symbol('acurecord.state');

/** A row that may be written; only ever a copy of our own. */
export type OwnRow = Record<string, unknown>;

/** What holds the row of a link or a detail row: it must follow when that row is replaced by a copy. */
export interface RowHolder {
  /** Name of the member, with the row's place in details: `MainContact`, `Details[0]`. */
  place(child: EntityState): string;
  /** The record it belongs to. */
  readonly owner: EntityState;
  /** The member of that record. */
  readonly member: string;
  /** Takes the copy that now stands for the child's row. */
  replace(child: EntityState, copy: WireRow): void;
}

/** A part of an entity that was made on first touch and must follow when the row changes under it. */
export interface RowView {
  /** Looks at the holder's rows again. */
  refresh(): void;
  /** The instances that were made so far. */
  made(): readonly EntityLike[];
}

const NO_PARTS: readonly EntityLike[] = Object.freeze([]);

let epochs = 0;

function nextEpoch(): number {
  return (epochs += 1);
}

/**
 * The rows behind one entity: `base` as the server said it, `row` as it is now. Both are trees of plain wire data that
 * share what nobody changed; the first edit copies the path from the changed record up to the root. What is to be sent
 * is the difference of the two trees, and reverting is one assignment.
 */
export class EntityState {
  /** The record as it is now. The only enumerable property: equality of entities is equality of rows. */
  row: WireRow;
  #base: WireRow;
  #target: RecordClass | undefined;
  #owner = -1;
  #areFilesStale = false;
  #epoch = 0;
  #holder: RowHolder | undefined;
  #views: Map<string, RowView> | undefined;
  #client: EntityClient | undefined;
  #tail: Promise<unknown> | undefined;

  constructor(row: WireRow, base: WireRow, client?: EntityClient, holder?: RowHolder) {
    this.row = row;
    this.#base = base;
    this.#client = client;
    this.#holder = holder;
  }

  /** State of a record that the server does not have yet. */
  static forNew(target: object): EntityState {
    const state = new EntityState({}, NO_ROW);
    state.#target = target as RecordClass;
    return state;
  }

  /** The record as the server said it; empty for a new one. */
  get base(): WireRow {
    return this.#base;
  }

  /** The state of the record that is saved as a whole. */
  get root(): EntityState {
    return this.#holder?.owner.root ?? this;
  }

  /** Class of the entity that looks at these rows. */
  get target(): RecordClass {
    return this.#target as RecordClass;
  }

  set target(target: RecordClass) {
    this.#target = target;
  }

  /** Whether the server has not given this record an id yet. */
  get isNew(): boolean {
    return this.#base === NO_ROW && this.row.id === undefined;
  }

  /** How decimals are read. */
  get decimals(): 'number' | 'string' {
    return this.client?.decimals ?? 'number';
  }

  get holder(): RowHolder | undefined {
    return this.#holder;
  }

  get client(): EntityClient | undefined {
    return this.root.#client;
  }

  set client(client: EntityClient | undefined) {
    this.root.#client = client;
  }

  /** The row, copied if it is still shared with the server's answer or with a save under way. */
  own(): OwnRow {
    const epoch = this.root.#epoch;
    if (this.#owner !== epoch) {
      const copy = inheritIdentity({ ...this.row }, this.row);
      this.#holder?.replace(this, copy);
      this.row = copy;
      this.#owner = epoch;
    }
    return this.row;
  }

  /** Sets what the row has for a member; undefined takes a pending change back. */
  write(member: string, cell: unknown): void {
    const next = cell === undefined ? this.#base[member] : cell;
    if (next === this.row[member]) return;
    if (next === undefined) delete this.own()[member];
    else this.own()[member] = next;
    this.refreshView(member);
  }

  /** The rows of this moment, which no later edit will touch. */
  snapshot(): WireRow {
    this.root.#epoch = nextEpoch();
    return this.row;
  }

  /** Does a work wholly, or leaves the rows as they were. */
  attempt(work: () => void): void {
    const { root } = this;
    const before = root.snapshot();
    try {
      work();
    } catch (error) {
      root.reset(before, root.#base);
      throw error;
    }
  }

  /** Whether a file was attached since the row was read, so that its list of files lacks it. */
  get areFilesStale(): boolean {
    return this.#areFilesStale;
  }

  set areFilesStale(areStale: boolean) {
    this.#areFilesStale = areStale;
  }

  /** Puts other rows in place, and lets everything that looks at them follow. */
  reset(row: WireRow, base: WireRow): void {
    this.row = row;
    this.#base = base;
    this.#owner = -1;
    this.#areFilesStale = false;
    for (const view of this.#views?.values() ?? []) view.refresh();
  }

  /** Puts the rows back that the server said. */
  revert(): void {
    const row = this.#base === NO_ROW ? inheritIdentity({}, this.row) : this.#base;
    this.#holder?.replace(this, row);
    this.reset(row, this.#base);
  }

  /** Lets a new holder take over: an instance that was made alone becomes part of a record. */
  moveTo(holder: RowHolder | undefined): void {
    this.#holder = holder;
    this.#owner = -1;
  }

  /** The part made for `member`, or the one made now. */
  view<V extends RowView>(member: string, make: () => V): V {
    const views = (this.#views ??= new Map<string, RowView>());
    const known = views.get(member);
    if (known !== undefined) return known as V;
    const made = make();
    views.set(member, made);
    return made;
  }

  /** Lets the part made for `member` follow after its rows were replaced. */
  refreshView(member: string): void {
    this.#views?.get(member)?.refresh();
  }

  /** Links and rows of the record that someone has looked at. */
  madeParts(): readonly EntityLike[] {
    return this.#views === undefined ? NO_PARTS : [...this.#views.values()].flatMap((view) => view.made());
  }

  /** Where this record stands in the one that is saved: empty for that one itself, else such as `Details[0].`. */
  get path(): string {
    const holder = this.#holder;
    return holder === undefined ? '' : `${holder.place(this)}.`;
  }

  /** Runs works on one record one after the other, whether the earlier ones succeed or fail. */
  enqueue<R>(work: () => Promise<R>): Promise<R> {
    const root = this.root;
    const turn = (root.#tail ?? Promise.resolve()).then(work, work);
    root.#tail = turn.catch(() => undefined);
    return turn;
  }
}
