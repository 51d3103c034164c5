import { AcumaticaConfigError } from '@acurecord/errors';

/**
 * The text that a store keeps for a value. Text instead of the object itself makes each reader's copy its own.
 *
 * @throws AcumaticaConfigError for what JSON cannot say: `undefined`, a function, a cycle, a bigint.
 */
export function jsonText(key: string, value: unknown): string {
  let text: unknown;
  let cause: unknown;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    cause = error;
  }
  if (typeof text === 'string') return text;
  throw new AcumaticaConfigError(`The value for the cache key "${key}" is not JSON data.`, {
    suggestions: ['Keep plain objects, lists, strings, numbers, booleans and null.'],
    ...(cause !== undefined && { cause }),
  });
}
