import { invalidRequest } from '../server/error-answers.js';
import { customFrom } from '../store/record-from-input.js';
import type { CustomFieldValue } from '../store/stored-record.js';
import { translationListOf } from '../reading/translated-fields.js';
import { applyTranslations } from './apply-translations.js';
import type { Draft, DraftLevel } from './draft.js';

/**
 * Writes form fields outside the contract: view → field → value. From contract 5 on every one must name its type.
 * @throws RequestFault 400 when it does not.
 */
export function applyCustom(draft: Draft, level: DraftLevel, given: Readonly<Record<string, unknown>>): void {
  const { record } = level;
  if (draft.schema.contract >= 5) requireTypes(given);
  for (const [view, fields] of customFrom(given) ?? []) {
    record.custom ??= new Map();
    const stored = record.custom.get(view) ?? new Map<string, CustomFieldValue>();
    record.custom.set(view, stored);
    for (const [field, value] of fields) {
      const translated = translationListOf(level.entity, view, field);
      if (translated !== undefined && applyTranslations(draft, level, translated, { value: value.value })) continue;
      if (stored.get(field)?.value === value.value) continue;
      stored.set(field, value);
      draft.changed = true;
    }
  }
}

function requireTypes(given: Readonly<Record<string, unknown>>): void {
  for (const fields of Object.values(given)) {
    for (const [field, value] of Object.entries(fields ?? {})) {
      if (typeof value !== 'object' || value === null || !('type' in value))
        throw invalidRequest(`entity.custom.${field}`, 'The type of the custom field is not specified.');
    }
  }
}
