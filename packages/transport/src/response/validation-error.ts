import { AcumaticaBusinessRuleError, AcumaticaValidationError } from '@acurecord/errors';
import type { AcumaticaError, ValidationIssue } from '@acurecord/errors';
import type { Answer } from './answer.js';
import { isRecord } from './is-record.js';
import { issuesFromEntity } from './issues-from-entity.js';

/** As many as a person reads; `issues` has them all. */
const MOST_LISTED = 20;

/** A refused record with the fields that are wrong; without any field it is a rule of the ERP that refused it. */
export function validationError(answer: Answer): AcumaticaError {
  const { status, body, facts, fault } = answer;
  const issues = [...issuesFromEntity(body), ...issuesFromModelState(body)];
  const fields = issues.filter(({ path }) => path !== '');
  if (status !== 400 && fields.length === 0) return new AcumaticaBusinessRuleError(answer.say(), facts);
  const listed = fields.slice(0, MOST_LISTED).map(({ path, message }) => `${message} (${path})`);
  const more = fields.length > MOST_LISTED ? `; and ${fields.length - MOST_LISTED} more` : '';
  const text = listed.join('; ') + more || issues.map(({ message }) => message).join(' ') || fault.text;
  return new AcumaticaValidationError(`${facts.operation} failed with ${status}${text ? `: ${text}` : ''}`, {
    ...facts,
    issues,
  });
}

function issuesFromModelState(body: unknown): ValidationIssue[] {
  const modelState = isRecord(body) ? body['modelState'] : undefined;
  if (!isRecord(modelState)) return [];
  return Object.entries(modelState).flatMap(([path, messages]) =>
    (Array.isArray(messages) ? messages : [messages])
      .filter((message): message is string => typeof message === 'string')
      .map((message) => ({ path: path.replace(/^(entity|invocation)\.?/, ''), value: undefined, message })),
  );
}
