import { AcumaticaValidationError } from '@acurecord/errors';
import type { ValidationIssue } from '@acurecord/errors';
import { entityMetadata } from '../decorators/entity-metadata.js';
import type { Entity } from '../entity/entity.js';
import { STATE } from '../entity/entity-state.js';
import { shapeParams } from '../query/query-plan.js';
import { callOptionsOf } from '../query/read-options.js';
import type { EntityClient } from '../session/entity-client.js';
import { isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue, readValue, sameValue } from '../wire/wire-value.js';
import type { WireType } from '../schema/wire-type.js';
import { changedParts } from './changed-parts.js';
import type { SaveOptions } from './save-options.js';

/** What was sent. */
export interface SentChanges {
  readonly changes: WireRow;
  readonly isNew: boolean;
}

/**
 * Reads what was sent again. A server can answer 200 and keep the old value, where the user may not write a field or
 * the form computes it.
 *
 * @throws AcumaticaValidationError naming every value that was not taken
 */
export async function verifySaved(
  entity: Entity,
  client: EntityClient,
  sent: SentChanges,
  options: SaveOptions,
): Promise<void> {
  const target = entity.constructor;
  const { name, keys = [] } = entityMetadata(target);
  const { id } = entity[STATE].base;
  const parts = changedParts(target, sent.changes);
  const row = await client.gateway.get({
    entity: name,
    address: { id: String(id) },
    params: shapeParams(target, { expand: parts.references, custom: parts.custom }, client),
    options: callOptionsOf(options),
  });
  // The form may number a new record, whatever key was proposed.
  const ignored = sent.isNew ? new Set(keys) : new Set<string>();
  const issues = keptValues(target, sent.changes, row, '', ignored);
  if (issues.length === 0) return;
  const fields = issues.map(({ path }) => path).join(', ');
  throw new AcumaticaValidationError(
    `The server answered that ${name} ${String(id)} was saved, but did not take ${fields}. The user may lack the right ` +
      'to change them, or the form computes them.',
    { entity: name, entityId: String(id), issues },
  );
}

function keptValues(
  target: object,
  changes: WireRow,
  row: WireRow,
  path: string,
  ignored: ReadonlySet<string> = new Set(),
): ValidationIssue[] {
  const { members } = entityMetadata(target);
  return Object.entries(changes).flatMap(([name, sent]): ValidationIssue[] => {
    const definition = Object.hasOwn(members, name) ? members[name] : undefined;
    if (definition === undefined || ignored.has(name)) return [];
    if (definition.kind === 'field') return keptValue(definition.type, path + name, sent, row[name]);
    const part = definition.target();
    if (definition.kind === 'link') {
      return isRow(sent) ? keptValues(part, sent, partOf(row[name]), `${path}${name}.`) : [];
    }
    const now = new Map(rowsOf(row[name]).map((current) => [String(current.id), current]));
    return rowsOf(sent).flatMap((change, index) => {
      const id = String(change.id);
      const changed = now.get(id);
      const place = `${path}${name}[${index}]`;
      if (change.delete === true) return changed === undefined ? [] : [issue(place, undefined, 'was not deleted')];
      // Rows without an id were inserted; nothing tells for certain which of the rows they are now.
      return changed === undefined ? [] : keptValues(part, change, changed, `${place}.`);
    });
  });
}

function keptValue(type: WireType, path: string, sent: unknown, now: unknown): ValidationIssue[] {
  if (sameValue(sent, now, type) || sameText(rawValue(sent), rawValue(now))) return [];
  return [issue(path, readValue(sent, type), `is ${JSON.stringify(rawValue(now) ?? null)} on the server`)];
}

/** Servers pad keys, change their case, and put texts into their masks. */
function sameText(sent: unknown, now: unknown): boolean {
  const plain = (value: unknown): string =>
    typeof value === 'string' ? value.replace(/[\s\p{P}]/gu, '').toLowerCase() : '';
  return typeof sent === 'string' && typeof now === 'string' && plain(sent) === plain(now);
}

function issue(path: string, value: unknown, fault: string): ValidationIssue {
  return { path, value, message: `${path} was sent as ${JSON.stringify(value ?? null)} and ${fault}.` };
}

function partOf(value: unknown): WireRow {
  return isRow(value) ? value : NO_ROW;
}
