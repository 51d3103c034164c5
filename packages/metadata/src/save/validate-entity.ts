import { AcumaticaValidationError } from '@acurecord/errors';
import type { ValidationIssue } from '@acurecord/errors';
import { changedPaths } from '../changes/changed-paths.js';
import type { RowChanges } from '../changes/row-changes.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { loadedParts } from '../record/loaded-parts.js';
import { fieldFault } from '../rules/field-fault.js';
import { loadValidator } from '../rules/load-validator.js';
import { FIELD_RULE, registerRules, ROWS_RULE } from '../rules/register-rules.js';
import type { Validator } from '../rules/register-rules.js';

/** Checks a record and all its loaded parts. @throws AcumaticaValidationError */
export async function validateEntity(entity: Entity): Promise<void> {
  refuse(entity, await issuesOf(entity, ''));
}

/** Checks what a save would send; what the server itself once gave is not judged. */
export async function validateChanges(entity: Entity, changes: RowChanges): Promise<void> {
  const { isNew } = entity;
  const issues = await issuesOf(entity, '');
  if (issues.length === 0) return;
  const sent = changedPaths(changes);
  refuse(
    entity,
    issues.filter(({ path }) => isNew || sent.has(path)),
  );
}

async function issuesOf(entity: Entity, path: string): Promise<ValidationIssue[]> {
  const validator = await loadValidator(entity.constructor);
  const given = validator === undefined ? [] : await givenRuleIssues(validator, entity, path);
  const parts = loadedParts(entity).map(([place, part]) => issuesOf(part, `${path}${place}.`));
  return [...fieldIssues(entity, path), ...given, ...(await Promise.all(parts)).flat()];
}

/** What the wire types and the options of the fields say. */
function fieldIssues(entity: Entity, path: string): ValidationIssue[] {
  return Object.values(entityMetadata(entity.constructor).members).flatMap((definition) => {
    if (definition.kind !== 'field') return [];
    const { name } = definition;
    const value = entity.get(name);
    const fault = fieldFault(definition, value, entity.isNew);
    return fault === undefined ? [] : [{ path: path + name, value, message: `${path}${name} ${fault}` }];
  });
}

/** What the rules of class-validator say. */
async function givenRuleIssues(validator: Validator, entity: Entity, path: string): Promise<ValidationIssue[]> {
  registerRules(validator, entity.constructor);
  const found = await validator.validate(entity, { forbidUnknownValues: false });
  return found.flatMap(({ property, value, constraints = {} }) =>
    Object.entries(constraints)
      .filter(([rule]) => rule !== FIELD_RULE && rule !== ROWS_RULE)
      .map(([, message]) => ({ path: path + property, value: value as unknown, message: path + message })),
  );
}

function refuse(entity: Entity, issues: readonly ValidationIssue[]): void {
  if (issues.length === 0) return;
  const { name } = entityMetadata(entity.constructor);
  const list = issues.map(({ message }) => message).join('; ');
  throw new AcumaticaValidationError(`${name} was not sent: ${list}.`, { entity: name, issues });
}
