import { fieldText } from './field-text.js';
import type { EditableRecord, FieldValue, StoredRecord } from './stored-record.js';

/** A text in each language: `{ en: 'Apple jam', fr: null }`. */
export type Translations = Readonly<Record<string, string | null>>;

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

/** A field in all languages of a company, its own first; `null` where there is no text. */
export function translationsOf(record: StoredRecord, field: string, languages: readonly string[]): Translations {
  const others = record.translations?.get(field);
  return Object.fromEntries(
    languages.map((language, at) => {
      const text = at === 0 ? fieldText(record.fields.get(field)) : (others?.get(language) ?? '');
      return [language, text === '' ? null : text];
    }),
  );
}

/** Sets a field in some languages of a company; whether anything changed. Languages it does not have are ignored. */
export function translate(
  record: EditableRecord,
  field: string,
  texts: ReadonlyMap<string, string | null>,
  languages: readonly string[],
): boolean {
  const before = JSON.stringify(translationsOf(record, field, languages));
  const others = new Map(record.translations?.get(field));
  for (const [at, language] of languages.entries()) {
    const text = texts.get(language.toLowerCase());
    if (text === undefined) continue;
    if (at === 0) record.fields.set(field, text === '' ? null : text);
    else others.set(language, text === '' ? null : text);
  }
  record.translations = new Map(record.translations).set(field, others);
  return JSON.stringify(translationsOf(record, field, languages)) !== before;
}

/** `[{en:Item},{fr:Pièce}]`: all languages in one text, as the form field `…Translations` has them. */
export function translationList(texts: Translations): string {
  const parts = Object.entries(texts).filter(([, text]) => text !== null);
  return `[${parts.map(([language, text]) => `{${language}:${text ?? ''}}`).join(',')}]`;
}

/** Reads such a list; `undefined` for any other text. */
export function readTranslationList(text: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof text !== 'string' || !/^\[\{[a-z]{2,3}:/i.test(text) || !text.endsWith('}]')) return undefined;
  const entries = text.slice(2, -2).split(/\},\s*\{(?=[a-z]{2,3}:)/i);
  return new Map(
    entries.map((entry): [string, string] => {
      const colon = entry.indexOf(':');
      return [entry.slice(0, colon).toLowerCase(), entry.slice(colon + 1)];
    }),
  );
}
