import { createRequire } from 'node:module';
import { registerRules } from './register-rules.js';
import type { Validator } from './register-rules.js';

const NAME = 'class-validator';

const load = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);

/** Where class-validator is loaded from; null in a bundle, which has no modules to look up. */
let place: string | null | undefined;

/**
 * Tells class-validator the rules of a class where the program uses it by itself, as the pipes of NestJS do: they
 * validate in the same tick in which they make the instance. A program that has not loaded it is not made to.
 */
export function announceRules(target: object): void {
  if (place === undefined) place = findPlace();
  if (place !== null && load.cache[place] !== undefined) registerRules(load(NAME) as Validator, target);
}

function findPlace(): string | null {
  try {
    return load.resolve(NAME);
  } catch {
    return null;
  }
}
