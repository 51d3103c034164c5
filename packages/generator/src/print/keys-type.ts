import { isIdentifier } from '../plan/safe-names.js';
import { quote } from './quote.js';

/** Comments over what no program reads or sets. */
export const KEYS_DOC = '/** For the compiler: what find() takes. */';
export const ACTIONS_DOC = '/** For the compiler: what invoke() knows. */';

/** Type of a class's keys: a tuple of their names, labelled so that `find(` shows them. */
export function keysType(keys: readonly string[]): string {
  const canLabel = keys.every(isIdentifier);
  return `readonly [${keys.map((key) => (canLabel ? `${key}: ${quote(key)}` : quote(key))).join(', ')}]`;
}
