import type { ActionSchema } from './endpoint-schema.js';
import type { MemberReader } from './entity-members.js';
import { referenceIn } from './reference-in.js';
import { checkName, nameTable, objectAt } from './schema-place.js';
import type { JsonObject } from './schema-place.js';
import type { SchemaDocument } from './schema-document.js';
import type { WireType } from '../wire/wire-type.js';

/** What the paths of a document say about one entity. */
export interface EntityOperations {
  readonly actions: Record<string, ActionSchema>;
  isReport: boolean;
}

/** Operations by entity: every entity with a path of its own has an entry. */
export function readOperations(document: SchemaDocument, reader: MemberReader): Map<string, EntityOperations> {
  const operations = new Map<string, EntityOperations>();
  for (const path of Object.keys(document.paths)) {
    const end = path.indexOf('/', 1);
    const entity = end < 0 ? path.slice(1) : path.slice(1, end);
    const action = end < 0 ? '' : path.slice(end + 1);
    if (entity === '') continue;
    const found = operations.get(entity) ?? { actions: nameTable<ActionSchema>(), isReport: false };
    operations.set(entity, found);
    const { post } = objectAt(document.paths[path], 'paths', path);
    if (post === undefined) continue;
    const operation = objectAt(post, 'paths', path);
    const operationId = typeof operation.operationId === 'string' ? operation.operationId : '';
    if (operationId.endsWith('StartReport')) found.isReport = true;
    if (action === '' || action.startsWith('{') || action.includes('/')) continue;
    checkName(action, `paths/${path}`);
    found.actions[action] = { parameters: readParameters(document, reader, operation, `paths/${path}`) };
  }
  return operations;
}

function readParameters(
  document: SchemaDocument,
  reader: MemberReader,
  operation: JsonObject,
  place: string,
): Record<string, WireType> {
  const parameters = nameTable<WireType>();
  const declared = propertiesOf(document, document.bodyShape(operation), place)?.parameters;
  for (const [name, shape] of Object.entries(propertiesOf(document, declared, place) ?? {})) {
    checkName(name, place);
    if (name === 'custom') continue; // dialog fields of workflow actions, which no document names
    parameters[name] = reader.valueType(shape, place) ?? unknownParameter(reader, `${place} ${name}`, shape);
  }
  return parameters;
}

/** The properties of a schema that stands there or is referred to. */
function propertiesOf(document: SchemaDocument, shape: unknown, place: string): JsonObject | undefined {
  if (shape === undefined) return undefined;
  const ref = referenceIn(shape)?.ref;
  const schema = ref === undefined ? shape : document.schemas[document.target(ref, place)];
  const { properties } = objectAt(schema, place);
  return properties === undefined ? undefined : objectAt(properties, place);
}

/** It is sent as any other value is. */
function unknownParameter(reader: MemberReader, what: string, shape: unknown): WireType {
  reader.warn(what, shape, 'it is sent as { value: … }');
  return 'Unknown';
}
