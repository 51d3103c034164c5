import type { EntityLike as Entity } from './entity-like.js';
import type { EntityClass } from './entity-class.js';
import { EntityState, STATE } from './entity-state.js';
import type { RowHolder, RowView } from './entity-state.js';
import { entityOf } from './hydrate.js';
import { rowIdentity } from '../wire/row-identity.js';
import { isRow, NO_ROW } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/** A linked record, such as `customer.MainContact`: one instance for as long as there is a linked row. */
export class LinkView implements RowView, RowHolder {
  readonly #owner: EntityState;
  readonly #member: string;
  readonly #target: EntityClass;
  #entity: Entity | undefined;
  #former: Entity | undefined;

  constructor(owner: EntityState, member: string, target: EntityClass) {
    this.#owner = owner;
    this.#member = member;
    this.#target = target;
  }

  get owner(): EntityState {
    return this.#owner;
  }

  get member(): string {
    return this.#member;
  }

  place(): string {
    return `${this.#owner.path}${this.#member}`;
  }

  replace(_child: EntityState, copy: WireRow): void {
    this.#owner.own()[this.#member] = copy;
  }

  /** The instance: undefined while the link is not loaded, null where nothing is linked. */
  entity(): Entity | null | undefined {
    const row = this.#owner.row[this.#member];
    if (row === undefined) return undefined;
    if (!isRow(row)) return null;
    if (this.#entity === undefined && Object.keys(row).length === 0) return null;
    return (this.#entity ??= this.#entityOver(row));
  }

  /** The instance, with an empty row behind it where there was none. */
  ensured(): Entity {
    const linked = this.entity();
    if (linked !== undefined && linked !== null) return linked;
    const row = {};
    this.#owner.own()[this.#member] = row;
    return (this.#entity = this.#entityOver(row));
  }

  /** Puts an instance that was made alone, or nothing, in the place of the linked record. */
  assign(entity: Entity | null): void {
    this.#owner.own()[this.#member] = entity === null ? null : entity[STATE].row;
    this.#hold(entity ?? undefined);
    this.refresh();
  }

  made(): readonly Entity[] {
    return this.#entity === undefined ? [] : [this.#entity];
  }

  refresh(): void {
    const row = this.#owner.row[this.#member];
    if (!isRow(row)) this.#hold(undefined);
    else if (this.#former !== undefined && rowIdentity(this.#former[STATE].row) === rowIdentity(row))
      this.#hold(this.#former);
    if (isRow(row)) this.#entity?.[STATE].reset(row, this.#base());
  }

  /** What is linked no more does not follow this record, until it is reverted. */
  #hold(entity: Entity | undefined): void {
    if (entity === this.#entity) return;
    this.#former = this.#entity;
    this.#former?.[STATE].moveTo(undefined);
    entity?.[STATE].moveTo(this);
    this.#entity = entity;
  }

  #entityOver(row: WireRow): Entity {
    return entityOf(this.#target, new EntityState(row, this.#base(), undefined, this));
  }

  #base(): WireRow {
    const base = this.#owner.base[this.#member];
    return isRow(base) ? base : NO_ROW;
  }
}
