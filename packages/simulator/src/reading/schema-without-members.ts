import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';

const lacking = (entity: EntityModel, names: readonly string[]): EntityModel => {
  const unknown = names.find((name) => !entity.members.has(name));
  if (unknown !== undefined) throw new Error(`"absent" names a member ${entity.name} does not have: ${unknown}.`);
  const members = new Map([...entity.members].filter(([name]) => !names.includes(name)));
  return { ...entity, members, keys: entity.keys.filter((name) => members.has(name)) };
};

/** The schema as an instance serves it whose switched-off features hide some of the declared members. */
export function schemaWithoutMembers(
  schema: SimulatorSchema,
  absent: Readonly<Record<string, readonly string[]>> = {},
): SimulatorSchema {
  const hidden = new Map(Object.entries(absent));
  if (hidden.size === 0) return schema;
  const entities = [...schema.entities].map(([name, entity]): [string, EntityModel] => {
    return [name, lacking(entity, hidden.get(name) ?? [])];
  });
  return { ...schema, entities: new Map(entities) };
}
