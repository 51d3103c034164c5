import { AcumaticaConfigError } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { Validator } from './register-rules.js';

/** As much as must be known of what class-validator stores, which it does in one place for all its copies. */
interface ValidatorStore {
  getTargetValidationMetadatas(target: object, schema: string, always: boolean, strictGroups: boolean): unknown[];
}

/**
 * class-validator, for a class with rules of it: in the options of a field or by its decorators. Undefined for any other
 * class, which needs no such package. Importing it takes a fifth of a second, so nobody pays for it who has no such rule.
 *
 * @throws AcumaticaConfigError where it is not installed, since its rules would be passed over
 */
export async function loadValidator(target: object): Promise<Validator | undefined> {
  if (!hasRules(target)) return undefined;
  try {
    return await import('class-validator');
  } catch (cause) {
    const { name } = entityMetadata(target);
    throw new AcumaticaConfigError(`${name} has rules of class-validator, which cannot be loaded.`, {
      entity: name,
      suggestions: ['Install it beside acurecord: npm install class-validator'],
      cause,
    });
  }
}

function hasRules(target: object): boolean {
  const { classValidatorMetadataStorage: store } = globalThis as { classValidatorMetadataStorage?: ValidatorStore };
  if (store !== undefined && store.getTargetValidationMetadatas(target, '', false, false).length > 0) return true;
  const members = Object.values(entityMetadata(target).members);
  return members.some((member) => member.kind === 'field' && (member.options.rules?.length ?? 0) > 0);
}
