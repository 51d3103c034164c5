import { AcumaticaValidationError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from './entity-like.js';
import { STATE } from './entity-state.js';

/** Whether a value is a record; an object with the members of one spread into it (`{ ...order }`) is none. */
export function isEntity(value: object): value is Entity {
  return STATE in value && Object.getPrototypeOf(value) !== Object.prototype;
}

/**
 * What is given for a link or a detail row: plain values, or a record of that entity.
 *
 * @throws AcumaticaValidationError for anything else, which would be taken for an empty row
 */
export function checkedPart(value: unknown, target: object, member: string): object {
  const { name } = entityMetadata(target);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date || isPromise(value))
    throw refusedPart(member, `takes a ${name} or its values, not ${describeGiven(value)}`);
  if (!isEntity(value)) return value;
  const given = entityMetadata(value.constructor).name;
  if (given !== name) throw refusedPart(member, `takes a ${name}, not a ${given}`);
  return value;
}

/** The error for what cannot stand in a link or in details. */
export function refusedPart(member: string, fault: string): AcumaticaValidationError {
  const message = `${member} ${fault}.`;
  return new AcumaticaValidationError(message, { issues: [{ path: member, value: undefined, message }] });
}

/** Whether a value is a promise, which stands where its result was meant. */
export function isPromise(value: object): boolean {
  return 'then' in value && typeof value.then === 'function';
}

/** A wrong value, in words for a message. */
export function describeGiven(value: unknown): string {
  if (typeof value === 'object' && value !== null && isPromise(value)) return 'a promise: did you forget await?';
  if (Array.isArray(value)) return 'a list';
  return value instanceof Date ? 'a date' : (JSON.stringify(value) ?? String(value));
}
