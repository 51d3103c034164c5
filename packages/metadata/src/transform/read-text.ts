import { AcumaticaConfigError } from '@acurecord/errors';
import { NUMERIC_TYPES } from '../wire/wire-type.js';
import type { WireType } from '../wire/wire-type.js';
import { textForm, valueFromText } from '../wire/value-from-text.js';
import { dateReader } from './date-from-text.js';
import type { DateReader } from './date-from-text.js';
import type { TextOptions } from './text-options.js';

/** A text as the value of a field, or what is wrong with it. */
export type TextReading = { readonly value: string | boolean } | { readonly fault: string };

/** Reads a text that is not blank for a field of a type. */
export type TextReader = (text: string, type: WireType) => TextReading;

/** The reader that the options ask for. @throws AcumaticaConfigError for options that contradict each other */
export function textReader(options: TextOptions): TextReader {
  const { decimal = '.', grouping, symbols = [], booleans, dates = 'iso' } = options;
  if (grouping === decimal) throw new AcumaticaConfigError(`${grouping} cannot separate both decimals and thousands.`);
  const readDate = dateReader(dates);
  if (readDate === undefined) {
    throw new AcumaticaConfigError(
      `dates: ${JSON.stringify(dates)} is no pattern. Write 'iso', 'serial', or yyyy, MM and dd with signs between them.`,
    );
  }
  const number = numberReader({ decimal, grouping, symbols });
  const truths = booleans === undefined ? undefined : wordTable(booleans);
  return (text, type) => {
    if (type === 'String' || textForm(type) === undefined) return { value: text };
    const trimmed = text.trim();
    const plain = plainText(trimmed, type, { number, truths, readDate });
    const value = plain === undefined ? undefined : valueFromText(plain, type);
    return value === undefined ? { fault: faultOf(type, options) } : { value };
  };
}

interface Readers {
  readonly number: (text: string) => string | undefined;
  readonly truths: ReadonlyMap<string, string> | undefined;
  readonly readDate: DateReader;
}

/** The text as a record takes it. */
function plainText(text: string, type: WireType, { number, truths, readDate }: Readers): string | undefined {
  if (NUMERIC_TYPES.has(type)) return number(text);
  if (type === 'Boolean') return truths === undefined ? text : truths.get(text.toLowerCase());
  return type === 'DateTime' || type === 'DateOnly' ? readDate(text) : text;
}

function numberReader(signs: {
  readonly decimal: string;
  readonly grouping: string | undefined;
  readonly symbols: readonly string[];
}): (text: string) => string | undefined {
  const { decimal, grouping, symbols } = signs;
  return (text) => {
    const [whole = '', fraction, ...more] = withoutSymbols(text, symbols).split(decimal);
    const digits = grouping === undefined ? whole : withoutGrouping(whole, grouping);
    // Each side of the separator has digits only, so that `1.5` is not 1.5 where `,` separates decimals.
    if (digits === undefined || !/^-?\d+$/.test(digits) || more.length > 0) return undefined;
    if (fraction === undefined) return digits;
    return /^\d+$/.test(fraction) ? `${digits}.${fraction}` : undefined;
  };
}

function withoutSymbols(text: string, symbols: readonly string[]): string {
  let left = text;
  for (const symbol of symbols) {
    if (left.startsWith(symbol)) left = left.slice(symbol.length).trim();
    else if (left.endsWith(symbol)) left = left.slice(0, -symbol.length).trim();
  }
  return left;
}

/** Groups have three digits each, so that `1,5` is not taken for 15. */
function withoutGrouping(whole: string, grouping: string): string | undefined {
  const groups = whole.split(grouping);
  const isGrouped = groups.every((group, index) => (index === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(group));
  return groups.length === 1 ? whole : isGrouped ? groups.join('') : undefined;
}

function wordTable(booleans: NonNullable<TextOptions['booleans']>): ReadonlyMap<string, string> {
  const words = (value: 'true' | 'false'): [string, string][] =>
    booleans[value].map((word) => [word.toLowerCase(), value]);
  return new Map([...words('true'), ...words('false')]);
}

function faultOf(type: WireType, { decimal = '.', booleans, dates = 'iso' }: TextOptions): string {
  if (NUMERIC_TYPES.has(type)) {
    const form = textForm(type) ?? 'a number';
    return `is not ${form.replace('1234.5', `1234${decimal}5`)}`;
  }
  if (type === 'Boolean' && booleans !== undefined)
    return `is none of ${[...booleans.true, ...booleans.false].join(', ')}`;
  if ((type === 'DateTime' || type === 'DateOnly') && dates !== 'iso')
    return dates === 'serial' ? 'is no day number of a spreadsheet' : `is no date written as ${dates}`;
  return `is not ${textForm(type) ?? 'a value'}`;
}
