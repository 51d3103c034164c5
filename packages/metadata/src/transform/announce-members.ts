import type * as ClassTransformer from 'class-transformer';
import type { defaultMetadataStorage } from 'class-transformer/types/storage.js';
import { entityMetadata } from '../model/entity-metadata.js';
import { isReference } from '../model/member-definition.js';
import type { MemberDefinition, ReferenceDefinition } from '../model/member-definition.js';
import { DetailCollection } from '../record/detail-collection.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { referencedClass } from '../record/entity-class.js';
import type { EntityClass } from '../record/entity-class.js';
import { STATE } from '../record/entity-state.js';
import { LoadedModule } from '../rules/loaded-module.js';

/** The functions of class-transformer. */
export type Transformer = typeof ClassTransformer;

type Storage = typeof defaultMetadataStorage;

const loaded = new LoadedModule<Transformer>('class-transformer');

/** What every record shows besides its own members. */
const RECORD_MEMBERS = ['id', 'rowNumber', 'note', 'custom'];

/** Direction of what is registered here: what a body may set is decided by the setters alone. */
const OUTWARD = { toPlainOnly: true } as const;

/** Options of the types that are registered here, to tell them from the application's. */
const PART = {};

/** Classes that class-transformer knows, and whether the application has decorated them for it. */
const announced = new WeakMap<object, boolean>();

/** The same, with the parts of the class. */
const wanted = new WeakMap<object, boolean>();

/**
 * Tells class-transformer the members of a class and of its parts where the program uses it, as the serializer of
 * NestJS does: it looks for properties of the instance's own, and members stand on the prototype. A class that is
 * `@Exclude()`d as a whole shows what it `@Expose()`s itself and nothing more. A program that has not loaded
 * class-transformer is not made to.
 */
export function announceMembers(target: EntityClass): void {
  if (announced.has(target)) return;
  const transformer = loaded.get();
  if (transformer !== undefined)
    announce(transformer, loaded.file('cjs/storage') as { defaultMetadataStorage: Storage }, target);
}

/** class-transformer, for a class that the application has decorated for it, or one of whose parts it has. */
export function transformerFor(target: EntityClass): Transformer | undefined {
  announceMembers(target);
  if (!announced.has(target)) return undefined;
  const isWanted = wanted.get(target) ?? hasDecorated(target, new Set());
  wanted.set(target, isWanted);
  return isWanted ? loaded.get() : undefined;
}

function hasDecorated(target: EntityClass, seen: Set<EntityClass>): boolean {
  if (seen.has(target)) return false;
  seen.add(target);
  if (announced.get(target) === true) return true;
  const members = Object.values(entityMetadata(target).members);
  return members.some((member) => isReference(member) && hasDecorated(referencedClass(member), seen));
}

function announce(
  transformer: Transformer,
  storage: { readonly defaultMetadataStorage: Storage },
  target: EntityClass,
): void {
  if (announced.has(target)) return;
  const known = storage.defaultMetadataStorage;
  const members = Object.values(entityMetadata(target).members);
  announced.set(target, isDecorated(known, target, members));
  const isClosed = known.getStrategy(target) === 'excludeAll';
  const show = isClosed ? transformer.Exclude(OUTWARD) : transformer.Expose(OUTWARD);
  for (const name of [...RECORD_MEMBERS, ...members.map((member) => member.name)]) {
    if (!isExposed(known, target, name)) show(target.prototype, name);
  }
  transformer.Transform(({ value }): unknown => (hasKeys(value) ? value : undefined), OUTWARD)(
    target.prototype,
    'custom',
  );
  for (const member of members) {
    if (isReference(member)) announceParts(transformer, storage, target, member);
  }
}

/** Parts are of a known type, and rows are an array to class-transformer. */
function announceParts(
  transformer: Transformer,
  storage: { readonly defaultMetadataStorage: Storage },
  { prototype }: EntityClass,
  member: ReferenceDefinition,
): void {
  const { name, kind } = member;
  const type = storage.defaultMetadataStorage.findTypeMetadata(prototype.constructor, name) as Registered | undefined;
  if (type === undefined || !isForeign(type)) transformer.Type(member.target, PART)(prototype, name);
  if (kind === 'details')
    transformer.Transform(({ value, obj }) => rowsOf(value, obj as Entity, name), OUTWARD)(prototype, name);
  announce(transformer, storage, referencedClass(member));
}

function rowsOf(value: unknown, { [STATE]: { row } }: Entity, name: string): unknown {
  if (!(value instanceof DetailCollection)) return value;
  return row[name] === undefined ? undefined : value.toArray();
}

function hasKeys(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** As much of what class-transformer stores as must be known to tell who registered it. */
interface Registered {
  readonly options: object;
}

function isForeign({ options }: Registered): boolean {
  return options !== OUTWARD && options !== PART;
}

/** Whether the application says itself how a member is shown. */
function isExposed(known: Storage, target: EntityClass, name: string): boolean {
  const found = known.findExposeMetadata(target, name) as Registered | undefined;
  return found !== undefined && isForeign(found);
}

function isDecorated(known: Storage, target: EntityClass, members: readonly MemberDefinition[]): boolean {
  return (
    known.getStrategy(target) !== 'none' ||
    known.getExposedMetadatas(target).some(isForeign) ||
    known.getExcludedMetadatas(target).some(isForeign) ||
    [...RECORD_MEMBERS, ...members.map(({ name }) => name)].some((name) => isTransformed(known, target, name))
  );
}

function isTransformed(known: Storage, target: EntityClass, name: string): boolean {
  const [inward, outward] = [0, 1].map((direction) => known.findTransformMetadatas(target, name, direction));
  const type = known.findTypeMetadata(target, name) as Registered | undefined;
  return [...(inward ?? []), ...(outward ?? []), ...(type === undefined ? [] : [type])].some(isForeign);
}
