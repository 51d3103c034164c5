import type { Dialect } from './dialect.js';
import { exceedsInteger } from './exceeds-integer.js';
import { odataV4Dialect } from './odata-v4-dialect.js';
import { quoted } from './quoted.js';
import { trimmedInstant } from './trimmed-instant.js';

const MAX_INT32 = 2_147_483_647;

/**
 * OData version 3, as generic inquiries speak it before 2024 R2: `substringof` with the needle first, `datetime'…'`,
 * `guid'…'`, `12.5M`, `$orderby`. Unlike a contract endpoint it knows `tolower` and its kin, and `not` before anything.
 * Decimals are not compared with doubles, nor points in time that have a zone with those that have none, so each literal
 * is written in the type of its field; a field of unknown type is taken for a decimal.
 */
export const odataV3Dialect: Dialect = {
  ...odataV4Dialect,
  name: 'odataV3',
  server: 'an OData v3 service',
  literals: {
    string: quoted,
    number: wholeOrDouble,
    decimal: (digits) => `${digits}M`,
    dateTime: (iso) => `datetimeoffset'${trimmedInstant(iso)}'`,
    localTime: (iso) => `datetime'${trimmedInstant(iso).slice(0, -1)}'`,
    date: (day) => `datetime'${day}T00:00:00'`,
    guid: (text) => `guid'${text}'`,
  },
  functions: {
    ...odataV4Dialect.functions,
    contains: { name: 'substringof', needleFirst: true },
    replace: { name: 'replace', unconfirmed: 'replace(): a service of OData version 3 may leave it out.' },
    date: {
      refused: 'OData version 3 has no date() function.',
      instead: 'Compare date() with one day, which becomes a range, or compare the field itself.',
    },
  },
  dateRanges: true,
  typedLiterals: true,
  rows: {
    refused: 'Inquiries have no rows inside their rows.',
    instead: 'Filter by a column of the inquiry.',
  },
  options: {
    ...odataV4Dialect.options,
    expand: 'list',
    selectNamesParts: true,
    count: {
      refused: 'Inquiries do not count.',
      instead: 'Read the rows with a narrow select and count them in the program.',
    },
  },
};

/** Bare digits are an integer of 32 bits, with `L` one of 64; a point makes them a double. */
function wholeOrDouble(digits: string): string {
  if (digits.includes('.')) return digits;
  if (exceedsInteger(digits)) return `${digits}M`;
  return Math.abs(Number(digits)) > MAX_INT32 ? `${digits}L` : digits;
}
