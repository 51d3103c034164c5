import { AcumaticaQueryError } from '@acurecord/errors';
import { compileFilter, contract5Dialect, contractDialect, odataV4Dialect, parseFilter } from '@acurecord/odata';

const dialects = { contract: contractDialect, contract5: contract5Dialect, v4: odataV4Dialect } as const;

it.each([
  ['contract', "Status eq 'Open' or A gt 5 and B lt 2", "Status eq 'Open' or (A gt 5 and B lt 2)"],
  ['contract', '((A eq 1))', 'A eq 1'],
  ['contract', 'A  eq\t1\r\nand B eq 2', 'A eq 1 and B eq 2'],
  ['contract', '5 lt A', 'A gt 5'],
  ['contract', "'x' eq A", "A eq 'x'"],
  ['contract', 'A eq B', 'A eq B'],
  ['contract', "substringof('x',Name) eq true", "substringof('x',Name)"],
  ['contract', "true eq substringof('x',Name)", "substringof('x',Name)"],
  ['contract', "startswith(Name,'x') eq false", "not startswith(Name,'x')"],
  ['contract', "startswith(Name,'x') ne true", "not startswith(Name,'x')"],
  ['contract', 'Active', 'Active eq true'],
  ['contract', 'Active and not OnHold', 'Active eq true and OnHold ne true'],
  ['contract', 'not (A eq 1 or B gt 2)', 'A ne 1 and B le 2'],
  ['contract', 'A add B mul 2 gt 5', 'A add (B mul 2) gt 5'],
  ['contract', '(A add B) mul 2 gt 5', '(A add B) mul 2 gt 5'],
  ['contract', 'A sub 1 sub 2 gt 5', '(A sub 1) sub 2 gt 5'],
  ['contract', 'A eq 1.50M', 'A eq 1.50M'],
  ['contract', 'A eq 1.50m', 'A eq 1.50M'],
  ['contract', 'A eq 5L', 'A eq 5'],
  ['contract', 'A eq 1.5e3', 'A eq 1500'],
  ['contract', 'A eq 1.5E-3f', 'A eq 0.0015'],
  ['contract', 'A eq -1', 'A eq -1'],
  [
    'contract',
    "D ge datetimeoffset'2019-08-18T23:59:59.999+04:00'",
    "D ge datetimeoffset'2019-08-18T19:59:59.999+00:00'",
  ],
  ['contract', "D ge datetimeoffset'2024-12-31'", "D ge datetimeoffset'2024-12-31'"],
  ['contract', "D ge datetime'2024-12-31T00:00:00'", "D ge datetimeoffset'2024-12-31'"],
  ['contract', "D ge date'2025-06-17'", "D ge datetimeoffset'2025-06-17'"],
  ['contract', "id eq guid'7D38E6F1-0000-4000-8000-0690322D016B'", "id eq guid'7d38e6f1-0000-4000-8000-0690322d016b'"],
  ['contract', 'year(D) eq 2024', "D ge datetimeoffset'2024-01-01' and D lt datetimeoffset'2025-01-01'"],
  ['contract', "tolower(Name) eq 'x'", "Name eq 'x'"],
  ['contract', "cf.String(f='Document.UsrX') eq 'a'", "cf.String(f='Document.UsrX') eq 'a'"],
  ['contract', "A in ('x','y')", "A eq 'x' or A eq 'y'"],
  ['contract', "MainContact/Address/City eq 'o''x'", "MainContact/Address/City eq 'o''x'"],
  ['contract5', "cf.String('Document.UsrX') eq 'a'", "cf.String('Document.UsrX') eq 'a'"],
  ['contract5', "cf.String(f='Document.UsrX') eq 'a'", "cf.String('Document.UsrX') eq 'a'"],
  ['v4', "contains(Name,'x') eq false", "not contains(Name,'x')"],
  ['v4', 'D ge 2024-01-31', 'D ge 2024-01-31'],
  ['v4', 'D ge 2024-01-31T10:20:30+04:00', 'D ge 2024-01-31T06:20:30Z'],
  ['v4', 'id eq 7d38e6f1-0000-4000-8000-0690322d016b', 'id eq 7d38e6f1-0000-4000-8000-0690322d016b'],
  ['v4', 'Details/any(x:x/Qty gt 5)', 'Details/any(d1:d1/Qty gt 5)'],
  [
    'v4',
    'Details/any(x:x/Lots/any(y:y/Qty gt x/Qty) and x/A eq $it/B)',
    'Details/any(d1:d1/Lots/any(d2:d2/Qty gt d1/Qty) and d1/A eq B)',
  ],
  ['v4', 'Details/all(x:x/Qty gt 5)', 'not (Details/any(d1:not (d1/Qty gt 5)))'],
  ['v4', "$it/Name eq 'x'", "Name eq 'x'"],
] as const)('reads %s text %s as %s', (name, text, again) => {
  const dialect = dialects[name];
  expect(compileFilter(parseFilter(text, dialect), dialect)).toBe(again);
});

const deep = `${'('.repeat(600)}A eq 1${')'.repeat(600)}`;

it.each([
  ['contract', '', 1, 'a field, a value, a function or "("'],
  ['contract', 'A eq', 5, 'a field, a value, a function or "("'],
  ['contract', "A eq 'x", 6, 'a closing quote'],
  ['contract', 'A foo 5', 3, '"and", "or" or the end of the filter'],
  ['contract', 'A eq 1 B eq 2', 8, '"and", "or" or the end of the filter'],
  ['contract', '(A eq 1', 8, '"and", "or" or ")"'],
  ['contract', 'A eq 1)', 7, '"and", "or" or the end of the filter'],
  ['contract', '5', 1, 'a condition'],
  ['contract', 'A eq 1 and 5', 12, 'a condition'],
  ['contract', "contains(Name,'x')", 1, 'substringof(), as a contract endpoint calls it'],
  ['contract', 'geo(A) lt 5', 1, 'a function of a contract endpoint'],
  ['contract', 'length(A,B) eq 1', 1, 'length() with another number of arguments'],
  ['contract', 'not A eq 5', 7, '"and", "or" or the end: write not (…) around a comparison'],
  ['contract', 'A in (B)', 7, 'a value'],
  ['contract', 'A in (1;2)', 8, 'a field, a value or an operator'],
  ['contract', '(A eq 1) add 2 eq 3', 1, 'a field or a value'],
  ['contract', 'D ge 2024-01-31', 6, "datetimeoffset'2024-01-31', as a contract endpoint wants it"],
  [
    'contract',
    "D ge datetimeoffset'2024-01-31T10:20:30'",
    6,
    'a day, or a date and time that exists and has its zone (Z or +hh:mm)',
  ],
  [
    'contract',
    "D ge datetimeoffset'2023-02-29'",
    6,
    'a day, or a date and time that exists and has its zone (Z or +hh:mm)',
  ],
  ['contract', "id eq guid'7d38'", 7, 'a GUID'],
  ['contract', "A eq binary'00'", 6, 'a literal with the prefix datetimeoffset, datetime, date or guid'],
  [
    'contract',
    "cf.Text(f='A.B') eq 1",
    4,
    'one of String, Boolean, Byte, Short, Int, Long, Decimal, Double, DateTime, Date, Guid',
  ],
  ['contract', "cf.String(f='A') eq 1", 13, "'View.Field' in quotes"],
  ['contract', 'A eq 1e9999', 6, 'a number with an exponent of at most three digits'],
  ['v4', "substringof('x',Name)", 1, 'contains(), as an OData v4 service calls it'],
  ['v4', "D ge datetimeoffset'2024-01-31'", 6, 'the value without the prefix datetimeoffset, as OData v4 wants it'],
  ['v4', 'Details/any(x)', 14, '":"'],
] as const)('says where %s text %s cannot be read', (name, text, position, expected) => {
  let caught: unknown;
  try {
    parseFilter(text, dialects[name]);
  } catch (error) {
    caught = error;
  }
  expect(AcumaticaQueryError.is(caught) && caught.context).toEqual({ position, expected });
  expect((caught as Error).message).toContain(`position ${position}: expected ${expected}, found `);
});

it.each([
  ['parentheses', deep],
  ['negations', `${'not '.repeat(600)}A`],
  ['functions', `${'trim('.repeat(600)}A${')'.repeat(600)} eq 'x'`],
])('refuses hundreds of nested %s before the stack overflows', (_name, text) => {
  expect(() => parseFilter(text)).toThrow('nested more than 500 levels deep');
});

it('takes text only', () => {
  expect(() => parseFilter(undefined as never)).toThrow('parseFilter() takes text, not undefined.');
});
