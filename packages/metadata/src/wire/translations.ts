import { isRow } from './wire-row.js';
import { rawValue } from './wire-value.js';

/** A text by language: `{ en: 'Apple jam', fr: null }`; null where a language has none. */
export type Translations = Readonly<Record<string, string | null>>;

/** The texts of a field in all languages of the company; undefined where they were not read. */
export function translationsOf(cell: unknown): Translations | undefined {
  const texts = isRow(cell) ? cell.translations : undefined;
  if (!isRow(texts)) return undefined;
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, typeof text === 'string' ? text : null]),
  );
}

/** The cell with texts in some languages; those that are not named keep theirs. */
export function withTranslations(cell: unknown, texts: Translations): object {
  return { value: rawValue(cell) ?? null, translations: { ...translationsOf(cell), ...texts } };
}

/** The texts that differ; undefined where none does. */
export function changedTranslations(before: unknown, now: unknown): Translations | undefined {
  const [old = {}, texts] = [translationsOf(before), translationsOf(now)];
  if (texts === undefined) return undefined;
  const changed = Object.entries(texts).filter(([language, text]) => (old[language] ?? null) !== text);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/**
 * Whether a text is a list of languages, `[{en:Item},{fr:Pièce}]`: as the value of a field, it empties every language
 * that it does not name.
 */
export function isTranslationList(value: unknown): boolean {
  return typeof value === 'string' && /^\[\{[a-z]{2,3}(-[a-z]+)?:/i.test(value) && value.endsWith('}]');
}

/** The word of `$expand` that asks for translations; no member. */
export const TRANSLATIONS = 'Translations';
