import { labelOf } from '../demo/drop-downs.js';
import { freeRows } from '../demo/entity-rules.js';
import { fromServerZone } from '../store/server-zone.js';
import { unshapedValue } from '../store/shaped-value.js';
import { spelledName } from '../reading/endpoint.js';
import { textLength } from '../schema/lengths/text-length.js';
import type { EntityModel, FieldMember, Member } from '../schema/schema-model.js';
import { invalidRequest } from '../server/error-answers.js';
import { UnfitValue, fieldValueFrom } from '../store/field-value.js';
import type { EditableRecord, FieldValue } from '../store/stored-record.js';
import { applyCustom } from './apply-custom.js';
import { applyTranslations } from './apply-translations.js';
import { findRow } from './find-row.js';
import { attributeText, isUnknownAttribute } from './attribute-rows.js';
import type { Draft, DraftLevel } from './draft.js';
import { noErrors, rowRulesOf } from './draft.js';
import { ownValue } from '../store/own-value.js';

type Body = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsing = (member: string): Error =>
  invalidRequest(`entity.${member}`, `An exception occurred during input parsing. Unexpected value of ${member}.`);

/**
 * Writes a request body into a draft. Unknown members are ignored without a word, calculated ones too.
 * @throws RequestFault 400 where the JSON has another shape than the contract.
 */
export function applyBody(draft: Draft, level: DraftLevel, body: Body): void {
  for (const [given, value] of Object.entries(body)) {
    const { members } = level.entity;
    const name = draft.anyCase ? spelledName(members, given) : members.has(given) ? given : undefined;
    const member = name === undefined ? undefined : members.get(name);
    if (name !== undefined && member !== undefined) applyMember(draft, level, name, member, value);
    else if (given.toLowerCase() === 'note') applyNote(draft, level.record, value);
    else if (given.toLowerCase() === 'custom' && isObject(value)) applyCustom(draft, level, value);
  }
}

function applyMember(draft: Draft, level: DraftLevel, name: string, member: Member, value: unknown): void {
  if (member.kind === 'unknown') {
    level.record.fields.set(name, { exact: JSON.stringify(value) });
    draft.changed = true;
    return;
  }
  if (value === null) return;
  if (member.kind === 'details') {
    if (!Array.isArray(value)) throw parsing(name);
    for (const row of value as unknown[]) applyRow(draft, level, name, member.entity, row);
  } else if (!isObject(value)) throw parsing(name);
  else if (member.kind === 'link') applyLink(draft, level, name, member.entity, value);
  else applyField(draft, level, name, member, value);
}

function applyField(draft: Draft, level: DraftLevel, name: string, member: FieldMember, wrapper: Body): void {
  if (applyTranslations(draft, level, name, wrapper)) return;
  if (!('value' in wrapper) || level.rules.calculated.includes(name) || level.frozen.includes(name)) return;
  try {
    const sent = fieldValueFrom(unshapedValue(wrapper['value'], member.shape), member.type);
    const given = attributeText(level.entity, name, labelOf(ownValue(level.rules.choices, name), sent));
    const value = member.type === 'DateTime' ? fromServerZone(given, draft.offset) : given;
    if (draft.refusesLong) refuseLong(level.entity, name, value);
    if (sameValue(level.record.fields.get(name) ?? null, value)) return;
    level.record.fields.set(name, value);
    draft.changed = true;
  } catch (error) {
    if (!(error instanceof UnfitValue)) throw error;
    level.errors.fields.set(name, error.message);
  }
}

/** @throws UnfitValue for a text of more characters than its column holds, where that is known */
function refuseLong(entity: EntityModel, name: string, value: FieldValue): void {
  const most = typeof value === 'string' ? textLength(entity.name, name) : undefined;
  if (most === undefined || typeof value !== 'string' || value.length <= most) return;
  throw new UnfitValue(`The value of ${name} is too long: it has ${value.length} characters, ${most} are allowed.`);
}

/** Whether two stored values are the same to the ERP. */
function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === null || b === null || (typeof a !== 'object' && typeof b !== 'object')) return a === b;
  return Number(typeof a === 'object' ? a.exact : a) === Number(typeof b === 'object' ? b.exact : b);
}

function applyNote(draft: Draft, record: EditableRecord, value: unknown): void {
  const text = isObject(value) ? value['value'] : value;
  if (typeof text !== 'string' || text === record.note) return;
  record.note = text;
  draft.changed = true;
}

function applyLink(draft: Draft, level: DraftLevel, name: string, target: string, body: Body): void {
  const entity = draft.schema.entities.get(target);
  if (entity === undefined) return;
  const existing = level.record.links.get(name);
  const record = existing ?? draft.world.create();
  level.record.links.set(name, record);
  const errors = level.errors.links.get(name) ?? noErrors();
  level.errors.links.set(name, errors);
  applyBody(draft, { record, entity, errors, rules: freeRows, isNew: !existing, frozen: [] }, body);
}

function applyRow(draft: Draft, level: DraftLevel, name: string, target: string, body: unknown): void {
  const entity = draft.schema.entities.get(target);
  if (entity === undefined) return;
  if (!isObject(body)) throw parsing(name);
  const rows = level.record.details.get(name) ?? [];
  const existing = findRow(rows, body, entity, draft);
  if (body['delete'] === true) {
    level.record.details.set(
      name,
      rows.filter((row) => row !== existing),
    );
    draft.changed ||= existing !== undefined;
    return;
  }
  if (existing === undefined && isUnknownAttribute(draft, name, entity, body)) return;
  const record = existing ?? draft.world.create();
  if (existing === undefined) {
    level.record.details.set(name, [...rows, record]);
    draft.changed = true;
  }
  const rules = level.entity === draft.entity ? rowRulesOf(draft.rules, name) : freeRows;
  const errors = noErrors();
  level.errors.rows.set(record, errors);
  applyBody(draft, { record, entity, errors, rules, isNew: existing === undefined, frozen: [] }, body);
}
