import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue } from './stored-record.js';

/** A value that a field of this type cannot hold. */
export class UnfitValue extends Error {
  override readonly name = 'UnfitValue';
}

const whole = new Set<FieldType>(['Int', 'Short', 'Byte', 'Long']);
const isNumeric = (text: string): boolean => /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text);
const zone = /(Z|[+-]\d\d:?\d\d)$/i;
const dateText =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const americanDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/;

/** A moment as the wire writes it: milliseconds without trailing zeros, whole seconds without fraction, `+00:00`. */
export function dateTimeText(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(0, 19)}${iso.slice(19, 23).replace(/\.?0{1,3}$/, '')}+00:00`;
}

/** Reads a date in the forms the ERP takes; without zone it is taken as it stands. */
function dateTimeFrom(text: string): string {
  const iso = text.trim().replace(americanDate, (_, month: string, day: string, year: string, rest: string) => {
    return `${year}-${month}-${day}${rest}`;
  });
  const match = dateText.exec(iso);
  if (match === null) throw new UnfitValue(`'${text}' is not a valid date.`);
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const pad = (part: string): string => part.padStart(2, '0');
  const clock = `${pad(hour)}:${pad(minute)}:${pad(second)}.${fraction.padEnd(3, '0').slice(0, 3)}`;
  const offset = zone.exec(iso)?.[0].replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2') ?? 'Z';
  const ms = Date.parse(`${year}-${pad(month)}-${pad(day)}T${clock}${offset.toUpperCase()}`);
  if (Number.isNaN(ms)) throw new UnfitValue(`'${text}' is not a valid date.`);
  return dateTimeText(ms);
}

function numberFrom(value: unknown, type: FieldType): number {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (!isNumeric(text)) throw new UnfitValue(`'${shown(value)}' is not a valid number.`);
  const number = Number(text);
  if (!Number.isFinite(number)) throw new UnfitValue(`'${shown(value)}' is too large.`);
  return whole.has(type) ? Math.round(number) : number;
}

function booleanFrom(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const text = String(shown(value)).toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new UnfitValue(`'${shown(value)}' is not a valid value of a check box.`);
}

const guidText = /^\{?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

function guidFrom(value: unknown): string {
  const match = typeof value === 'string' ? guidText.exec(value.trim()) : null;
  if (match?.[1] === undefined) throw new UnfitValue(`'${shown(value)}' is not a valid GUID.`);
  return match[1].toLowerCase();
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/**
 * Turns what a request or a test gave for a field into what the store keeps; text is converted where the ERP converts
 * it (`"2.00"` for a decimal, `"false"` for a check box).
 * @throws UnfitValue when the field cannot hold it.
 */
export function fieldValueFrom(value: unknown, type: FieldType): FieldValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dateTimeText(value.getTime());
  if (typeof value === 'object' && 'exact' in value) return { exact: shown(value.exact) };
  if (type === 'String') return textFrom(value);
  if (value === '') return null;
  if (type === 'Boolean') return booleanFrom(value);
  if (type === 'Guid') return guidFrom(value);
  if (type === 'DateTime') return dateTimeFrom(shown(value));
  return numberFrom(value, type);
}

function textFrom(value: unknown): string | null {
  if (typeof value === 'object') throw new UnfitValue(`'${shown(value)}' is not a valid text.`);
  const text = shown(value);
  return text === '' ? null : text;
}
