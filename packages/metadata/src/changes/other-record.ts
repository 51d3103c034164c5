import { entityMetadata } from '../model/entity-metadata.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue } from '../wire/wire-value.js';
import { sameText } from './lost-values.js';

/** A write and its answer. */
export interface AnsweredWrite {
  /** The record as it was sent, unchanged values and keys included. */
  readonly sent: WireRow;
  readonly changes: WireRow;
  readonly answer: WireRow;
}

/**
 * Whether an answer belongs to another record or entity than was sent. Ids may change from session to session and forms may
 * number or reshape what they are given, so only a contradiction counts.
 */
export function isOtherRecord(target: object, { sent, changes, answer }: AnsweredWrite): boolean {
  const { keys = [], members } = entityMetadata(target);
  const names = Object.keys(answer).filter((name) => name !== 'id');
  if (names.length > 0 && !names.some((name) => Object.hasOwn(members, name) || COMMON.has(name))) return true;
  if (typeof sent.id !== 'string') return contradicts(target, changes, answer);
  if (typeof answer.id !== 'string' || sent.id.toLowerCase() === answer.id.toLowerCase()) return false;
  const known = keys.filter((key) => changes[key] === undefined && isText(sent[key]) && isText(answer[key]));
  if (known.length === 0) return contradicts(target, changes, answer);
  return known.some((key) => !sameText(rawValue(sent[key]), rawValue(answer[key])));
}

/**
 * Whether a record has none of the texts that were written, of `least` at least. One alone proves nothing: forms show codes
 * as labels, mask numbers and keep what a user may not change.
 */
export function contradicts(target: object, changes: WireRow, row: WireRow, least = 2): boolean {
  const { keys = [], members } = entityMetadata(target);
  const texts = Object.entries(changes).filter(([name, cell]) => {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    const isPlain = member?.kind === 'field' && member.type === 'String' && !keys.includes(name);
    return isPlain && isText(cell) && row[name] !== undefined;
  });
  if (texts.length < least) return false;
  return texts.every(([name, cell]) => !sameText(rawValue(cell), rawValue(row[name])));
}

/** Members of every record. */
const COMMON: ReadonlySet<string> = new Set(['rowNumber', 'note', 'custom', 'error', 'files', '_links']);

function isText(cell: unknown): boolean {
  const value = rawValue(cell);
  return typeof value === 'string' && value.trim() !== '';
}
