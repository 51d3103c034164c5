import { AcumaticaSchemaError, didYouMean, nearestNames } from '@acurecord/errors';
import type { EndpointSchema, EntitySchema, MemberSchema } from './endpoint-schema.js';
import { nameTable } from './schema-place.js';

/**
 * The model with the labels of drop-down fields, by `Entity.Field`: `{ 'SalesOrder.Status': ['Open', 'On Hold'] }`. No
 * endpoint document has them. `validate()` refuses other values, and generated classes have them as a literal type.
 *
 * @throws AcumaticaSchemaError for an entity or field that the endpoint does not have, with near names
 */
export function withValues(
  schema: EndpointSchema,
  values: Readonly<Record<string, readonly string[]>>,
): EndpointSchema {
  const entities = Object.assign(nameTable<EntitySchema>(), schema.entities);
  for (const [path, oneOf] of Object.entries(values)) {
    const [name = '', member = '', ...more] = path.split('.');
    const entity = entities[name];
    if (entity === undefined) throw unknown(path, 'there is no such entity', nearestNames(name, Object.keys(entities)));
    const field = Object.hasOwn(entity.members, member) ? entity.members[member] : undefined;
    if (field?.kind !== 'field' || more.length > 0) {
      const near = nearestNames(member, fieldsOf(entity)).map((other) => `${name}.${other}`);
      throw unknown(path, 'there is no such field', near);
    }
    if (field.type !== 'String') throw unknown(path, `its type is ${field.type}, not String`, []);
    if (oneOf.length === 0) throw unknown(path, 'the list is empty', []);
    const members = Object.assign(nameTable<MemberSchema>(), entity.members, { [member]: { ...field, oneOf } });
    entities[name] = { ...entity, members };
  }
  return { ...schema, entities };
}

function fieldsOf({ members }: EntitySchema): string[] {
  return Object.keys(members).filter((name) => members[name]?.kind === 'field');
}

function unknown(path: string, fault: string, near: readonly string[]): AcumaticaSchemaError {
  return new AcumaticaSchemaError(`Values of ${path} cannot be used: ${fault}.${didYouMean(near)}`, {
    suggestions: near,
  });
}
