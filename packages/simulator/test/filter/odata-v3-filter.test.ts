import { compilePredicate } from '../../src/filter/compile-predicate.js';
import type { FieldResolver } from '../../src/filter/field-access.js';
import { odataV3Dialect } from '../../src/filter/filter-dialect.js';
import type { FilterDialect } from '../../src/filter/filter-dialect.js';
import { FilterError } from '../../src/filter/filter-error.js';
import { parseFilter } from '../../src/filter/parse-filter.js';
import type { FieldType } from '../../src/schema/schema-model.js';
import type { FieldValue } from '../../src/store/stored-record.js';

type Row = Readonly<Record<string, FieldValue>>;

const types: Record<string, FieldType> = {
  Name: 'String',
  Amount: 'Decimal',
  Rate: 'Double',
  Qty: 'Int',
  Serial: 'Long',
  On: 'DateTime',
  Ref: 'Guid',
  Open: 'Boolean',
};
const resolve: FieldResolver<Row> = (field) => {
  const name = field.kind === 'field' ? (field.path[0] ?? '') : '';
  const type = types[name];
  if (type === undefined) throw new FilterError(`Could not find a property named '${name}'.`);
  return { type, read: (row) => row[name] };
};
const rows: Row[] = [
  {
    Name: 'Alpha Beta',
    Amount: 10.25,
    Rate: 0.5,
    Qty: 3,
    Serial: 5_000_000_000,
    On: '2024-01-01T08:30:15.5+00:00',
    Ref: '0eaa2628-2945-ea11-817f-eb1af000b4cf',
    Open: true,
  },
  {
    Name: 'gamma',
    Amount: -3,
    Rate: 2,
    Qty: 4,
    Serial: 7,
    On: '2023-06-30T00:00:00+00:00',
    Ref: null,
    Open: false,
  },
  { Name: null, Amount: null, Rate: null, Qty: null, Serial: null, On: null, Ref: null, Open: null },
];

const matching = (filter: string, dialect: FilterDialect = odataV3Dialect): number[] => {
  const passes = compilePredicate(parseFilter(filter, dialect), resolve, dialect);
  return rows.flatMap((row, index) => (passes(row) ? [index] : []));
};

describe('§14 $filter on an inquiry of an old release', () => {
  test.each<[string, number[]]>([
    ["substringof('BETA',Name)", [0]],
    ["substringof('beta',Name) eq true", [0]],
    ["not substringof('beta',Name)", [1]],
    ["tolower(Name) eq 'gamma'", [1]],
    ["toupper(trim(concat(Name,' '))) eq 'GAMMA'", [1]],
    ["startswith(Name,'al') or endswith(Name,'MA')", [0, 1]],
    ["replace(Name,'A','$&') eq '$&lph$& Bet$&'", [0]],
    ["replace(Name,'','x') eq 'gamma'", [1]],
    ["length(Name) eq 5 and indexof(Name,'m') eq 2 and substring(Name,1,2) eq 'am'", [1]],
    ["On gt datetime'2024-01-01T00:00:00'", [0]],
    ["On ge datetime'2023-06-30T00:00:00' and On lt datetime'2023-07-01'", [1]],
    ['year(On) eq 2023 and month(On) eq 6 and day(On) eq 30', [1]],
    ['Amount eq 10.25M', [0]],
    ['Amount gt 10', [0]],
    ['Amount gt 5L', [0]],
    ['Rate gt 1.5', [1]],
    ['Rate gt 1.5d or Rate lt 1f', [0, 1]],
    ['Rate eq 2', [1]],
    ['Qty lt 3.5', [0]],
    ['Qty lt 3.5M', [0]],
    ['Serial eq 5000000000L', [0]],
    ['Amount add Qty gt 1.5M', [0]],
    ['round(Amount) eq 10.0M', [0]],
    ['-Amount eq 3', [1]],
    ["Ref eq guid'0EAA2628-2945-ea11-817f-eb1af000b4cf'", [0]],
    ['Open and not (Amount lt 0)', [0]],
    ['On eq null and Amount eq null', [2]],
  ])('%s', (filter, expected) => expect(matching(filter)).toEqual(expected));

  test.each<[string, string]>([
    ["contains(Name,'a')", "An unknown function with name 'contains' was found"],
    ["date(On) eq datetime'2024-01-01'", "An unknown function with name 'date' was found"],
    ['On lt now()', "An unknown function with name 'now' was found"],
    ["Name in ('a')", 'Syntax error'],
    ['On gt 2024-01-01T00:00:00Z', 'Syntax error'],
    ['Ref eq 0eaa2628-2945-ea11-817f-eb1af000b4cf', 'Syntax error'],
    ["On gt date'2024-01-01'", "Unrecognized 'date' literal"],
    ["On gt datetime'2024-02-30'", "not a valid 'Edm.DateTime' literal"],
    ["cf.String(f='A.B') eq 'x'", "unknown function with name 'cf.String'"],
    ['Amount gt 10.5', "Found operand types 'Edm.Decimal' and 'Edm.Double' for operator kind 'GreaterThan'"],
    ['Rate eq 1M', "Found operand types 'Edm.Double' and 'Edm.Decimal' for operator kind 'Equal'"],
    ['Amount mul 1.5 gt 1', "'Edm.Decimal' and 'Edm.Double' for operator kind 'Multiply'"],
    ['floor(Amount) lt 1.5', "'Edm.Decimal' and 'Edm.Double'"],
    ["On gt datetimeoffset'2024-01-01T00:00:00Z'", "'Edm.DateTime' and 'Edm.DateTimeOffset'"],
    ["Open eq 'true'", "'Edm.Boolean' and 'Edm.String'"],
  ])('%s is refused with 400', (filter, message) => {
    const attempt = (): number[] => matching(filter);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ status: 400 }) as Error);
  });

  test('takes the other type of date, or any number, where that is assumed', () => {
    const zoned: FilterDialect = { ...odataV3Dialect, dateType: 'Edm.DateTimeOffset' };
    expect(matching("On gt datetimeoffset'2024-01-01T00:00:00Z'", zoned)).toEqual([0]);
    expect(() => matching("On gt datetime'2024-01-01T00:00:00'", zoned)).toThrow('incompatible types');
    const loose: FilterDialect = { ...odataV3Dialect, converts: true };
    expect(matching("On gt datetimeoffset'2024-01-01T00:00:00Z'", loose)).toEqual([0]);
    expect(matching('Amount mul 1.5 gt 1.5', loose)).toEqual([0]);
  });
});
