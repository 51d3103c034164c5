import type { FieldDefinition, MemberDefinition, ReferenceDefinition } from '../decorators/member-definition.js';
import { announceRules } from '../validation/loaded-validator.js';
import { readValue, writeValue } from '../wire/wire-value.js';
import type { WireRow } from '../wire/wire-row.js';
import { assignInit } from './assign-init.js';
import { customCell, writeCustomCell } from './custom-cell.js';
import { DetailCollection } from './detail-collection.js';
import { Entity } from './entity.js';
import type { EntityInit } from './entity-shape.js';
import type { EntityState } from './entity-state.js';
import { LinkView } from './link-view.js';
import { unattached } from './unattached.js';

/** Value of a member: `undefined` while it is not loaded or set, `null` while it is empty. */
export function readMember(state: EntityState, definition: MemberDefinition): unknown {
  if (definition.kind !== 'field') return readReference(state, definition);
  const cell = definition.custom === undefined ? state.row[definition.name] : customCell(state.row, definition.custom);
  return cell === undefined ? undefined : readValue(cell, definition.type, state.decimals);
}

/** Sets a member; `undefined` takes a pending change back. */
export function writeMember(state: EntityState, definition: MemberDefinition, value: unknown): void {
  announceRules(state.target);
  if (definition.kind === 'field') writeField(state, definition, value);
  else if (value === undefined) restore(state, definition.name);
  else if (definition.kind === 'link') writeLink(state, definition, value);
  else writeDetails(state, definition, value);
}

/** The view of a link, made on first use. */
export function linkView(state: EntityState, { name, target }: ReferenceDefinition): LinkView {
  return state.view(name, () => new LinkView(state, name, target()));
}

/** The view of details, made on first use. */
export function detailView(state: EntityState, { name, target }: ReferenceDefinition): DetailCollection {
  return state.view(name, () => new DetailCollection(state, name, target()));
}

function readReference(state: EntityState, definition: ReferenceDefinition): unknown {
  if (definition.kind === 'link') return linkView(state, definition).entity();
  const isKnown = state.row[definition.name] !== undefined || state.isNew;
  return isKnown ? detailView(state, definition) : undefined;
}

function writeField(state: EntityState, { name, type, custom }: FieldDefinition, value: unknown): void {
  if (custom !== undefined) {
    writeCustomCell(state, custom, value === undefined ? undefined : writeValue(value, type, state.path + name), type);
  } else if (value === undefined) {
    restore(state, name);
  } else {
    state.own()[name] = writeValue(value, type, state.path + name);
  }
}

function writeLink(state: EntityState, definition: ReferenceDefinition, value: unknown): void {
  const view = linkView(state, definition);
  if (value === null) view.assign(null);
  else if (!(value instanceof Entity)) assignInit(view.ensured(), value as EntityInit<Entity>);
  else if (value !== view.entity()) view.assign(unattached(value, definition.target()));
}

function writeDetails(state: EntityState, definition: ReferenceDefinition, value: unknown): void {
  const view = detailView(state, definition);
  if (value !== view) view.replaceAll((value ?? []) as Iterable<EntityInit<Entity>>);
}

function restore(state: EntityState, name: string): void {
  const base: WireRow = state.base;
  if (state.row[name] === base[name]) return;
  if (Object.hasOwn(base, name)) state.own()[name] = base[name];
  else delete state.own()[name];
  state.refreshView(name);
}
