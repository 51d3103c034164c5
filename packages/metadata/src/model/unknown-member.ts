import { AcumaticaValidationError } from '@acurecord/errors';
import { nearestNames } from '../entity/nearest-names.js';

/** The error for a name that an entity does not have, with near names. */
export function unknownMember(entity: string, name: string, known: readonly string[]): AcumaticaValidationError {
  const near = nearestNames(name, known);
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  const message = `${entity} has no member ${JSON.stringify(name)}.${hint}`;
  return new AcumaticaValidationError(message, {
    entity,
    issues: [{ path: name, value: undefined, message }],
    suggestions: near.map((other) => `Write ${other} instead of ${name}.`),
  });
}
