import type { ValidationIssue } from '@acurecord/errors';
import { isRecord } from './is-record.js';

/**
 * Every `error` in the entity that a 422 echoes, with its place: `Details[0].Project`, `''` for the record itself.
 * A detail row's own error has the row's path.
 */
export function issuesFromEntity(body: unknown): ValidationIssue[] {
  const entity = isRecord(body) && isRecord(body['entity']) && 'exceptionType' in body ? body['entity'] : body;
  return [...walk(entity, '')];
}

function* walk(node: unknown, path: string): Generator<ValidationIssue> {
  if (Array.isArray(node)) {
    for (const [index, row] of node.entries()) yield* walk(row, `${path}[${index}]`);
  } else if (isRecord(node)) {
    const { error } = node;
    if (typeof error === 'string' && error !== '') yield { path, value: valueOf(node), message: tidy(error) };
    for (const [name, member] of Object.entries(node)) {
      if (name !== 'value' && name !== '_links' && name !== 'innerException')
        yield* walk(member, path === '' ? name : `${path}.${name}`);
    }
  }
}

function valueOf(field: Record<string, unknown>): unknown {
  return 'value' in field ? field['value'] : undefined;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
