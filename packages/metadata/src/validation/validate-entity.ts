import { AcumaticaValidationError } from '@acurecord/errors';
import type { ValidationIssue } from '@acurecord/errors';
import { entityMetadata } from '../decorators/entity-metadata.js';
import { DetailCollection } from '../entity/detail-collection.js';
import { Entity } from '../entity/entity.js';
import { STATE } from '../entity/entity-state.js';
import { changedPaths } from './changed-paths.js';
import { registerRules, ROWS_RULE } from './register-rules.js';
import type { Validator } from './register-rules.js';

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
  const parts = partsOf(entity).map(([place, part]) => issuesOf(validator, part, `${path}${place}.`));
  return [...own, ...(await Promise.all(parts)).flat()];
}

/** Links and rows of a record, by their place. */
function partsOf(entity: Entity): [string, Entity][] {
  const { members } = entityMetadata(entity.constructor);
  return Object.keys(members).flatMap((name): [string, Entity][] => {
    if (members[name]?.kind === 'field') return [];
    const value = entity.get(name);
    if (value instanceof Entity) return [[name, value]];
    return value instanceof DetailCollection ? value.toArray().map((row, index) => [`${name}[${index}]`, row]) : [];
  });
}

function refuse(entity: Entity, issues: readonly ValidationIssue[]): void {
  if (issues.length === 0) return;
  const { name } = entityMetadata(entity.constructor);
  const list = issues.map(({ message }) => message).join('; ');
  throw new AcumaticaValidationError(`${name} was not sent: ${list}.`, { entity: name, issues });
}
