import { referencedEntity } from './endpoint-schema.js';
import type { ActionSchema, EndpointSchema, EntitySchema, FieldSchema, MemberSchema } from './endpoint-schema.js';
import { nameTable, objectAt, ownMember, schemaFault } from './schema-place.js';
import type { JsonObject } from './schema-place.js';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * Adds the fields outside the contract, as the server's `$adHocSchema` answer names them, to an entity and to its links
 * and details. They become ordinary members (`UsrPriority`); names that are no identifiers stay reachable through
 * `custom` and `setCustom`. A part that other entities share gets an entity of its own. The given schema stays as it is.
 *
 * @throws AcumaticaSchemaError when the endpoint has no such entity, or the answer is no record
 */
export function applyAdHocSchema(schema: EndpointSchema, entity: string, adHoc: unknown): EndpointSchema {
  if (!Object.hasOwn(schema.entities, entity)) throw schemaFault(entity, `${schema.endpoint} has no such entity`);
  const entities = Object.assign(nameTable<EntitySchema>(), schema.entities);
  const actions = workflowActions(ownMember(objectAt(adHoc, entity), '_workflowActions'));
  extend(entities, entity, objectAt(adHoc, entity), [entity]);
  const extended = entities[entity] as EntitySchema;
  entities[entity] = { ...extended, actions: Object.assign(nameTable<ActionSchema>(), actions, extended.actions) };
  return { ...schema, entities };
}

type Entities = Record<string, EntitySchema>;

function extend(entities: Entities, name: string, row: JsonObject, trail: readonly string[]): void {
  const before = entities[name];
  if (before === undefined || trail.length > 8) return;
  const members = Object.assign(nameTable<MemberSchema>(), before.members);
  for (const [member, field] of customFields(row.custom)) addMember(members, member, field);
  entities[name] = { ...before, members };
  for (const [member, definition] of Object.entries(before.members)) {
    const target = referencedEntity(definition);
    if (target === undefined) continue;
    const part = partOf(ownMember(row, member));
    if (part === undefined || !hasCustomFields(part)) continue;
    const own = ownEntity(entities, name, member, target);
    members[member] = { ...definition, entity: own } as MemberSchema;
    extend(entities, own, part, [...trail, member]);
  }
}

/** The view tells fields of one name apart. */
function addMember(members: Record<string, MemberSchema>, name: string, field: FieldSchema): void {
  const isTaken = (candidate: string): boolean => {
    const other = members[candidate];
    return other !== undefined && !(other.kind === 'field' && sameCustomField(other, field));
  };
  const free = isTaken(name) ? `${name}_${field.custom?.view ?? ''}` : name;
  if (IDENTIFIER.test(free) && !isTaken(free)) members[free] = field;
}

function sameCustomField(a: FieldSchema, b: FieldSchema): boolean {
  return a.custom?.view === b.custom?.view && a.custom?.field === b.custom?.field && a.custom !== undefined;
}

function customFields(custom: unknown): [name: string, field: FieldSchema][] {
  if (custom === undefined || custom === null) return [];
  return Object.entries(objectAt(custom, 'custom')).flatMap(([view, fields]) =>
    Object.entries(objectAt(fields, 'custom', view)).map(([field, cell]): [string, FieldSchema] => {
      const named = objectAt(cell, `custom/${view}`, field).type;
      const type = /^Custom(.+)Field$/.exec(typeof named === 'string' ? named : '')?.[1] ?? 'String';
      return [field, { kind: 'field', type, custom: { view, field } }];
    }),
  );
}

/** A part that only this member leads to is extended itself; a shared one is copied under a name of its own. */
function ownEntity(entities: Entities, parent: string, member: string, target: string): string {
  const uses = Object.values(entities).flatMap(({ members }) =>
    Object.values(members).filter((found) => referencedEntity(found) === target),
  );
  const shared = entities[target];
  if (shared === undefined || (uses.length <= 1 && !shared.topLevel)) return target;
  const own = `${parent}${member}`;
  const name = Object.hasOwn(entities, own) && own !== target ? `${own}_` : own;
  entities[name] = { ...shared, name, topLevel: false };
  return name;
}

function hasCustomFields(row: JsonObject): boolean {
  const own = Object.keys((row.custom as object | null | undefined) ?? {}).length > 0;
  return (
    own ||
    Object.values(row).some((value) => {
      const part = partOf(value);
      return part !== undefined && hasCustomFields(part);
    })
  );
}

function partOf(value: unknown): JsonObject | undefined {
  const part: unknown = Array.isArray(value) ? value[0] : value;
  return typeof part === 'object' && part !== null ? (part as JsonObject) : undefined;
}

/** A map, or a list of objects with one action each; their dialog fields are given as `custom` parameters. */
function workflowActions(value: unknown): Record<string, ActionSchema> {
  const groups = Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
  const actions = nameTable<ActionSchema>();
  for (const group of groups) {
    for (const name of Object.keys(objectAt(group, '_workflowActions'))) actions[name] = { parameters: nameTable() };
  }
  return actions;
}
