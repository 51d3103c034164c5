import { AcumaticaQueryError } from '@acurecord/errors';
import type { EntityLike as Entity } from './entity-like.js';
import { STATE } from './entity-state.js';

/** A link or detail row has no life of its own. @throws AcumaticaQueryError for one */
export function refusePart(entity: Entity, done: string): void {
  const { holder, path } = entity[STATE];
  if (holder === undefined) return;
  const name = path.slice(0, -1);
  throw new AcumaticaQueryError(`${name} is part of another record and cannot be ${done} alone. Save that record.`);
}
