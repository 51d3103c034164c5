import { dateTextFromMs } from './filter-date.js';
import type { Scalar, ValueKind } from './filter-node.js';

/** A function of filters: what it takes, what it gives, and how it works on values that are not null. */
export interface FilterFunction {
  readonly takes: readonly ValueKind[];
  /** How many of the last arguments may be left out. */
  readonly optional: number;
  readonly gives: ValueKind;
  readonly edm: string;
  readonly run: (...args: never[]) => Scalar;
}

const edmNames: Readonly<Record<ValueKind, string>> = {
  String: 'Edm.String',
  Number: 'Edm.Int32',
  Boolean: 'Edm.Boolean',
  DateTime: 'Edm.DateTimeOffset',
  Guid: 'Edm.Guid',
  Null: 'null',
};

function define(
  takes: readonly ValueKind[],
  gives: ValueKind,
  run: (...args: never[]) => Scalar,
  optional = 0,
): FilterFunction {
  return { takes, gives, run, optional, edm: edmNames[gives] };
}

const texts = ['String', 'String'] as const;
const lower = (text: string): string => text.toLowerCase();
const datePart = (start: number, end: number): FilterFunction =>
  define(['DateTime'], 'Number', (date: string) => Number(date.slice(start, end)));

/** Every occurrence, whatever its case, as the database does it. */
function replaced(text: string, search: string, by: string): string {
  const pattern = new RegExp(search.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  return search === '' ? text : text.replace(pattern, () => by);
}

/** Half away from zero, as databases round. */
const round = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** All functions of all dialects by name; comparison of text takes no notice of case. */
export const filterFunctions: ReadonlyMap<string, FilterFunction> = new Map([
  ['substringof', define(texts, 'Boolean', (needle: string, text: string) => lower(text).includes(lower(needle)))],
  ['contains', define(texts, 'Boolean', (text: string, needle: string) => lower(text).includes(lower(needle)))],
  ['startswith', define(texts, 'Boolean', (text: string, start: string) => lower(text).startsWith(lower(start)))],
  ['endswith', define(texts, 'Boolean', (text: string, end: string) => lower(text).endsWith(lower(end)))],
  ['length', define(['String'], 'Number', (text: string) => text.length)],
  ['indexof', define(texts, 'Number', (text: string, needle: string) => lower(text).indexOf(lower(needle)))],
  [
    'substring',
    define(
      ['String', 'Number', 'Number'],
      'String',
      (text: string, start: number, length = Infinity) => text.slice(start, start + length),
      1,
    ),
  ],
  ['tolower', define(['String'], 'String', lower)],
  ['toupper', define(['String'], 'String', (text: string) => text.toUpperCase())],
  ['trim', define(['String'], 'String', (text: string) => text.trim())],
  [
    'replace',
    define(['String', 'String', 'String'], 'String', (text: string, search: string, by: string) =>
      replaced(text, search, by),
    ),
  ],
  ['concat', define(texts, 'String', (a: string, b: string) => a + b)],
  ['year', datePart(0, 4)],
  ['month', datePart(5, 7)],
  ['day', datePart(8, 10)],
  ['hour', datePart(11, 13)],
  ['minute', datePart(14, 16)],
  ['second', datePart(17, 19)],
  ['date', define(['DateTime'], 'DateTime', (date: string) => `${date.slice(0, 10)}T00:00:00+00:00`)],
  ['now', define([], 'DateTime', () => dateTextFromMs(Date.now()))],
  ['mindatetime', define([], 'DateTime', () => '0001-01-01T00:00:00+00:00')],
  ['maxdatetime', define([], 'DateTime', () => '9999-12-31T23:59:59.999+00:00')],
  ['round', define(['Number'], 'Number', round)],
  ['floor', define(['Number'], 'Number', Math.floor)],
  ['ceiling', define(['Number'], 'Number', Math.ceil)],
]);
