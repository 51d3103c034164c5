import type { Reference, RowRules, RuleWorld } from '../demo/entity-rules.js';
import type { SimulatorSchema } from '../schema/schema-model.js';
import { RuleViolation } from '../demo/entity-rules.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import type { Draft } from './draft.js';
import { hasErrors, rowRulesOf } from './draft.js';
import type { RecordErrors } from '../reading/render-record.js';

/**
 * Checks a draft against the rules of its form and computes what the system computes; everything found is written
 * into the draft's errors.
 * @param before The record as it is stored; `undefined` for a new one.
 */
export function checkDraft(draft: Draft, before: StoredRecord | undefined): void {
  const { record, rules, errors, world } = draft;
  const locked = before === undefined ? undefined : rules.locked(before);
  if (locked !== undefined) errors.error = locked;
  checkLevel(draft, record, before, rules, errors);
  for (const [name, rows] of record.details) {
    const earlier = new Map((before?.details.get(name) ?? []).map((row) => [row.id, row]));
    for (const row of rows) {
      const rowErrors = errors.rows.get(row) ?? { fields: new Map(), links: new Map(), rows: new Map() };
      checkLevel(draft, row, earlier.get(row.id), rowRulesOf(rules, name), rowErrors);
      if (hasErrors(rowErrors)) errors.rows.set(row, rowErrors);
    }
  }
  if (!hasErrors(errors))
    violations(errors, () => {
      rules.recalculate(record, world);
    });
  if (hasErrors(errors)) errors.error ??= summary(draft);
}

/** Runs a rule; what it refuses is written beside the field it names, or on the record. */
export function violations(errors: RecordErrors, rule: () => void): void {
  try {
    rule();
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    if (error.field === undefined) errors.error = error.message;
    else errors.fields.set(error.field, error.message);
  }
}

function summary({ isNew, entity }: Draft): string {
  const verb = isNew ? 'Inserting ' : 'Updating ';
  return `${verb} '${entity.title ?? entity.name}' record raised at least one error. Please review the errors.`;
}

const isEmpty = (value: FieldValue | undefined): value is null | undefined => value === null || value === undefined;

function checkLevel(
  { world, schema }: Draft,
  record: StoredRecord,
  before: StoredRecord | undefined,
  rules: RowRules,
  errors: RecordErrors,
): void {
  const add = (field: string, message: string): void => {
    if (!errors.fields.has(field)) errors.fields.set(field, message);
  };
  for (const [field, label] of Object.entries(rules.required)) {
    const wasEmpty = before !== undefined && isEmpty(before.fields.get(field));
    if (isEmpty(record.fields.get(field)) && !wasEmpty) add(field, `'${label}' cannot be empty.`);
  }
  for (const [field, reference] of Object.entries(rules.references)) {
    const { label, width = 0 } = reference;
    const value = record.fields.get(field);
    if (isEmpty(value) || value === before?.fields.get(field)) continue;
    if (isMissing(reference, value, record, schema, world))
      add(field, `${label} '${fieldText(value).padEnd(width)}' cannot be found in the system.`);
  }
  for (const [field, choices] of rules.openChoices === true ? [] : Object.entries(rules.choices)) {
    const value = record.fields.get(field);
    if (isEmpty(value) || value === before?.fields.get(field)) continue;
    if (!Object.hasOwn(choices, fieldText(value)))
      add(field, `'${fieldText(value)}' is not one of the values of ${field}.`);
  }
}

/** Whether a value names no record. An entity without records refuses none. */
function isMissing(
  { entity, orElse = [], keys }: Reference,
  value: FieldValue,
  record: StoredRecord,
  schema: SimulatorSchema,
  world: RuleWorld,
): boolean {
  const kept = [entity, ...orElse].filter((name) => schema.entities.has(name) && world.all(name).length > 0);
  if (!kept.includes(entity)) return false;
  return kept.every((name) => world.find(name, ...(keys?.(value, record) ?? [value])) === undefined);
}
