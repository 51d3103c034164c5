import type { Scalar } from './filter-node.js';

/** What a `$filter` may say; contract endpoints and inquiries differ a lot. */
export interface FilterDialect {
  readonly name: 'contract' | 'odata-v3' | 'odata-v4';
  /** Functions that work. */
  readonly functions: ReadonlySet<string>;
  /** Functions the protocol knows and the ERP refuses; any other name is unknown. */
  readonly refused: ReadonlySet<string>;
  /** `datetimeoffset'…'`, `guid'…'` and `0M`; otherwise bare ISO dates and guids. */
  readonly typedLiterals: boolean;
  /** Whether `guid'…'` is among them. */
  readonly guids: boolean;
  /** Whether `date'…'` is among them. */
  readonly days: boolean;
  /** The type of fields that hold a date. */
  readonly dateType: 'Edm.DateTime' | 'Edm.DateTimeOffset';
  /** Decimals compare with doubles, and dates of one type with those of the other; otherwise their types do not fit. */
  readonly converts: boolean;
  readonly arithmetic: boolean;
  /** `F in ('a','b')`. */
  readonly in: boolean;
  /** `Lines/any(x: …)`, `Lines/all(x: …)` and `Lines/$count`. */
  readonly collections: boolean;
  /** How a field beside the contract is named: `cf.String(f='View.Field')`, `cf.String('View.Field')`, or not at all. */
  readonly customFields: 'named' | 'plain' | 'none';
  /** `substringof(…) eq true` compares; otherwise it silently matches nothing. */
  readonly comparesCalls: boolean;
  /** `not substringof(…)` works; otherwise it fails. */
  readonly negatesCalls: boolean;
  /** Makes of a date literal (in UTC) what the store keeps for it. @default the same */
  readonly readDate?: (utc: Scalar) => Scalar;
  /** Status of the answer to a filter that cannot be read. */
  readonly errorStatus: number;
}

const stringsAndDates = [
  'length',
  'indexof',
  'substring',
  'trim',
  'concat',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
];
const rounding = ['round', 'floor', 'ceiling'];
const looseDates = { dateType: 'Edm.DateTimeOffset', converts: true } as const;

/** OData version 3 text as contract 3 and 4 endpoints take it. */
export const contractDialect: FilterDialect = {
  name: 'contract',
  functions: new Set(['substringof', 'startswith', 'endswith']),
  refused: new Set(['tolower', 'toupper', 'replace', 'isof', 'cast', ...stringsAndDates, ...rounding]),
  typedLiterals: true,
  guids: true,
  days: true,
  ...looseDates,
  arithmetic: false,
  in: false,
  collections: false,
  customFields: 'named',
  comparesCalls: false,
  negatesCalls: false,
  errorStatus: 500,
};

/** The same in contract 5, where custom fields are named without `f=`. */
export const contract5Dialect: FilterDialect = { ...contractDialect, customFields: 'plain' };

/** OData version 3 as its documents have it, for the inquiries of old releases: no `contains`, no `in`, typed literals. */
export const odataV3Dialect: FilterDialect = {
  name: 'odata-v3',
  functions: new Set([
    'substringof',
    'startswith',
    'endswith',
    'tolower',
    'toupper',
    'replace',
    ...stringsAndDates,
    ...rounding,
  ]),
  refused: new Set(['isof', 'cast', 'years', 'months', 'days', 'hours', 'minutes', 'seconds']),
  typedLiterals: true,
  guids: true,
  days: false,
  dateType: 'Edm.DateTime',
  converts: false,
  arithmetic: true,
  in: false,
  collections: false,
  customFields: 'none',
  comparesCalls: true,
  negatesCalls: true,
  errorStatus: 400,
};

/** OData version 4 as inquiries take it. */
export const odataV4Dialect: FilterDialect = {
  name: 'odata-v4',
  functions: new Set([
    'contains',
    'startswith',
    'endswith',
    'tolower',
    'toupper',
    'date',
    'now',
    'mindatetime',
    'maxdatetime',
    ...stringsAndDates,
    ...rounding,
  ]),
  refused: new Set(['isof', 'cast', 'time', 'fractionalseconds', 'totaloffsetminutes']),
  typedLiterals: false,
  guids: true,
  days: false,
  ...looseDates,
  arithmetic: true,
  in: true,
  collections: false,
  customFields: 'none',
  comparesCalls: true,
  negatesCalls: true,
  errorStatus: 400,
};

/** OData version 4 as tables take it, which have rows behind their rows. */
export const odataTableDialect: FilterDialect = { ...odataV4Dialect, collections: true };
