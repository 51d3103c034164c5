import { fieldText } from './field-text.js';
import type { FieldValue, StoredRecord } from './stored-record.js';

/** Texts of a field in other languages than the company's own, by language: `fr`. */
export type Translations = ReadonlyMap<string, string | null>;

/** The language of a locale: `fr` of `fr-FR,en;q=0.8`. */
export function languageOf(locale: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})\b/i.exec(locale ?? '')?.[1]?.toLowerCase();
}

/** A field in the language of a locale; in the company's own where there is no text in that one. */
export function translatedText(record: StoredRecord, field: string, locale: string | undefined): FieldValue {
  const own = record.fields.get(field) ?? null;
  const language = languageOf(locale);
  const text = language === undefined ? undefined : record.translations?.get(field)?.get(language);
  return fieldText(text) === '' ? own : (text ?? null);
}
