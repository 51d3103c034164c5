import type { JsonNode } from './json-node.js';
import { fieldTypes } from './schema-model.js';
import type { FieldMember, FieldType, Member } from './schema-model.js';

const known = new Map<string, FieldMember>([
  ...fieldTypes.map((type): [string, FieldMember] => [`${type}Value`, { kind: 'field', type }]),
  ['StringSingleSelectValue', { kind: 'field', type: 'String', shape: 'single-select' }],
  ['StringMultiSelectValue', { kind: 'field', type: 'String', shape: 'multi-select' }],
  ['IntSingleSelectValue', { kind: 'field', type: 'Int', shape: 'single-select' }],
  ['DateOnlyValue', { kind: 'field', type: 'DateTime', shape: 'date-only' }],
]);

/**
 * One property of an entity: a value type, another entity, or an array of another entity. A value type this reader
 * has never heard of counts by the JSON type of its `value`, so that newer documents can still be served; what is none of
 * these is kept as it is declared.
 */
export function readMember(property: JsonNode, schemas: JsonNode, entities: ReadonlySet<string>): Member {
  const row = property.get('items');
  const target = (row ?? property).ref();
  if (target !== undefined && entities.has(target))
    return { kind: row === undefined ? 'link' : 'details', entity: target };
  const field =
    row !== undefined || target === undefined ? undefined : (known.get(target) ?? readValue(schemas.get(target)));
  return field ?? { kind: 'unknown', shape: JSON.stringify(property.value) };
}

/** The member of a value type that is known by its name: `StringValue`. */
export function valueMember(type: string): FieldMember | undefined {
  return known.get(type);
}

/** The value type a `…Value` reference names, for action parameters; anything else counts as text. */
export function readParameterType(parameter: JsonNode): FieldType {
  return known.get(parameter.ref() ?? '')?.type ?? 'String';
}

/** A value type by the JSON type of its `value`; `undefined` for a schema that has none. */
function readValue(schema: JsonNode | undefined): FieldMember | undefined {
  const value = schema?.get('properties')?.get('value');
  if (value === undefined) return undefined;
  return { kind: 'field', type: fromJsonType(value.type(), value.get('format')?.text()) };
}

function fromJsonType(type: string | undefined, format: string | undefined): FieldType {
  if (type === 'boolean') return 'Boolean';
  if (type === 'number') return 'Decimal';
  if (type === 'integer') return format === 'int64' ? 'Long' : 'Int';
  if (format === 'uuid') return 'Guid';
  return format === 'date-time' || format === 'date' ? 'DateTime' : 'String';
}
