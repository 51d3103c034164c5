import { translatedFields } from '../reading/translated-fields.js';
import { fieldText } from '../store/field-text.js';
import { readTranslationList, translate } from '../store/translations.js';
import type { Draft, DraftLevel } from './draft.js';

type Body = Readonly<Record<string, unknown>>;

/**
 * Writes the languages of a field that has several: those that `Translations` names, or all that a list in the value
 * does (`[{en:Item},{fr:Pièce}]`), which empties the languages it does not name. Both at once fail.
 * @returns Whether the value itself is dealt with.
 */
export function applyTranslations(draft: Draft, level: DraftLevel, name: string, wrapper: Body): boolean {
  const given = Object.entries(wrapper).find(([key]) => key.toLowerCase() === 'translations')?.[1];
  const listed = readTranslationList(wrapper['value']);
  if ((given === undefined && listed === undefined) || !translatedFields(level.entity).includes(name)) return false;
  if (given !== undefined && listed !== undefined) {
    level.errors.fields.set(name, 'The value and the translations of the field cannot be specified at the same time.');
    return true;
  }
  if (listed !== undefined) {
    const none = draft.languages.map((language): [string, null] => [language.toLowerCase(), null]);
    if (translate(level.record, name, new Map([...none, ...listed]), draft.languages)) draft.changed = true;
    return true;
  }
  const texts = typeof given === 'object' && given !== null ? Object.entries(given as Body) : [];
  const named = texts.map(([language, text]): [string, string | null] => [language.toLowerCase(), textOf(text)]);
  if (translate(level.record, name, new Map(named), draft.languages)) draft.changed = true;
  // The company's own language may come as the value, or among the others.
  return named.some(([language]) => language === draft.languages[0]?.toLowerCase());
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? fieldText(value) : null;
