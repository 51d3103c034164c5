import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';

/** A save that was answered. */
export interface AnsweredSave {
  /** The record as the server said it before. */
  readonly before: WireRow;
  readonly changes: WireRow;
  readonly answer: WireRow;
}

/**
 * Ids of detail rows may hold for one session only, and a server that does not know one makes a new row of what was meant
 * to change another. That shows in the answer: the id is not there, and there are more rows than there should be.
 *
 * @throws AcumaticaAmbiguousOutcomeError that names the rows
 */
export function refuseDoubledRows(target: object, { before, changes, answer }: AnsweredSave): void {
  const { name, members } = entityMetadata(target);
  const doubled = Object.entries(changes).flatMap(([member, sent]) => {
    const isDetails = Object.hasOwn(members, member) && members[member]?.kind === 'details';
    const isKnown = isDetails && before[member] !== undefined && answer[member] !== undefined;
    return isKnown && isDoubled(rowsOf(before[member]), rowsOf(sent), rowsOf(answer[member])) ? [member] : [];
  });
  if (doubled.length === 0) return;
  throw new AcumaticaAmbiguousOutcomeError(
    `${name} ${String(answer.id)} was saved, but the server did not find rows of ${doubled.join(', ')} by their ids, and has ` +
      'more rows now than it should.',
    {
      entity: name,
      ...(typeof answer.id === 'string' && { entityId: answer.id }),
      suggestions: [
        'The record is now as the server answered: look at its rows, and remove what is there twice.',
        'Ids of rows can hold for one session only: read a record again before you change its rows after a long time.',
      ],
    },
  );
}

function isDoubled(before: readonly WireRow[], sent: readonly WireRow[], now: readonly WireRow[]): boolean {
  const ids = new Set(now.map(({ id }) => id));
  const removed = sent.filter((row) => row.delete === true).length;
  const added = sent.filter(({ id }) => id === undefined).length;
  const isMissed = sent.some(({ id, delete: isRemoved }) => id !== undefined && isRemoved !== true && !ids.has(id));
  const areStrange = before.length > removed && before.every(({ id }) => !ids.has(id));
  return (isMissed || areStrange) && now.length > before.length - removed + added;
}
