import 'reflect-metadata/lite';
import { nameTable } from '../schema/schema-place.js';
import type { ActionSchema } from '../schema/endpoint-schema.js';
import type { EndpointName } from '../schema/endpoint-name.js';
import type { MemberDefinition } from './member-definition.js';
import { declaredActions } from './registered-actions.js';
import { ownMembers } from './declared-members.js';

/**
 * The key under which a class's EntityMetadata lives in `reflect-metadata`. It is inherited along the prototype chain:
 * `Reflect.getMetadata('acurecord:entity', Customer)`.
 */
export const ENTITY_METADATA_KEY = 'acurecord:entity';

/** What is known of an entity class. */
export interface EntityMetadata {
  /** Name of the entity in the endpoint. */
  readonly name: string;
  /** Key fields in the order of the form; absent where nobody knows them. */
  readonly keys?: readonly string[] | undefined;
  /** Members by name, inherited ones first. */
  readonly members: Readonly<Record<string, MemberDefinition>>;
  readonly actions: Readonly<Record<string, ActionSchema>>;
  /** The endpoint that the class was made for, where it is known. */
  readonly endpoint?: EndpointName;
  /** Whether the entity has a URL of its own, where it is known. */
  readonly topLevel?: boolean;
  /** `manual`: the form keeps the keys that it is given, and numbers nothing by itself. @default nobody knows */
  readonly numbering?: 'manual' | undefined;
  /** Whether the class was made from a schema, so that a property besides its members can only be a slip. @default false */
  readonly isClosed?: boolean;
}

/** What `@entity`, `defineEntity` and `defineFields` say; the members come from the class itself. */
export interface EntityDeclaration
  extends Omit<EntityMetadata, 'members' | 'actions'>, Partial<Pick<EntityMetadata, 'actions'>> {
  /** Keys that hold where neither `keys` nor the fields say any. */
  readonly usualKeys?: readonly string[] | undefined;
}

const resolved = new WeakMap<object, EntityMetadata>();

/** Declares a class to be an entity. */
export function declareEntity(target: object, declaration: EntityDeclaration): void {
  Reflect.defineMetadata(ENTITY_METADATA_KEY, metadataOf(target as ClassLike, declaration), target);
}

/** Metadata of a class. A class without `@entity` of its own has its parent's, with its own members added. */
export function entityMetadata(target: object): EntityMetadata {
  const known = resolved.get(target);
  if (known !== undefined) return known;
  const own = Reflect.getOwnMetadata(ENTITY_METADATA_KEY, target) as EntityMetadata | undefined;
  const inherited = Reflect.getMetadata(ENTITY_METADATA_KEY, target) as EntityMetadata | undefined;
  const metadata =
    own ?? metadataOf(target as ClassLike, { ...inherited, isClosed: false, name: inherited?.name ?? nameOf(target) });
  resolved.set(target, metadata);
  return metadata;
}

interface ClassLike {
  readonly prototype: object;
}

/** Members are collected on first use: by then all decorators of the class have run, in either mode. */
function metadataOf(
  target: ClassLike,
  { actions, keys, usualKeys, ...declaration }: EntityDeclaration,
): EntityMetadata {
  let members: Record<string, MemberDefinition> | undefined;
  let allActions: Record<string, ActionSchema> | undefined;
  return {
    ...declaration,
    get keys() {
      return keys ?? keyFields(this.members) ?? usualKeys;
    },
    get actions() {
      return (allActions ??= Object.assign(declaredActions(target.prototype), actions));
    },
    get members() {
      return (members ??= collectMembers(target.prototype));
    },
  };
}

function collectMembers(prototype: object): Record<string, MemberDefinition> {
  const parent = Object.getPrototypeOf(prototype) as object | null;
  const members =
    parent === null
      ? nameTable<MemberDefinition>()
      : Object.assign(nameTable<MemberDefinition>(), collectMembers(parent));
  for (const member of ownMembers(prototype)) members[member.name] = member;
  return members;
}

/** Names of the fields that say of themselves that they are keys. */
function keyFields(members: Readonly<Record<string, MemberDefinition>>): readonly string[] | undefined {
  const keys = Object.values(members).filter((member) => member.kind === 'field' && member.options.key === true);
  return keys.length === 0 ? undefined : keys.map(({ name }) => name);
}

function nameOf(target: object): string {
  return (target as { name?: string }).name ?? '';
}
