import { cleanText } from '../terminal/clean-text.js';

/** A value as a person reads it in a table: dates as ISO text, nothing for empty ones, rows as their number. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return isoText(value);
  if (Array.isArray(value)) return `${value.length} rows`;
  return cleanText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A date as ISO text; midnight is a day. */
export function isoText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
