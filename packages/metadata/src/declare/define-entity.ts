import { AcumaticaSchemaError, didYouMean, nearestNames } from '@acurecord/errors';
import { actionAccessor } from './action-decorator.js';
import { Entity } from '../entity/entity.js';
import type { DefinedClass } from './defined-class.js';
import type { EntityOptions } from './entity-decorator.js';
import type { EntityClass } from '../record/entity-class.js';
import type { EndpointSchema, EntitySchema, MemberSchema } from '../schema/endpoint-schema.js';
import { knownKeys } from '../knowledge/known-keys.js';
import { declareEntity } from '../model/entity-metadata.js';
import { memberAccessor } from './member-accessor.js';
import type { MemberDefinition } from '../model/member-definition.js';

/** An entity of a class that was made at run time: members are reached by name, their types are not known. */
export type DynamicEntity = Entity & { [member: string]: unknown };

const classes = new WeakMap<EndpointSchema, Map<string, EntityClass>>();

/**
 * The class of an entity of an endpoint. It behaves as a written one; it is made when it is first asked for, and the
 * same schema always gives the same class. Actions are methods too: `order.releaseSalesOrder()`. `T` may name the members for the compiler:
 * `const Customer = defineEntity<Customer>(schema, 'Customer')` beside an `interface Customer extends Entity`.
 *
 * `{ numbering: 'manual' }` says what it says in `@entity`; it makes a class of its own.
 *
 * @throws AcumaticaSchemaError when the endpoint has no such entity
 */
export function defineEntity<T extends Entity = DynamicEntity>(
  schema: EndpointSchema,
  name: string,
  { numbering }: Pick<EntityOptions, 'numbering'> = {},
): DefinedClass<T> {
  const known = classes.get(schema) ?? new Map<string, EntityClass>();
  classes.set(schema, known);
  const entity = entityOfSchema(schema, name);
  const isManual = numbering === 'manual' && entity.numbering !== 'manual';
  const place = isManual ? `${name} numbered by hand` : name;
  const made = known.get(place) ?? makeClass(schema, isManual ? { ...entity, numbering } : entity);
  known.set(place, made);
  return made as unknown as DefinedClass<T>;
}

function entityOfSchema(schema: EndpointSchema, name: string): EntitySchema {
  const entity = Object.hasOwn(schema.entities, name) ? schema.entities[name] : undefined;
  if (entity !== undefined) return entity;
  const near = nearestNames(name, Object.keys(schema.entities));
  throw new AcumaticaSchemaError(
    `${schema.endpoint} ${schema.version} has no entity ${JSON.stringify(name)}.${didYouMean(near)}`,
    {
      suggestions: near,
    },
  );
}

function makeClass(schema: EndpointSchema, entity: EntitySchema): EntityClass {
  const made = { [entity.name]: class extends Entity {} }[entity.name] as EntityClass;
  for (const [name, member] of Object.entries(entity.members)) {
    if (name in Entity.prototype) continue;
    const accessor = memberAccessor(definitionOf(schema, name, member));
    Object.defineProperty(made.prototype, name, { ...accessor, enumerable: true, configurable: true });
  }
  for (const [name, { parameters }] of Object.entries(entity.actions)) {
    const method = name.charAt(0).toLowerCase() + name.slice(1);
    if (method in made.prototype) continue;
    Object.defineProperty(made.prototype, method, { ...actionAccessor(name, parameters), configurable: true });
  }
  const keys = entity.keys ?? knownKeys(entity.name, Object.keys(entity.members));
  const hasKeys = keys?.every((key) => Object.hasOwn(entity.members, key)) === true;
  declareEntity(made, {
    name: entity.name,
    topLevel: entity.topLevel,
    endpoint: { name: schema.endpoint, version: schema.version },
    isClosed: true,
    actions: entity.actions,
    numbering: entity.numbering,
    ...(hasKeys && { keys }),
  });
  return made;
}

function definitionOf(schema: EndpointSchema, name: string, member: MemberSchema): MemberDefinition {
  if (member.kind === 'unknown') return { kind: 'unknown', name };
  if (member.kind !== 'field') {
    return { kind: member.kind, name, target: () => defineEntity(schema, member.entity) };
  }
  const { type, custom, oneOf } = member;
  return { kind: 'field', name, type, options: oneOf === undefined ? {} : { oneOf }, ...(custom && { custom }) };
}
