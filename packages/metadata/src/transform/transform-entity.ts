import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { EntityClass } from '../record/entity-class.js';
import { loadedParts } from '../record/loaded-parts.js';
import { plainEntity } from '../record/plain-entity.js';
import { unknownMember } from '../model/unknown-member.js';
import { transformerFor } from './announce-members.js';

/** A record as plain data; decorators of class-transformer on the class or its parts take effect. */
export function toPlain(entity: Entity): Record<string, unknown> {
  const transformer = transformerFor(entity.constructor as EntityClass);
  return transformer?.instanceToPlain(entity, { exposeUnsetFields: false }) ?? plainEntity(entity);
}

/**
 * An instance from plain data: links and rows too. With an id it stands for a record of the server. Decorators of
 * class-transformer on the class or its parts take effect.
 *
 * @throws AcumaticaValidationError for a member that the class does not have
 */
export function fromPlain<T extends Entity>(target: EntityClass<T>, plain: object): T {
  const transformer = transformerFor(target);
  if (transformer === undefined) return new target(plain);
  const made = transformer.plainToInstance(target, plain);
  refuseUnknown(made);
  return made;
}

/** class-transformer sets whatever it is given; a name that no member has becomes a property of the instance. */
function refuseUnknown(entity: Entity): void {
  const target = entity.constructor as EntityClass;
  const { name: entityName, members } = entityMetadata(target);
  const known = new Set(Object.keys(new target()));
  const name = Object.keys(entity).find((key) => !known.has(key));
  if (name !== undefined) throw unknownMember(entityName, name, Object.keys(members));
  for (const [, part] of loadedParts(entity)) refuseUnknown(part);
}
