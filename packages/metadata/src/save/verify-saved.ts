import { AcumaticaValidationError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireRow } from '../wire/wire-row.js';
import { lostValues } from '../changes/lost-values.js';
import { withLengths } from './field-lengths.js';
import { readBack } from './read-back.js';
import type { SaveOptions } from './save-options.js';

/** What was sent. */
export interface SentChanges {
  readonly changes: WireRow;
  /** The record as the server said it before; empty for a new one. */
  readonly before: WireRow;
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
  const row = await readBack(entity, client, sent.changes, options);
  // The form may number a new record, whatever key was proposed.
  const ignored = sent.isNew ? new Set(keys) : new Set<string>();
  const issues = lostValues(target, { sent: sent.changes, before: sent.before, row }, '', ignored);
  if (issues.length === 0) return;
  const fields = issues.map(({ path }) => path).join(', ');
  const refusal = new AcumaticaValidationError(
    `The server answered that ${name} ${String(id)} was saved, but did not take ${fields}. The user may lack the right ` +
      'to change them, or the form computes them.',
    { entity: name, entityId: String(id), issues },
  );
  throw await withLengths(refusal, { target, body: sent.changes, client });
}
