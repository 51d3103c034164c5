import { AcumaticaQueryError } from '@acurecord/errors';
import {
  compileFilter,
  conditionFrom,
  contract5Dialect,
  contractDialect,
  decimal,
  F,
  guid,
  odataV3Dialect,
  odataV4Dialect,
  parseFilter,
  PlainDate,
  QueryOptions,
  raw,
} from '@acurecord/odata';
import type { Condition, QueryOptionsInit } from '@acurecord/odata';
import fc from 'fast-check';
import { propertyRuns } from './property-runs.js';
import { contractConditions } from './random-condition.js';
import { c } from './order-fields.js';

const dialects = [contractDialect, contract5Dialect, odataV3Dialect, odataV4Dialect];

/** Gives what the work gives, or `undefined` when it is refused in our own words; any other failure is one of the test. */
function unlessRefused<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch (error) {
    if (AcumaticaQueryError.is(error)) return undefined;
    throw error;
  }
}

const words = [
  'eq',
  'ne',
  'and',
  'or',
  'not',
  '(',
  ')',
  ',',
  '/',
  "'",
  "'a'",
  'A',
  'null',
  'true',
  '5',
  '-1',
  '1.5M',
  'in',
  'any',
  ':',
  'cf',
  '.',
  "guid'",
  'length',
  'substringof',
  'contains',
  '2024-01-31',
  ' ',
  ' ',
];
const wordSoup = fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((soup) => soup.join(' '));

it('reads any text, or says where it cannot', () => {
  fc.assert(
    fc.property(
      fc.oneof(wordSoup, fc.string({ unit: 'binary' }), fc.string()),
      fc.constantFrom(...dialects),
      (text, dialect) => {
        const condition = unlessRefused(() => parseFilter(text, dialect));
        if (condition) unlessRefused(() => compileFilter(condition, dialect));
      },
    ),
    propertyRuns,
  );
});

it('reads a text with a character too many or too few, or says where it cannot', () => {
  const damages = fc.tuple(
    contractConditions,
    fc.nat(),
    fc.nat({ max: 2 }),
    fc.constantFrom('', "'", '(', ')', ' ', '\0', '9'),
  );
  fc.assert(
    fc.property(damages, ([{ condition }, position, removed, added]) => {
      const text = compileFilter(condition);
      const at = position % (text.length + 1);
      unlessRefused(() => parseFilter(text.slice(0, at) + added + text.slice(at + removed)));
    }),
    propertyRuns,
  );
});

const fields = [F('A'), c.OrderNbr, c.OrderTotal, c.Approved, c.Date, c.id, F.cf('Decimal', 'V', 'F')];
const operators = ['eq', 'ne', 'gt', 'in', 'contains', 'indexOf', 'substring', 'add', 'replace'] as const;

it('takes any value, or refuses it in its own words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.constantFrom(...operators),
      fc.anything({ withDate: true, withBigInt: true }),
      (field, name, value) => {
        const operate = (field as unknown as Record<string, ((value: unknown) => unknown) | undefined>)[name];
        unlessRefused(() => operate?.call(field, value));
      },
    ),
    propertyRuns,
  );
});

it.each<[string, (value: unknown) => unknown]>([
  ['conditions', (value) => conditionFrom(value as Condition, F)],
  ['query options', (value) => new QueryOptions(value as QueryOptionsInit).toParams()],
  ['filters', (value) => new QueryOptions({ filter: value as Condition }).toParams()],
  ['paths', (value) => new QueryOptions({ select: [value as string], expand: [value as string] }).toParams()],
  ['custom fields', (value) => new QueryOptions({ custom: [value as string] }).toParams()],
  ['order', (value) => new QueryOptions({ orderBy: [value as string] }).toParams(odataV4Dialect)],
  ['raw text', (value) => raw(value as string)],
  ['days', (value) => PlainDate.from(value as string)],
  ['GUIDs', (value) => guid(value as string)],
  ['decimals', (value) => decimal(value as string)],
  ['texts to read', (value) => parseFilter(value as string)],
])('takes any value for %s, or refuses it in its own words', (_name, take) => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.dictionary(fc.string(), fc.anything())), (value) => {
      // A function is called for its condition; what it throws is its own.
      if (typeof value !== 'function') unlessRefused(() => take(value));
    }),
    { numRuns: 1000 },
  );
});
