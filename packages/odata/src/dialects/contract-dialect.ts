import type { Dialect, FunctionForm } from './dialect.js';
import { exceedsInteger } from './exceeds-integer.js';
import { quoted } from './quoted.js';
import { trimmedInstant } from './trimmed-instant.js';

const instant = (iso: string) => `datetimeoffset'${trimmedInstant(iso).replace('Z', '+00:00')}'`;
const unseen = 'no contract endpoint has been seen to answer it';
const unconfirmed = (name: string): FunctionForm => ({ name, unconfirmed: `${name}(): ${unseen}.` });

const caseFolding = {
  refused: 'Contract endpoints fail on tolower and toupper.',
  instead: 'Leave it away: contract endpoints compare texts without regard to case.',
};
const rowsRefused = {
  refused: 'Contract endpoints cannot filter by detail rows; they fail or give the wrong records.',
  instead: 'Read the rows with expand() and filter them in the program.',
};

/**
 * The OData version 3 dialect of contract-based endpoints, contracts 3 and 4: `substringof` with the needle first,
 * `datetimeoffset'…'`, comparison without regard to case. Confirmed on servers are comparisons, `and`, `or`, the three
 * text tests (bare, never negated, never `eq true`), date, decimal and null literals, linked fields and `cf.Type(f='…')`.
 */
export const contractDialect: Dialect = {
  name: 'contract',
  server: 'a contract endpoint',
  literals: {
    string: quoted,
    number: (digits) => (exceedsInteger(digits) ? `${digits}M` : digits),
    decimal: (digits) => `${digits}M`,
    dateTime: instant,
    localTime: instant,
    date: (day) => `datetimeoffset'${day}'`,
    guid: (text) => `guid'${text}'`,
  },
  functions: {
    contains: { name: 'substringof', needleFirst: true },
    startsWith: { name: 'startswith' },
    endsWith: { name: 'endswith' },
    toLower: caseFolding,
    toUpper: caseFolding,
    trim: {
      refused: 'No contract endpoint has trim, and leaving it away would change the answer.',
      instead: 'Compare the text as it is stored, or use startsWith().',
    },
    length: unconfirmed('length'),
    indexOf: unconfirmed('indexof'),
    substring: unconfirmed('substring'),
    concat: unconfirmed('concat'),
    replace: unconfirmed('replace'),
    year: unconfirmed('year'),
    month: unconfirmed('month'),
    day: unconfirmed('day'),
    hour: unconfirmed('hour'),
    minute: unconfirmed('minute'),
    second: unconfirmed('second'),
    date: {
      refused: 'OData version 3 has no date() function.',
      instead: 'Compare date() with one day, which becomes a range, or compare the field itself.',
    },
    round: unconfirmed('round'),
    floor: unconfirmed('floor'),
    ceiling: unconfirmed('ceiling'),
  },
  customField: ({ type, view, field }) => `cf.${type}(f=${quoted(`${view}.${field}`)})`,
  ignoresCase: true,
  dateRanges: true,
  daysAsInstants: false,
  typedLiterals: false,
  negation: {
    contains: {
      refused: 'Contract endpoints fail on "not substringof".',
      instead: 'Read the records without this part and filter them in the program.',
    },
    startsWith: { unconfirmed: `not startswith(): ${unseen}; "not substringof" fails.` },
    endsWith: { unconfirmed: `not endswith(): ${unseen}; "not substringof" fails.` },
    raw: { unconfirmed: 'not around raw text: contract endpoints fail on "not substringof".' },
  },
  rows: rowsRefused,
  unconfirmed: {
    guid: `guid'…': ${unseen}.`,
    twoFields: `Two fields compared with each other: ${unseen}.`,
    arithmetic: `Arithmetic: ${unseen}.`,
    views: 'Parts joined by "and" that look at different views may match no record although each part does.',
  },
  options: {
    expand: 'list',
    selectNamesParts: true,
    custom: 'yes',
    orderBy: {
      refused: 'Contract endpoints do not sort: they ignore $orderby and keep the order of the form.',
      instead: 'Sort the records in the program, or ask an inquiry through OData.',
    },
    count: {
      refused: 'Contract endpoints do not count.',
      instead: 'Read the records with a narrow select and count them in the program.',
    },
  },
};
