import { AcumaticaValidationError, didYouMean, nearestNames } from '@acurecord/errors';

/** The error for a name that an entity does not have, with near names. */
export function unknownMember(entity: string, name: string, known: readonly string[]): AcumaticaValidationError {
  const near = nearestNames(name, known);
  const message = `${entity} has no member ${JSON.stringify(name)}.${didYouMean(near)}`;
  return new AcumaticaValidationError(message, {
    entity,
    issues: [{ path: name, value: undefined, message }],
    suggestions: near.map((other) => `Write ${other} instead of ${name}.`),
  });
}
