import type { EntityLike as Entity } from './entity-like.js';

/** A class of entities, as far as it must be known to make and name instances. */
export interface EntityClass<T extends Entity = Entity> {
  new (init?: object): T;
  readonly name: string;
  readonly prototype: T;
}
