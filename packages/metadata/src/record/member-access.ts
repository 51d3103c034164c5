import type { AcumaticaValidationError } from '@acurecord/errors';
import { isReference } from '../model/member-definition.js';
import type { FieldDefinition, MemberDefinition, ReferenceDefinition } from '../model/member-definition.js';
import { announceRules } from '../rules/loaded-validator.js';
import { readValue, writeValue } from '../wire/wire-value.js';
import { translationsOf, withTranslations } from '../wire/translations.js';
import { NO_ROW } from '../wire/wire-row.js';
import type { WireValue } from '../wire/wire-row.js';
import { assignInit } from './assign-init.js';
import { checkedPart, isEntity, refusedPart } from './checked-part.js';
import { customCell } from '../wire/custom-table.js';
import { writeCustomCell } from './custom-cell.js';
import { DetailRows } from './detail-rows.js';
import { referencedClass } from './entity-class.js';
import type { EntityState } from './entity-state.js';
import { isHydrating } from './hydrate.js';
import { LinkView } from './link-view.js';
import { unattached } from './unattached.js';

/** Value of a member: `undefined` while it is not loaded or set, `null` while it is empty. */
export function readMember(state: EntityState, definition: MemberDefinition): unknown {
  if (isReference(definition)) return readReference(state, definition);
  if (definition.kind === 'unknown') return frozen(state.row[definition.name]);
  const cell = definition.custom === undefined ? state.row[definition.name] : customCell(state.row, definition.custom);
  return cell === undefined ? undefined : readValue(cell, definition.type, state.decimals);
}

/** Sets a member; `undefined` takes a pending change back. */
export function writeMember(state: EntityState, definition: MemberDefinition, value: unknown): void {
  if (!isHydrating()) announceRules(state.target);
  if (definition.kind === 'field') writeField(state, definition, value);
  else if (value === undefined || definition.kind === 'unknown')
    state.write(definition.name, wireCopy(state, definition.name, value));
  else state.attempt(() => (definition.kind === 'link' ? writeLink : writeDetails)(state, definition, value));
}

/** The view of a link, made on first use. */
export function linkView(state: EntityState, definition: ReferenceDefinition): LinkView {
  const { name } = definition;
  return state.view(name, () => new LinkView(state, name, referencedClass(definition)));
}

/** The view of details, made on first use. */
export function detailView(state: EntityState, definition: ReferenceDefinition): DetailRows {
  const { name } = definition;
  return state.view(name, () => new DetailRows(state, name, referencedClass(definition)));
}

function readReference(state: EntityState, definition: ReferenceDefinition): unknown {
  if (definition.kind === 'link') return linkView(state, definition).entity();
  const isKnown = state.row[definition.name] !== undefined || state.isNew;
  return isKnown ? detailView(state, definition).collection : undefined;
}

/** Whoever changed it in place would change what the server said, unseen. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** As it will stand in the body: what the caller does with the value later changes nothing. */
function wireCopy(state: EntityState, name: string, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  try {
    const text: string | undefined = JSON.stringify(value);
    if (text !== undefined) return JSON.parse(text) as unknown;
  } catch (cause) {
    throw refusedPart(
      state.path + name,
      `cannot be written as JSON (${cause instanceof Error ? cause.message : 'unknown'})`,
    );
  }
  throw refusedPart(state.path + name, 'cannot be written as JSON');
}

function writeField(state: EntityState, { name, type, custom }: FieldDefinition, value: unknown): void {
  if (custom !== undefined) {
    writeCustomCell(state, custom, value === undefined ? undefined : writeValue(value, type, state.path + name), type);
  } else {
    state.write(
      name,
      value === undefined ? undefined : written(state, name, writeValue(value, type, state.path + name)),
    );
  }
}

/** Translations that were read or set stay beside a new value. */
function written(state: EntityState, name: string, cell: WireValue): object {
  const texts = translationsOf(state.row[name]);
  return texts === undefined ? cell : withTranslations(cell, texts);
}

function writeLink(state: EntityState, definition: ReferenceDefinition, value: unknown): void {
  const view = linkView(state, definition);
  if (value === null) return view.assign(null);
  const part = checkedPart(value, definition.target(), state.path + definition.name);
  if (!isEntity(part)) assignInit(view.ensured(), part);
  else if (part !== view.entity()) view.assign(unattached(part, referencedClass(definition)));
}

function writeDetails(state: EntityState, definition: ReferenceDefinition, value: unknown): void {
  const view = detailView(state, definition);
  const path = state.path + definition.name;
  if (value === view.collection) return;
  if (state.base !== NO_ROW && state.row[definition.name] === undefined) throw notLoaded(path);
  if (!isList(value ?? [])) throw refusedPart(path, `takes a list of rows, not ${typeof value}`);
  view.replaceAll((value ?? []) as Iterable<object>);
}

/** Rows that nobody has read cannot be replaced: the server keeps every row that a body does not name. */
function notLoaded(path: string): AcumaticaValidationError {
  return refusedPart(
    path,
    'was not read, so its rows cannot be replaced: expand it first. Rows alone are added by saving a new instance that ' +
      'has the id of the record and the rows',
  );
}

function isList(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
