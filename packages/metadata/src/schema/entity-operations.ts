import type { ActionSchema } from './endpoint-schema.js';
import type { MemberReader } from './entity-members.js';
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
  const ref = document.bodyRef(operation);
  if (ref === undefined) return parameters;
  const body = objectAt(document.schemas[document.target(ref, place)], place);
  const declared = objectAt(body.properties ?? {}, place).parameters;
  if (declared === undefined) return parameters;
  const properties = objectAt(objectAt(declared, place).properties ?? {}, place);
  for (const name of Object.keys(properties)) {
    checkName(name, place);
    const property = objectAt(properties[name], place);
    const type = property.$ref === undefined ? undefined : reader.valueType(document.target(property.$ref, place));
    if (type !== undefined) parameters[name] = type;
  }
  return parameters;
}
