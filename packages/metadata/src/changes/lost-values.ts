import type { ValidationIssue } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import { customTable, customType } from '../wire/custom-table.js';
import type { CustomTable } from '../wire/custom-table.js';
import { translationsOf } from '../wire/translations.js';
import type { WireType } from '../wire/wire-type.js';
import { hasMembers, isRow, NO_ROW, rowsOf } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { rawValue, readValue, sameValue } from '../wire/wire-value.js';
import { matchInserted } from './match-inserted.js';

/** A record as it was before, what of it was sent, and what it is now. */
export interface SentRow {
  readonly sent: WireRow;
  readonly before: WireRow;
  readonly row: WireRow;
}

/** What was sent and is not what the server has: one issue a value, by its path. */
export function lostValues(
  target: object,
  { sent: changes, before, row }: SentRow,
  path: string,
  ignored: ReadonlySet<string> = new Set(),
): ValidationIssue[] {
  const { members } = entityMetadata(target);
  return Object.entries(changes).flatMap(([name, sent]): ValidationIssue[] => {
    const definition = Object.hasOwn(members, name) ? members[name] : undefined;
    if (ignored.has(name)) return [];
    if (name === 'note') return lostValue('String', path + name, sent, row.note);
    if (name === 'custom') return lostCustom(customTable(changes), customTable(row), path + name);
    if (definition === undefined) return [];
    if (definition.kind === 'field')
      return [...lostValue(definition.type, path + name, sent, row[name]), ...lostTexts(path + name, sent, row[name])];
    if (definition.kind === 'unknown') return []; // nobody knows in which form it comes back
    const part = definition.target();
    if (definition.kind === 'details')
      return lostRows(part, rowsOf(sent), rowsOf(before[name]), rowsOf(row[name]), path + name);
    if (isRow(sent))
      return lostValues(part, { sent, before: partOf(before[name]), row: partOf(row[name]) }, `${path}${name}.`);
    return hasMembers(partOf(row[name]))
      ? [issue(path + name, null, 'was taken out and is still linked on the server')]
      : [];
  });
}

/** Rows that were inserted got their ids only now: they are among the rows that were not there before. */
function lostRows(
  target: object,
  sent: readonly WireRow[],
  before: readonly WireRow[],
  now: readonly WireRow[],
  path: string,
): ValidationIssue[] {
  const [old, current] = [byId(before), byId(now)];
  const inserted = sent.filter(({ id }) => id === undefined);
  const fresh = [
    ...matchInserted(
      inserted,
      now.filter(({ id }) => !old.has(id)),
    ),
  ];
  const found = new Map(fresh.map(([row, change]) => [change, row]));
  return sent.flatMap((change, index) => {
    const place = `${path}[${index}]`;
    const row = change.id === undefined ? found.get(change) : current.get(change.id);
    if (change.delete === true) return row === undefined ? [] : [issue(place, undefined, 'was not deleted')];
    if (row === undefined) return [issue(place, undefined, 'was sent and is not among the rows on the server')];
    return lostValues(target, { sent: change, before: old.get(change.id) ?? NO_ROW, row }, `${place}.`);
  });
}

function lostCustom(sent: CustomTable, now: CustomTable, path: string): ValidationIssue[] {
  return Object.entries(sent).flatMap(([view, fields]) =>
    Object.entries(fields ?? {}).flatMap(([field, cell]) =>
      lostValue(customType(cell), `${path}.${view}.${field}`, cell, now[view]?.[field]),
    ),
  );
}

function byId(rows: readonly WireRow[]): ReadonlyMap<unknown, WireRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

function lostValue(type: WireType, path: string, sent: unknown, now: unknown): ValidationIssue[] {
  if (sameValue(sent, now, type) || sameText(rawValue(sent), rawValue(now))) return [];
  const value = readValue(sent, type);
  const [given, kept] = [value ?? null, rawValue(now) ?? null].map((one) => JSON.stringify(one));
  return [issue(path, value, `was sent as ${given} and is ${kept} on the server`)];
}

/** Texts in languages that were sent beside a value. */
function lostTexts(path: string, sent: unknown, now: unknown): ValidationIssue[] {
  const texts = isRow(sent) && isRow(sent.Translations) ? sent.Translations : {};
  const kept = translationsOf(now) ?? {};
  return Object.entries(texts).flatMap(([language, text]) =>
    lostValue('String', `${path}.${language}`, { value: text }, { value: kept[language] ?? null }),
  );
}

/** Servers pad keys, change their case, put texts into their masks, and know no difference of empty and nothing. */
export function sameText(sent: unknown, now: unknown): boolean {
  const [before, after] = [sent ?? '', now ?? ''];
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  return plainText(before) === plainText(after) && (before.trim() === '') === (after.trim() === '');
}

function plainText(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '').toLowerCase();
}

function issue(path: string, value: unknown, fault: string): ValidationIssue {
  return { path, value, message: `${path} ${fault}.` };
}

function partOf(value: unknown): WireRow {
  return isRow(value) ? value : NO_ROW;
}
