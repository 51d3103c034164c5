import {
  compileFilter,
  contractDialect,
  encodeQuery,
  F,
  odataV3Dialect,
  odataV4Dialect,
  parseFilter,
  QueryOptions,
} from '@acurecord/odata';
import type { Dialect } from '@acurecord/odata';
import fc from 'fast-check';
import { expectSame, propertyRuns } from './property-runs.js';

const pieces = [
  "'",
  "''",
  '%',
  '%27',
  '%',
  '+',
  '&',
  '=',
  '#',
  '?',
  '/',
  '\\',
  '"',
  '\n',
  '\r',
  '\t',
  '\0',
  ' ',
  ') or (1 eq 1',
  "' or Name eq '",
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('😀', '日本', 'ß', '\u2028', '\ufeff'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What a server sees: the query of the URL, decoded by the platform's own URL parser. */
function received(query: string): URLSearchParams {
  return new URL(`https://erp.example/entity/Default/24.200.001/Customer?${query}`).searchParams;
}

function expectLiteralToArrive(text: string, dialect: Dialect): void {
  const condition = F('Name').eq(text).and(F('Status').eq('Open'));
  const options = new QueryOptions({ filter: condition, top: 5 });
  const query = encodeQuery(options.toParams(dialect));
  if (!/^[A-Za-z0-9\-._~%$='(),/&]*$/.test(query)) throw new Error(`not encoded: ${query}`);
  const params = received(query);
  expectSame([...params.keys()].join(' '), '$filter $top');
  const filter = params.get('$filter') ?? '';
  expectSame(filter, compileFilter(condition, dialect));
  expectSame(filter, `Name eq '${text.replaceAll("'", "''")}' and Status eq 'Open'`);
  expectSame(JSON.stringify(parseFilter(filter, dialect).node), JSON.stringify(condition.node));
}

it.each([
  ['contract', contractDialect],
  ['OData v3', odataV3Dialect],
  ['OData v4', odataV4Dialect],
] as const)('carries any text to the server as one literal, and nothing after it changes (%s)', (_name, dialect) => {
  fc.assert(
    fc.property(hostile, (text) => expectLiteralToArrive(text, dialect)),
    propertyRuns,
  );
});

it('carries a text of 100,000 characters', () => {
  expectLiteralToArrive("o'x%😀\n".repeat(15_000), contractDialect);
});

it('refuses half of a surrogate pair, which no URL can carry', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0xd800, max: 0xdfff }), fc.string(), (before, code, after) => {
      const text = `${before}${String.fromCharCode(code)}${after}`;
      expect(() => F('Name').contains(text)).toThrow('half of a surrogate pair');
    }),
  );
  expect(() => encodeQuery({ $filter: '\ud800' })).toThrow('half of a surrogate pair');
});
