import type { ValidationIssue } from '@acurecord/errors';
import { isRecord } from './is-record.js';

/** Real records are some eight levels deep. */
const DEEPEST = 50;
const MOST_ISSUES = 1_000;
const LONGEST_NAME = 200;

/**
 * Every `error` in the entity that a 422 echoes, with its place: `Details[0].Project`, `''` for the record itself.
 * A detail row's own error has the row's path. Of very many, or very deep ones, the first.
 */
export function issuesFromEntity(body: unknown): ValidationIssue[] {
  const entity = isRecord(body) && isRecord(body['entity']) && 'exceptionType' in body ? body['entity'] : body;
  const issues: ValidationIssue[] = [];
  collect(entity, '', issues, DEEPEST);
  return issues;
}

function collect(node: unknown, path: string, issues: ValidationIssue[], depth: number): void {
  if (depth === 0 || issues.length >= MOST_ISSUES) return;
  if (Array.isArray(node)) {
    for (const [index, row] of node.entries()) collect(row, `${path}[${index}]`, issues, depth - 1);
  } else if (isRecord(node)) {
    const { error } = node;
    if (typeof error === 'string' && error !== '') issues.push({ path, value: valueOf(node), message: tidy(error) });
    for (const [name, member] of Object.entries(node)) {
      if (name === 'value' || name === '_links' || name === 'innerException') continue;
      const step = name.slice(0, LONGEST_NAME);
      collect(member, path === '' ? step : `${path}.${step}`, issues, depth - 1);
    }
  }
}

function valueOf(field: Record<string, unknown>): unknown {
  return 'value' in field ? field['value'] : undefined;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
