import { AcumaticaValidationError } from '@acurecord/errors';
import { Decimal, Guid, PlainDate } from '@acurecord/odata';
import { NUMERIC_TYPES } from './wire-type.js';
import type { WireType } from './wire-type.js';
import { unwrappedValue } from './unwrapped-value.js';
import { textForm, valueFromText } from './value-from-text.js';
import { dateFromWire, wireFromDate } from './wire-time.js';
import type { WireValue } from './wire-row.js';

/** An empty value, as rows hold it. */
export const EMPTY_VALUE: WireValue = Object.freeze({ value: null });

/** Value of a cell for a reader: `undefined` when absent, `null` when empty, dates parsed. */
export function readValue(cell: unknown, type: WireType, decimals: 'number' | 'string' = 'number'): unknown {
  if (cell === undefined) return undefined;
  const value = rawValue(cell);
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && decimals === 'string' && isFractional(type)) return String(value);
  if (typeof value !== 'string' || type === 'String') return value;
  if (type === 'DateTime') return dateFromWire(value) ?? value;
  if (!NUMERIC_TYPES.has(type)) return value;
  return decimals === 'string' && !isWhole(value, type) ? value : numberFrom(value);
}

/** What a cell holds, unparsed: `undefined` and `null` both mean empty. */
export function rawValue(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  return (cell as WireValue).value;
}

/**
 * Wraps a value for a row. A value in the form of the wire, `{ value: 5 }`, is taken as its value.
 *
 * @throws AcumaticaValidationError for text that is no value of the type (blank text where a number belongs), for what
 * JSON cannot say (`NaN`, `Infinity`, an invalid date, a function), and for lists, promises and objects
 */
export function writeValue(given: unknown, type: WireType, path: string): WireValue {
  const value = unwrappedValue(given);
  if (value === null || value === undefined) return EMPTY_VALUE;
  if (typeof value === 'string') return { value: textValue(value, type, path) };
  if (typeof value === 'number' && !Number.isFinite(value)) throw refused(path, value, 'is not a finite number');
  if (typeof value === 'bigint') return { value: wholeNumber(value, path) };
  if (typeof value === 'function' || typeof value === 'symbol') throw refused(path, value, 'is no value');
  return { value: typeof value === 'object' ? objectValue(value, type, path) : value };
}

function textValue(text: string, type: WireType, path: string): string | boolean {
  const value = valueFromText(text, type);
  if (value !== undefined) return value;
  const hint = `Write ${textForm(type) ?? 'a value'}, or null to clear the field`;
  throw refused(path, text, `is no value for a ${type} field. ${hint}`, quoted(text));
}

/** Dates of every kind and exact decimals are values; other objects are so only for types that no rule is known of. */
function objectValue(value: object, type: WireType, path: string): unknown {
  if (value instanceof Date) return dateText(value, path);
  if (PlainDate.is(value) || Decimal.is(value) || Guid.is(value)) return textValue(value.toString(), type, path);
  if ('then' in value && typeof value.then === 'function')
    throw refused(path, 'A promise', 'is no value. Did you forget await?');
  if (Array.isArray(value) && isPlainType(type)) throw refused(path, 'A list', 'is no value for one field');
  if (isPlainType(type)) throw refused(path, 'An object', `is no value for a ${type} field`);
  return value;
}

/** Whether values of a type are texts, numbers, booleans or dates, and never objects. */
function isPlainType(type: WireType): boolean {
  return type === 'String' || textForm(type) !== undefined;
}

/** A value for a body: exact decimals go as numbers where a number holds them, else as their text. */
export function bodyValue(cell: unknown, type: WireType): { readonly value: unknown } {
  const value = rawValue(cell) ?? null;
  const isExact =
    typeof value === 'string' && NUMERIC_TYPES.has(type) && canonical(value) === canonical(String(Number(value)));
  return { value: isExact ? Number(value) : value };
}

/** Whether two cells mean the same: timestamps by instant, decimals by number, everything else by value. */
export function sameValue(first: unknown, second: unknown, type: WireType): boolean {
  const [a, b] = [rawValue(first) ?? null, rawValue(second) ?? null];
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (type === 'DateTime') return instant(a) === instant(b);
  if (type === 'Guid') return text(a).toLowerCase() === text(b).toLowerCase();
  if (NUMERIC_TYPES.has(type)) return sameNumber(a, b);
  return typeof a === 'object' && sameJson(a, b);
}

/** Whether two values are the same JSON. */
export function sameJson(first: unknown, second: unknown): boolean {
  return first === second || JSON.stringify(first) === JSON.stringify(second);
}

function sameNumber(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return canonical(a) === canonical(b);
  return numberOf(a) === numberOf(b);
}

/** Blank text is no number, though JavaScript takes it for 0. */
function numberOf(value: unknown): number {
  return typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
}

/** Decimal text without the zeros that mean nothing, so that `1.50` is `1.5` beyond what a number can hold. */
function canonical(decimal: string): string {
  const plain = /^-?\d+(\.\d+)?$/.test(decimal) ? decimal : String(Number(decimal));
  return withoutLastZeros(plain)
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^-0$/, '0');
}

/** Counted from the end: a pattern would start again at every zero of a long text. */
function withoutLastZeros(decimal: string): string {
  if (!decimal.includes('.')) return decimal;
  let end = decimal.length;
  while (decimal[end - 1] === '0') end -= 1;
  return decimal.slice(0, decimal[end - 1] === '.' ? end - 1 : end);
}

function isFractional(type: WireType): boolean {
  return type === 'Decimal' || type === 'Double';
}

/** Whether text is a whole number that JavaScript holds exactly. */
function isWhole(text: string, type: WireType): boolean {
  return type === 'Long' ? Number.isSafeInteger(Number(text)) : type === 'Int' || type === 'Short' || type === 'Byte';
}

function numberFrom(text: string): unknown {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

function instant(value: unknown): unknown {
  return typeof value === 'string' ? (dateFromWire(value)?.getTime() ?? value) : value;
}

function dateText(date: Date, path: string): string {
  if (Number.isNaN(date.getTime())) throw refused(path, 'Invalid Date', 'is not a date');
  const year = date.getUTCFullYear();
  if (year < 1 || year > 9999) throw refused(path, date.toISOString(), 'is outside the years 1 to 9999');
  return wireFromDate(date);
}

function wholeNumber(value: bigint, path: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw refused(path, String(value), 'is too large to be sent exactly');
  return number;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function refused(path: string, value: unknown, fault: string, shown = String(value)): AcumaticaValidationError {
  const message = `${shown} ${fault}.`;
  return new AcumaticaValidationError(`${path}: ${message}`, { issues: [{ path, value: String(value), message }] });
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
