import { AcumaticaSchemaError } from '@acurecord/errors';
import type { EndpointSchema, EntitySchema } from './endpoint-schema.js';
import { nameTable, schemaFault } from './schema-place.js';

/**
 * The model with forms that keep the keys they are given, told by the program: `{ Warehouse: 'manual' }`.
 *
 * @throws AcumaticaSchemaError for an entity that the endpoint does not have, and for any other word than `manual`
 */
export function withNumbering(schema: EndpointSchema, numbering: Readonly<Record<string, 'manual'>>): EndpointSchema {
  const entities = Object.assign(nameTable<EntitySchema>(), schema.entities);
  for (const [name, how] of Object.entries(numbering)) {
    const entity = Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (entity === undefined) throw schemaFault(name, `${schema.endpoint} has no such entity`);
    if ((how as string) !== 'manual')
      throw new AcumaticaSchemaError(`The numbering of ${name} can be "manual", not ${JSON.stringify(how)}.`);
    entities[name] = { ...entity, numbering: how };
  }
  return { ...schema, entities };
}
