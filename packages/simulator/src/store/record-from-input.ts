import type { EntityModel, Member, SimulatorSchema } from '../schema/schema-model.js';
import { unshapedValue } from './shaped-value.js';
import { fieldValueFrom } from './field-value.js';
import type { RecordIds } from './record-ids.js';
import type { AttachedFile, CustomFieldValue, EditableRecord, FieldValue } from './stored-record.js';
import { createRecord } from './stored-record.js';

type Input = Readonly<Record<string, unknown>>;

/** What every record has beside the members of its entity. */
const ownNames = new Set(['id', 'rownumber', 'note', 'custom', 'files', '_links', 'error', 'archived', 'delete']);

const isObject = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The value inside `{ "value": … }`, or the value itself; `{}` is empty. */
function unwrapped(value: unknown): unknown {
  if (!isObject(value)) return value;
  if ('exact' in value) return value;
  return 'value' in value ? value['value'] : null;
}

/**
 * Makes a stored record of what a test gives: plain values, or the objects of the wire as they were recorded.
 * @throws Error for a member the entity does not have, so that a slip in test data is seen at once.
 */
export function recordFromInput(
  input: Input,
  entity: EntityModel,
  schema: SimulatorSchema,
  ids: RecordIds,
  topLevel = true,
): EditableRecord {
  const record = createRecord(typeof input['id'] === 'string' ? input['id'].toLowerCase() : ids.next(), {
    note: noteFrom(input['note'], topLevel),
  });
  if (input['archived'] === true) record.archived = true;
  record.origin = 'given';
  for (const [name, value] of Object.entries(input)) {
    const member = entity.members.get(name);
    if (member !== undefined) setMember(record, name, member, value, schema, ids);
    else if (!ownNames.has(name.toLowerCase())) throw new Error(`${entity.name} has no member "${name}".`);
  }
  record.custom = customFrom(input['custom']);
  if (Array.isArray(input['files'])) record.files = input['files'].filter(isObject).map(fileFrom);
  return record;
}

function noteFrom(value: unknown, topLevel: boolean): string | null {
  if (value === undefined) return topLevel ? '' : null;
  const text = unwrapped(value);
  return typeof text === 'string' ? text : null;
}

function setMember(
  record: EditableRecord,
  name: string,
  member: Member,
  value: unknown,
  schema: SimulatorSchema,
  ids: RecordIds,
): void {
  if (member.kind === 'field') {
    record.fields.set(name, fieldValueFrom(unshapedValue(unwrapped(value), member.shape), member.type));
    if (isObject(value) && isObject(value['translations']))
      record.translations = new Map(record.translations).set(name, textsIn(value['translations']));
    return;
  }
  if (member.kind === 'unknown') {
    record.fields.set(name, { exact: JSON.stringify(value) });
    return;
  }
  const entity = schema.entities.get(member.entity);
  if (entity === undefined) return;
  if (member.kind === 'link')
    record.links.set(name, isObject(value) ? recordFromInput(value, entity, schema, ids, false) : null);
  else if (Array.isArray(value))
    record.details.set(
      name,
      value.filter(isObject).map((row) => recordFromInput(row, entity, schema, ids, false)),
    );
}

const textsIn = (texts: Input): Map<string, string | null> =>
  new Map(Object.entries(texts).map(([language, text]) => [language, typeof text === 'string' ? text : null]));

function fileFrom({ id, filename, comment }: Input): AttachedFile {
  const file = { id: String(id), filename: String(filename) };
  return typeof comment === 'string' ? { ...file, comment } : file;
}

/** Custom fields in the wire's form: view → field → `{ type, value }`. */
export function customFrom(given: unknown): EditableRecord['custom'] {
  if (!isObject(given) || Object.keys(given).length === 0) return null;
  const custom = new Map<string, Map<string, CustomFieldValue>>();
  for (const [view, fields] of Object.entries(given)) {
    if (!isObject(fields)) continue;
    const values = Object.entries(fields).map(([field, wire]): [string, CustomFieldValue] => {
      const value = unwrapped(wire);
      return [field, { type: customType(wire, value), value: plainValue(value) }];
    });
    custom.set(view, new Map(values));
  }
  return custom;
}

const plainValue = (value: unknown): FieldValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

function customType(wire: unknown, value: unknown): string {
  const named = isObject(wire) ? wire['type'] : undefined;
  if (typeof named === 'string') return named;
  if (typeof value === 'boolean') return 'CustomBooleanField';
  return typeof value === 'number' ? 'CustomDecimalField' : 'CustomStringField';
}
