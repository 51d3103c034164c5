import { AcumaticaValidationError } from '@acurecord/errors';
import { changedParts } from '../changes/changed-parts.js';
import { sentValues, unstoredRows } from '../changes/unstored-rows.js';
import type { StoredSave, UnstoredRow } from '../changes/unstored-rows.js';
import type { EntityClient } from '../gateway/entity-client.js';
import type { CallOptions } from '../gateway/entity-gateway.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { doneBefore } from './done-before.js';
import { readBack } from './read-back.js';

/**
 * Refuses a save whose answer lacks rows that were sent. The record is read once more before that is said, since an answer
 * is not always what was stored. The record itself **is** written, and holds what the server answered.
 *
 * @throws AcumaticaValidationError with code `ROW_NOT_STORED`, `written: true`, and an issue for each row
 */
export async function refuseUnstoredRows(
  entity: Entity,
  client: EntityClient,
  save: StoredSave,
  options: CallOptions,
): Promise<void> {
  const target = entity.constructor;
  if (unstoredRows(target, save).length === 0) return;
  const { name } = entityMetadata(target);
  const now = await doneBefore(`The save of ${name}`, () => readBack(entity, client, save.changes, options));
  const lost = unstoredRows(target, { ...save, now });
  if (lost.length === 0) return takeRows(entity, now, save);
  throw notStored(entity, name, lost);
}

/** The rows are stored after all: the record takes over what was read. */
function takeRows(entity: Entity, now: StoredSave['now'], { changes }: StoredSave): void {
  const state = entity[STATE];
  if (state.row !== state.base) return; // edits made meanwhile stay; the rows come with the next read
  const parts = changedParts(entity.constructor, changes).references.map((path) => path.split('/')[0] ?? '');
  const rows = Object.fromEntries(parts.map((part) => [part, now[part]]));
  const row = { ...state.base, ...rows };
  state.reset(row, row);
}

function notStored(entity: Entity, name: string, lost: readonly UnstoredRow[]): AcumaticaValidationError {
  const { id } = entity[STATE].base;
  const issues = lost.map(({ path, sent }) => ({
    path,
    value: sentValues(sent),
    message: `${path} was sent as ${JSON.stringify(sentValues(sent))} and is not among the rows on the server.`,
  }));
  return new AcumaticaValidationError(
    `${name} ${String(id)} was written, but the server did not store ${lost.map(({ path }) => path).join(', ')}, and did not say why.`,
    {
      code: 'ROW_NOT_STORED',
      entity: name,
      entityId: String(id),
      issues,
      written: true,
      record: entity,
      suggestions: [
        'Do not save the record again as it was: it is written, and holds what the server answered.',
        'Check the values of the row: a server drops a row in silence whose key it does not know, such as an unknown AttributeID.',
      ],
    },
  );
}
