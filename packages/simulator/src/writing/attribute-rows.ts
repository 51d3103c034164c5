import { spelledName } from '../reading/endpoint.js';
import type { EntityModel } from '../schema/schema-model.js';
import { fieldText } from '../store/field-text.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import type { Draft } from './draft.js';

type Body = Readonly<Record<string, unknown>>;

const isAttributeRow = ({ members }: EntityModel): boolean => members.has('AttributeID') && members.has('Value');

/**
 * Whether a new row is about an attribute that the form does not have: such a row is dropped without a word. The form has
 * the attributes that any of its records has; where none has any, all are taken.
 */
export function isUnknownAttribute(draft: Draft, collection: string, row: EntityModel, body: Body): boolean {
  if (!isAttributeRow(row)) return false;
  const known = new Set<string>();
  const records: readonly StoredRecord[] = [draft.record, ...draft.world.all(draft.entity.name)];
  for (const { details } of records)
    for (const { fields } of details.get(collection) ?? [])
      known.add(fieldText(fields.get('AttributeID')).toUpperCase());
  const wrapper = Object.entries(body).find(([name]) => spelledName(row.members, name) === 'AttributeID')?.[1];
  const given = (wrapper as { readonly value?: unknown } | null | undefined)?.value;
  const id = typeof given === 'string' ? given : '';
  return known.size > 0 && id !== '' && !known.has(id.trim().toUpperCase());
}

/** The value of an attribute: a day gets a time. */
export function attributeText(row: EntityModel, field: string, value: FieldValue): FieldValue {
  const isDay =
    field === 'Value' && isAttributeRow(row) && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return isDay ? `${value}T00:00:00` : value;
}
