import { hiddenMembers } from '../schema/features.js';
import type { SimulatorOptions } from '../simulator-options.js';
import { ownValue } from '../store/own-value.js';
import type { EntityModel, FieldType, Member, SimulatorSchema } from '../schema/schema-model.js';

const lacking = (entity: EntityModel, names: readonly string[]): EntityModel => {
  const unknown = names.find((name) => !entity.members.has(name));
  if (unknown !== undefined) throw new Error(`"absent" names a member ${entity.name} does not have: ${unknown}.`);
  const members = new Map([...entity.members].filter(([name]) => !names.includes(name)));
  return { ...entity, members, keys: entity.keys.filter((name) => members.has(name)) };
};

const withMembers = (entity: EntityModel, added: Readonly<Record<string, FieldType>>): EntityModel => {
  const fields = Object.entries(added).map(([name, type]): [string, Member] => [name, { kind: 'field', type }]);
  return fields.length === 0 ? entity : { ...entity, members: new Map([...entity.members, ...fields]) };
};

/**
 * The schema as an instance serves it: without members of features that are off, and with those that a newer build has
 * added to the endpoint since its document was written.
 * @throws Error for an absent member that the entity does not have
 */
export function servedSchema(
  schema: SimulatorSchema,
  { absent = {}, added = {}, features = {} }: Pick<SimulatorOptions, 'absent' | 'added' | 'features'>,
): SimulatorSchema {
  const named = new Map(Object.entries(absent));
  const hidden = hiddenMembers(schema, features);
  if (named.size === 0 && hidden.size === 0 && Object.keys(added).length === 0) return schema;
  const entities = [...schema.entities].map(([name, entity]): [string, EntityModel] => {
    const fewer = lacking(entity, [...(named.get(name) ?? []), ...(hidden.get(name) ?? [])]);
    return [name, withMembers(fewer, ownValue(added, name) ?? {})];
  });
  return { ...schema, entities: new Map(entities) };
}
