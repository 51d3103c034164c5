import { isIdentifier } from '../plan/safe-names.js';
import { quote } from './quote.js';

/** Comments over what no program reads or sets. */
export const KEYS_DOC = '/** For the compiler: what find() takes. */';
export const ACTIONS_DOC = '/** For the compiler: what invoke() knows. */';

const WIDTH = 120;

/**
 * Member that holds the type of a class's keys: a tuple of their names, labelled so that `find(` shows them.
 * @param start What stands before the type: `  readonly '~keys'?: `
 */
export function keysMember(start: string, keys: readonly string[]): string {
  const canLabel = keys.every(isIdentifier);
  const names = keys.map((key) => (canLabel ? `${key}: ${quote(key)}` : quote(key)));
  const line = `${start}readonly [${names.join(', ')}];`;
  return line.length <= WIDTH ? line : `${start}readonly [\n${names.map((name) => `    ${name},\n`).join('')}  ];`;
}
