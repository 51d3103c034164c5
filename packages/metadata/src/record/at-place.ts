import { AcumaticaValidationError } from '@acurecord/errors';

/**
 * Makes a part that does not know its place yet; what is wrong with it is told with the place, such as `Details[0]`.
 *
 * @throws AcumaticaValidationError whose paths begin with the place
 */
export function atPlace<V>(place: string, make: () => V): V {
  try {
    return make();
  } catch (error) {
    if (!AcumaticaValidationError.is(error) || error.issues.length === 0) throw error;
    const issues = error.issues.map(({ path, value, message }) => ({ path: `${place}.${path}`, value, message }));
    throw new AcumaticaValidationError(issues.map(({ path, message }) => `${path}: ${message}`).join(' '), {
      issues,
      suggestions: error.suggestions,
      cause: error.cause,
    });
  }
}
