import { AcumaticaValidationError } from '@acurecord/errors';
import type { ValidationIssue } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { loadedParts } from '../record/loaded-parts.js';
import { changedPaths } from '../changes/changed-paths.js';
import { registerRules, ROWS_RULE } from '../rules/register-rules.js';
import type { Validator } from '../rules/register-rules.js';

/** Checks a record and all its loaded parts. @throws AcumaticaValidationError */
export async function validateEntity(entity: Entity): Promise<void> {
  refuse(entity, await issuesOf(await loadValidator(), entity, ''));
}

/** Checks what a save would send; what the server itself once gave is not judged. */
export async function validateChanges(entity: Entity): Promise<void> {
  const issues = await issuesOf(await loadValidator(), entity, '');
  if (issues.length === 0) return;
  const { base, row, isNew } = entity[STATE];
  const sent = changedPaths(entity.constructor, base, row);
  refuse(
    entity,
    issues.filter(({ path }) => isNew || sent.has(path)),
  );
}

/** Importing class-validator takes a fifth of a second, so nobody pays for it who never validates. */
async function loadValidator(): Promise<Validator> {
  return import('class-validator');
}

async function issuesOf(validator: Validator, entity: Entity, path: string): Promise<ValidationIssue[]> {
  registerRules(validator, entity.constructor);
  const found = await validator.validate(entity, { forbidUnknownValues: false });
  const own = found.flatMap(({ property, value, constraints = {} }) =>
    Object.entries(constraints)
      .filter(([rule]) => rule !== ROWS_RULE)
      .map(([, message]) => ({ path: path + property, value: value as unknown, message: path + message })),
  );
  const parts = loadedParts(entity).map(([place, part]) => issuesOf(validator, part, `${path}${place}.`));
  return [...own, ...(await Promise.all(parts)).flat()];
}

function refuse(entity: Entity, issues: readonly ValidationIssue[]): void {
  if (issues.length === 0) return;
  const { name } = entityMetadata(entity.constructor);
  const list = issues.map(({ message }) => message).join('; ');
  throw new AcumaticaValidationError(`${name} was not sent: ${list}.`, { entity: name, issues });
}
