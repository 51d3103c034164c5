import { compilePredicate } from '../../src/filter/compile-predicate.js';
import type { FieldResolver } from '../../src/filter/field-access.js';
import { odataV4Dialect } from '../../src/filter/filter-dialect.js';
import { FilterError } from '../../src/filter/filter-error.js';
import { parseFilter } from '../../src/filter/parse-filter.js';
import type { FieldType } from '../../src/schema/schema-model.js';
import type { FieldValue } from '../../src/store/stored-record.js';

type Row = Readonly<Record<string, FieldValue>>;

const types: Record<string, FieldType> = {
  Name: 'String',
  Amount: 'Decimal',
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
    On: '2024-01-01T08:30:15.5+00:00',
    Ref: '0eaa2628-2945-ea11-817f-eb1af000b4cf',
    Open: true,
  },
  { Name: 'gamma', Amount: -3, On: '2023-06-30T00:00:00+00:00', Ref: null, Open: false },
  { Name: null, Amount: null, On: null, Ref: null, Open: null },
];

const matching = (filter: string): number[] => {
  const passes = compilePredicate(parseFilter(filter, odataV4Dialect), resolve, odataV4Dialect);
  return rows.flatMap((row, index) => (passes(row) ? [index] : []));
};

describe('$filter on an inquiry', () => {
  test.each<[string, number[]]>([
    ["contains(Name,'BETA')", [0]],
    ["contains(Name,'beta') eq true", [0]],
    ["contains(Name,'beta') eq false", [1]],
    ["not contains(Name,'beta')", [1]],
    ["tolower(Name) eq 'gamma'", [1]],
    ["toupper(trim(concat(Name,' '))) eq 'GAMMA'", [1]],
    ["startswith(Name,'al') or endswith(Name,'MA')", [0, 1]],
    ['length(Name) eq 5', [1]],
    ["indexof(Name,'beta') eq 6", [0]],
    ["substring(Name,6) eq 'beta'", [0]],
    ["substring(Name,0,3) eq 'alp'", [0]],
    ['On gt 2024-01-01T00:00:00Z', [0]],
    ['On ge 2023-06-30 and On lt 2023-07-01', [1]],
    ['On eq 2024-01-01T12:30:15.500+04:00', [0]],
    ['year(On) eq 2023 and month(On) eq 6 and day(On) eq 30', [1]],
    ['hour(On) eq 8 and minute(On) eq 30 and second(On) eq 15', [0]],
    ['date(On) eq 2024-01-01', [0]],
    ['On lt now() and On gt mindatetime()', [0, 1]],
    ['Amount add 1 eq 11.25', [0]],
    ['Amount sub 1 mul 2 eq 8.25', [0]],
    ['-Amount eq 3', [1]],
    ['Amount div 0 eq null', [0, 1, 2]],
    ['Amount mod 2 eq -1', [1]],
    ['round(Amount) eq 10 or floor(Amount) eq -3', [0, 1]],
    ['ceiling(Amount) eq 11', [0]],
    ["Name in ('GAMMA','delta')", [1]],
    ["not (Name in ('gamma'))", [0]],
    ['Ref eq 0EAA2628-2945-ea11-817f-eb1af000b4cf', [0]],
    ['Open', [0]],
    ['not Open', [1]],
    ['Open eq null', [2]],
    ["Name ne 'gamma'", [0]],
  ])('%s', (filter, expected) => expect(matching(filter)).toEqual(expected));

  test.each<[string, string]>([
    ["substringof('a',Name)", "An unknown function with name 'substringof' was found"],
    ["On gt datetimeoffset'2024-01-01'", 'Syntax error'],
    ["cf.String(f='A.B') eq 'x'", "unknown function with name 'cf.String'"],
    ['isof(Name)', "The function 'isof' is not supported"],
    ["Nowhere eq 'x'", "named 'Nowhere'"],
    ["Open eq 'true'", "'Edm.Boolean' and 'Edm.String'"],
    ["Name add 1 eq 'x'", "The operator 'add' takes numbers"],
    ['Items/any(x:x eq 1)', "function 'any' on a collection"],
  ])('%s is refused with 400', (filter, message) => {
    const attempt = (): number[] => matching(filter);
    expect(attempt).toThrow(FilterError);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ status: 400 }) as Error);
  });
});
