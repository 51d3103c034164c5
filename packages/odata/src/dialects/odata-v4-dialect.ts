import type { Dialect } from './dialect.js';
import { exceedsInteger } from './exceeds-integer.js';
import { quoted } from './quoted.js';
import { trimmedInstant } from './trimmed-instant.js';

/** OData version 4, as generic inquiries and DACs speak it: `contains`, bare ISO dates, `$orderby`, `$count`, `any`. */
export const odataV4Dialect: Dialect = {
  name: 'odataV4',
  server: 'an OData v4 service',
  literals: {
    string: quoted,
    number: asDecimal,
    decimal: asDecimal,
    dateTime: trimmedInstant,
    localTime: trimmedInstant,
    date: (day) => day,
    guid: (text) => text,
  },
  functions: {
    contains: { name: 'contains' },
    startsWith: { name: 'startswith' },
    endsWith: { name: 'endswith' },
    toLower: { name: 'tolower' },
    toUpper: { name: 'toupper' },
    trim: { name: 'trim' },
    length: { name: 'length' },
    indexOf: { name: 'indexof' },
    substring: { name: 'substring' },
    concat: { name: 'concat' },
    replace: { refused: 'OData version 4 has no replace().', instead: 'Compare the text as it is stored.' },
    year: { name: 'year' },
    month: { name: 'month' },
    day: { name: 'day' },
    hour: { name: 'hour' },
    minute: { name: 'minute' },
    second: { name: 'second' },
    date: { name: 'date' },
    round: { name: 'round' },
    floor: { name: 'floor' },
    ceiling: { name: 'ceiling' },
  },
  customField: {
    refused: 'Custom fields are addressed by view and field on contract endpoints only.',
    instead: 'Name the column of the inquiry, as in F.UsrX.',
  },
  ignoresCase: false,
  dateRanges: false,
  daysAsInstants: true,
  typedLiterals: false,
  negation: 'plain',
  rows: 'any',
  unconfirmed: {},
  options: {
    expand: 'nested',
    selectNamesParts: false,
    orderBy: 'yes',
    count: 'yes',
    custom: {
      refused: '$custom belongs to contract endpoints.',
      instead: 'Select the column of the inquiry instead.',
    },
  },
};

/** Bare digits are an integer of at most 64 bits; a point makes them a decimal. */
function asDecimal(digits: string): string {
  return exceedsInteger(digits) ? `${digits}.0` : digits;
}
