import type { Default, RowRules } from '../demo/entity-rules.js';
import type { EntityModel } from '../schema/schema-model.js';
import type { EditableRecord, FieldValue, StoredRecord } from '../store/stored-record.js';
import type { EntityTable } from '../store/entity-table.js';
import { targetOf } from '../schema/schema-model.js';
import { rowRulesOf } from './draft.js';
import type { Draft } from './draft.js';
import { ownValue } from '../store/own-value.js';
import { changedStamps, createdStamps } from '../store/stamp-names.js';

const isEmpty = (value: FieldValue | undefined): boolean => value === null || value === undefined;

/** Gives a new record its defaults and numbers, its new rows theirs, and stamps who is changed with the time. */
export function completeDraft(draft: Draft): void {
  const { record, rules, isNew, world } = draft;
  if (isNew) applyDefaults(draft, record, draft.entity, rules);
  if (isNew) rules.complete?.(record, world);
  for (const [name, rows] of record.details) {
    const rowEntity = memberEntity(draft, name);
    if (rowEntity === undefined) continue;
    numberRows(rows, rowEntity);
    for (const row of rows)
      if (isNew || draft.errors.rows.has(row)) applyDefaults(draft, row, rowEntity, rowRulesOf(rules, name), record);
  }
  stamp(draft);
}

function memberEntity({ entity, schema }: Draft, name: string): EntityModel | undefined {
  return schema.entities.get(targetOf(entity.members.get(name)) ?? '');
}

function applyDefaults(
  { world }: Draft,
  record: EditableRecord,
  entity: EntityModel,
  rules: RowRules,
  parent?: StoredRecord,
): void {
  for (const [name, rule] of Object.entries<Default>(rules.defaults)) {
    if (entity.members.get(name)?.kind !== 'field' || !isEmpty(record.fields.get(name))) continue;
    record.fields.set(name, typeof rule === 'function' ? rule(record, world, parent) : rule);
  }
}

function numberRows(rows: readonly EditableRecord[], entity: EntityModel): void {
  if (entity.members.get('LineNbr')?.kind !== 'field') return;
  let last = Math.max(0, ...rows.map((row) => Number(row.fields.get('LineNbr') ?? 0)));
  for (const row of rows) if (isEmpty(row.fields.get('LineNbr'))) row.fields.set('LineNbr', (last += 1));
}

/** Entities whose stamps nothing ever sets. */
const stampless = new Set(['PhysicalInventoryReview', 'Subaccount', 'UnitsOfMeasure']);

function stamp({ record, entity, world, isNew }: Draft): void {
  if (stampless.has(entity.name)) return;
  for (const name of isNew ? [...changedStamps, ...createdStamps] : changedStamps) {
    const member = entity.members.get(name);
    if (member?.kind === 'field' && member.type === 'DateTime') record.fields.set(name, world.now);
  }
}

/**
 * Gives a new record the parts of its key that the system gives: a number in place of a missing key, of `<NEW>`, and
 * of any key at all where the form numbers always.
 */
export function numberDraft(draft: Draft, table: EntityTable, numbered: string | undefined): void {
  const { record, rules, entity, world } = draft;
  const always = rules.autoNumber?.always ?? numbered !== undefined;
  const own = numbered ?? rules.autoNumber?.field;
  for (const name of entity.keys) {
    const value = record.fields.get(name);
    const wanted = isEmpty(value) || value === '<NEW>';
    const type = entity.members.get(name);
    const numbers =
      own === undefined
        ? wanted && name === entity.keys.at(-1) && ownValue(rules.required, name) === undefined
        : name === own && (wanted || always);
    if (!numbers || type?.kind !== 'field') continue;
    if (type.type === 'Guid') {
      record.fields.set(name, record.id);
      continue;
    }
    do {
      const number = world.nextNumber(entity.name);
      record.fields.set(name, type.type === 'String' ? number : Number(number));
    } while (table.byKey(entity.keys.map((key) => record.fields.get(key))) !== undefined && own !== undefined);
  }
}
