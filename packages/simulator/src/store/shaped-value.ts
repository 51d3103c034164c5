import type { FieldMember } from '../schema/schema-model.js';
import { fieldText } from './field-text.js';
import type { FieldValue } from './stored-record.js';
import { valueText } from './value-text.js';

/**
 * A value of contract 5 as JSON text: a choice with its id and description, several of them in an array, a date without
 * time. The store keeps a choice as one text, several with commas between them.
 */
export function shapedText(value: FieldValue, { shape, type }: Pick<FieldMember, 'shape' | 'type'>): string {
  if (value === null || shape === undefined) return valueText(value, type);
  if (shape === 'date-only') return JSON.stringify(fieldText(value).slice(0, 10));
  if (shape === 'single-select') return choiceText(valueText(value, type));
  return `[${fieldText(value)
    .split(',')
    .map((one) => choiceText(JSON.stringify(one.trim())))
    .join(',')}]`;
}

function choiceText(id: string): string {
  return `{"id":${id},"description":${id.startsWith('"') ? id : JSON.stringify(id)}}`;
}

/** What a request means by a value of contract 5: the id of a choice, or its description; several with commas between. */
export function unshapedValue(value: unknown, shape: FieldMember['shape']): unknown {
  if (shape === undefined || shape === 'date-only') return value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => unshapedValue(one, shape)).join(',');
  if (typeof value !== 'object' || value === null) return value;
  const { id, description } = value as { readonly id?: unknown; readonly description?: unknown };
  return id ?? description ?? null;
}
