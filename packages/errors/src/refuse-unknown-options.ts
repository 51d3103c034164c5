import { AcumaticaQueryError } from './acumatica-query-error.js';
import { didYouMean } from './did-you-mean.js';
import { nearestNames } from './nearest-names.js';

/** The names of all options of a type: a table that the compiler refuses while one is missing or too many. */
export type OptionNames<Options> = { readonly [Name in keyof Required<Options>]: true };

/**
 * Refuses options that do not exist, which would be ignored otherwise: `save({ mod: 'insertOnly' })`.
 *
 * @param call what the options were given to, as messages say it: `save()`
 * @throws AcumaticaQueryError with near names, before anything is sent
 */
export function refuseUnknownOptions(call: string, given: object, known: object): void {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(known, name)) continue;
    const names = Object.keys(known);
    const near = nearestNames(name, names);
    const hint = near.length === 0 ? ` Its options are ${names.join(', ')}.` : didYouMean(near);
    throw new AcumaticaQueryError(`${call} has no option ${JSON.stringify(name)}.${hint}`, {
      suggestions: near.map((other) => `Write ${other} instead of ${name}.`),
    });
  }
}
