import type { EndpointSchema, EntitySchema } from './endpoint-schema.js';
import { nameTable, schemaFault } from './schema-place.js';

/**
 * The model with key fields told by the program, in the order of the forms; they win over the built-in catalogue.
 *
 * @throws AcumaticaSchemaError for an entity or field that the endpoint does not have
 */
export function withKeys(schema: EndpointSchema, keys: Readonly<Record<string, readonly string[]>>): EndpointSchema {
  const entities = Object.assign(nameTable<EntitySchema>(), schema.entities);
  for (const [name, fields] of Object.entries(keys)) {
    const entity = Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (entity === undefined) throw schemaFault(name, `${schema.endpoint} has no such entity`);
    const unknown = fields.find((field) => entity.members[field]?.kind !== 'field');
    if (unknown !== undefined) throw schemaFault(`${name}.${unknown}`, 'a key must be a field of the entity');
    entities[name] = { ...entity, keys: fields };
  }
  return { ...schema, entities };
}
