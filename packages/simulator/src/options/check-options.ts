import { nearName } from './near-name.js';
import type { OptionShape } from './option-shape.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Refuses names that options do not have, on every level, before anything else is done.
 * @param whose What the options belong to, as the message calls it: `startSimulator`.
 * @throws Error that names the place, the name that was meant, and all there are
 */
export function checkOptions(given: unknown, shape: OptionShape, whose: string, where = ''): void {
  if (shape === 'anything' || typeof given !== 'object' || given === null) return;
  if ('each' in shape) {
    const prefix = (name: string): string => (Array.isArray(given) ? `${where}[${name}]` : `${where}.${name}`);
    for (const [name, value] of Object.entries(given)) checkOptions(value, shape.each, whose, prefix(name));
    return;
  }
  if (!isObject(given)) return;
  for (const [name, value] of Object.entries(given)) {
    const place = where === '' ? name : `${where}.${name}`;
    const inner = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (inner === undefined) throw unknownOption(name, place, whose, Object.keys(shape.fields));
    checkOptions(value, inner, whose, place);
  }
}

function unknownOption(name: string, place: string, whose: string, names: readonly string[]): Error {
  const near = nearName(name, names);
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return new Error(`${whose} has no option "${place}".${meant} There are: ${[...names].sort().join(', ')}.`);
}
