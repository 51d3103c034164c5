import { fieldTypes } from '../schema/schema-model.js';
import type { EntityModel, FieldType, SimulatorSchema } from '../schema/schema-model.js';
import { fieldReader } from '../store/field-reader.js';
import type { StoredRecord } from '../store/stored-record.js';
import type { FieldAccess, FieldResolver } from './field-access.js';
import { FilterError, cannotOptimize } from './filter-error.js';
import type { CustomFieldNode, FieldNode } from './filter-node.js';

/** How the fields of an entity may be named. */
export interface ContractFieldOptions {
  /** Names need not have the case of the contract. @default true */
  readonly anyCase?: boolean;
}

const customTypes = new Map<string, FieldType>(fieldTypes.map((type) => [type.toLowerCase(), type]));

/** Finds the fields of an entity's stored records: own ones, those of linked entities, and custom ones. */
export function contractFields(
  schema: SimulatorSchema,
  entity: EntityModel,
  options: ContractFieldOptions = {},
): FieldResolver<StoredRecord> {
  const anyCase = options.anyCase ?? true;
  return (field) => (field.kind === 'custom' ? customField(field) : contractField(schema, entity, field, anyCase));
}

function contractField(
  schema: SimulatorSchema,
  entity: EntityModel,
  { path }: FieldNode,
  anyCase: boolean,
): FieldAccess<StoredRecord> {
  let at = entity;
  const links: string[] = [];
  for (const [index, given] of path.entries()) {
    const [name, member] = findMember(at, given, anyCase);
    const isLast = index === path.length - 1;
    if (member.kind === 'details') throw cannotOptimize(path.join('/'));
    if (member.kind === 'field' && isLast) return { type: member.type, read: fieldReader([...links, name]) };
    const next = member.kind === 'link' ? schema.entities.get(member.entity) : undefined;
    if (next === undefined || isLast) throw unknownField();
    links.push(name);
    at = next;
  }
  throw unknownField();
}

type Found = [string, EntityModel['members'] extends ReadonlyMap<string, infer M> ? M : never];

function findMember(entity: EntityModel, given: string, anyCase: boolean): Found {
  const exact = entity.members.get(given);
  if (exact !== undefined) return [given, exact];
  const lower = given.toLowerCase();
  const found = anyCase ? [...entity.members].find(([name]) => name.toLowerCase() === lower) : undefined;
  if (found === undefined) throw unknownField();
  return found;
}

function customField({ type, view, field }: CustomFieldNode): FieldAccess<StoredRecord> {
  const known = customTypes.get(type.toLowerCase());
  if (known === undefined) throw new FilterError(`An unknown function with name 'cf.${type}' was found.`);
  return { type: known, read: (record) => record.custom?.get(view)?.get(field)?.value };
}

function unknownField(): FilterError {
  return new FilterError(
    'The given key was not present in the dictionary.',
    'System.Collections.Generic.KeyNotFoundException',
  );
}
