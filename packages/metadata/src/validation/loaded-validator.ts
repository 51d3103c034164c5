import { LoadedModule } from '../transform/loaded-module.js';
import { registerRules } from './register-rules.js';
import type { Validator } from './register-rules.js';

const loaded = new LoadedModule<Validator>('class-validator');

/**
 * Tells class-validator the rules of a class where the program uses it by itself, as the pipes of NestJS do: they
 * validate in the same tick in which they make the instance. A program that has not loaded it is not made to.
 */
export function announceRules(target: object): void {
  if (isSilent) return;
  const validator = loaded.get();
  if (validator !== undefined) registerRules(validator, target);
}

let isSilent = false;

/** Makes an instance without looking for class-validator: nobody validates what is only read. */
export function withoutRules<V>(make: () => V): V {
  isSilent = true;
  try {
    return make();
  } finally {
    isSilent = false;
  }
}
