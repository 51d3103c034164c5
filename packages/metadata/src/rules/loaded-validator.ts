import { LoadedModule } from './loaded-module.js';
import { registerRules } from './register-rules.js';
import type { Validator } from './register-rules.js';

const loaded = new LoadedModule<Validator>('class-validator');

/**
 * Tells class-validator the rules of a class where the program uses it by itself, as the pipes of NestJS do: they
 * validate in the same tick in which they make the instance. A program that has not loaded it is not made to.
 */
export function announceRules(target: object): void {
  const validator = loaded.get();
  if (validator !== undefined) registerRules(validator, target);
}
