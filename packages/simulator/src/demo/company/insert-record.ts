import { targetOf } from '../../schema/schema-model.js';
import type { FieldValue, EditableRecord } from '../../store/stored-record.js';
import { demoRules } from '../demo-rules.js';
import { demoSchema } from '../demo-schema.js';
import { freeEntity, freeRows } from '../entity-rules.js';
import type { RowRules, RuleWorld } from '../entity-rules.js';
import { addRow, setFields } from '../fields.js';

type Values = Readonly<Record<string, FieldValue>>;

/** What a new record is made of. */
export interface NewRecord {
  readonly fields: Values;
  readonly links?: Readonly<Record<string, EditableRecord>>;
  readonly rows?: Readonly<Record<string, readonly Values[]>>;
}

/** Makes a record as a form would: number, defaults of the record and its rows, computed members. */
export function insertRecord(
  world: RuleWorld,
  entity: string,
  { fields, links = {}, rows = {} }: NewRecord,
): EditableRecord {
  const rules = demoRules.get(entity) ?? freeEntity;
  const record = world.create();
  record.note = '';
  setFields(record, fields);
  for (const [name, link] of Object.entries(links)) record.links.set(name, link);
  const { autoNumber } = rules;
  if (autoNumber !== undefined && record.fields.get(autoNumber.field) === undefined)
    record.fields.set(autoNumber.field, asMember(entity, autoNumber.field, world.nextNumber(entity)));
  applyDefaults(world, record, rules);
  for (const [collection, lines] of Object.entries(rows))
    for (const [index, line] of lines.entries()) {
      const row = addRow(world, record, collection, numbered(entity, collection, index, line));
      applyDefaults(world, row, rules.rows[collection] ?? freeRows, record);
    }
  stamp(world, entity, record);
  rules.recalculate(record, world);
  world.save(entity, record);
  return record;
}

/** Runs an action as its button would, and stores what comes of it. */
export function performAction(
  world: RuleWorld,
  entity: string,
  record: EditableRecord,
  action: string,
  parameters: Values = {},
): void {
  const rules = demoRules.get(entity) ?? freeEntity;
  rules.actions[action]?.run(record, world, new Map(Object.entries(parameters)));
  rules.recalculate(record, world);
  world.save(entity, record);
  if (entity !== 'SalesOrder') rules.settle(record, world);
}

function applyDefaults(world: RuleWorld, record: EditableRecord, rules: RowRules, parent?: EditableRecord): void {
  for (const [name, value] of Object.entries(rules.defaults)) {
    if ((record.fields.get(name) ?? null) !== null) continue;
    record.fields.set(name, typeof value === 'function' ? value(record, world, parent) : value);
  }
}

function asMember(entity: string, field: string, number: string): FieldValue {
  const member = demoSchema.entities.get(entity)?.members.get(field);
  return member?.kind === 'field' && member.type === 'Int' ? Number(number) : number;
}

function numbered(entity: string, collection: string, index: number, line: Values): Values {
  const member = demoSchema.entities.get(entity)?.members.get(collection);
  const row = demoSchema.entities.get(targetOf(member) ?? '');
  return row?.members.has('LineNbr') === true ? { LineNbr: index + 1, ...line } : line;
}

function stamp(world: RuleWorld, entity: string, record: EditableRecord): void {
  const members = demoSchema.entities.get(entity)?.members;
  for (const name of ['CreatedDateTime', 'CreatedDate', 'LastModifiedDateTime', 'LastModified'] as const)
    if (members?.has(name) === true) record.fields.set(name, world.now);
}
