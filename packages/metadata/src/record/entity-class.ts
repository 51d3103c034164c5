import type { RecordClass } from '../model/record-class.js';
import type { ReferenceDefinition } from '../model/member-definition.js';
import type { EntityLike as Entity } from './entity-like.js';

/** A class of entities, as far as it must be known to make and name instances. */
export type EntityClass<T extends Entity = Entity> = RecordClass<T>;

/** The class behind a link or details. */
export function referencedClass({ target }: ReferenceDefinition): EntityClass {
  return target() as EntityClass;
}
