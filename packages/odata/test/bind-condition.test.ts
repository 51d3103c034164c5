import { AcumaticaQueryError } from '@acurecord/errors';
import {
  raw,
  bindCondition,
  compileFilter,
  conditionFrom,
  contractDialect,
  decimal,
  F,
  guid,
  odataV4Dialect,
  parseFilter,
} from '@acurecord/odata';
import type { Condition } from '@acurecord/odata';
import { c, describeOrder, v } from './order-fields.js';

const bound = (condition: Condition) => compileFilter(bindCondition(condition, describeOrder), contractDialect);

it.each([
  ['a day', F('Date').ge('2024-01-31'), "Date ge datetimeoffset'2024-01-31'"],
  ['an instant', F('Date').ge('2024-01-31T10:20:30Z'), "Date ge datetimeoffset'2024-01-31T10:20:30+00:00'"],
  ['days in a list', F('Date').in(['2024-01-31', null]), "Date eq datetimeoffset'2024-01-31' or Date eq null"],
  ['an exact decimal', F('OrderTotal').gt('10.50'), 'OrderTotal gt 10.50M'],
  ['a decimal beside a double', F('Weight').gt(decimal('10.50')), 'Weight gt 10.50M'],
  [
    'a GUID',
    F('NoteID').eq('7D38E6F1-0000-4000-8000-0690322D016B'),
    "NoteID eq guid'7d38e6f1-0000-4000-8000-0690322d016b'",
  ],
  [
    'a marked GUID',
    F('id').eq(guid('7d38e6f1-0000-4000-8000-0690322d016b')),
    "id eq guid'7d38e6f1-0000-4000-8000-0690322d016b'",
  ],
  ['an unmapped field', F('UsrRegion').contains('x'), "substringof('x',cf.String(f='Document.UsrRegion'))"],
  ['a linked date', F('MainContact/Since').lt('2024-01-31'), "MainContact/Since lt datetimeoffset'2024-01-31'"],
  [
    'functions',
    F('Description').toLower().substring(1, 2).concat('x').eq('y'),
    "concat(substring(Description,1,2),'x') eq 'y'",
  ],
  ['arithmetic', F('OrderTotal').add('0.05').mul(F('Lines')).gt(5), '(OrderTotal add 0.05M) mul Lines gt 5'],
  [
    'all that combines',
    F('Date').ge('2024-01-31').or(F('Lines').eq(1)).and(F('Approved').eq(true).not()),
    "(Date ge datetimeoffset'2024-01-31' or Lines eq 1) and Approved ne true",
  ],
  ['a literal on the left', parseFilter("'2024-01-31' le Date"), "Date ge datetimeoffset'2024-01-31'"],
  ['custom fields', F.cf('Decimal', 'Document', 'UsrX').gt('1.5'), "cf.Decimal(f='Document.UsrX') gt 1.5M"],
  ['null', F('Date').eq(null), 'Date eq null'],
])('looks up %s', (_name, condition, text) => {
  expect(bound(condition)).toBe(text);
});

it('looks up fields of detail rows', () => {
  const condition = F('Details').some((row) =>
    row('Allocations').some((lot) => lot('Qty').gt('1.5').and(row('InventoryID').eq('A'))),
  );
  const text = compileFilter(bindCondition(condition, describeOrder), odataV4Dialect);
  expect(text).toBe("Details/any(d1:d1/Allocations/any(d2:d2/Qty gt 1.5 and d1/InventoryID eq 'A'))");
});

it('changes nothing in a condition that was built from typed fields', () => {
  const typed = c.Date.ge('2024-01-31').and(c.UsrScore.gt('1.5'), c.Status.in(['Open']), c.MainContact.Email.isNull());
  expect(bindCondition(typed, describeOrder)).toEqual(typed);
  const rows = v.Details.some((row) => row.OrderQty.gt('1.5'));
  expect(bindCondition(rows, describeOrder)).toEqual(rows);
});

it.each([
  ['an unknown field', F('Statsu').eq('Open'), 'SalesOrder has no Statsu.'],
  ['a wrong value', F('Date').ge('soon'), 'Date ge: a DateTime is needed, and "soon" is none that exists.'],
  ['a wrong operator', F('Approved').gt(true), 'Approved is a Boolean, which has no gt().'],
  ['a list', F('Details/OrderQty').gt(5), 'Details/OrderQty cannot be compared, since Details is a list of rows.'],
  ['a link', F('MainContact').eq('x'), 'MainContact is a linked record, which has no eq().'],
  ['a field below a field', F('Status/Name').eq('x'), 'Status is a String and has no member Name.'],
  [
    'rows of a field',
    F('Status').some((row) => row('A').eq(1)),
    'Status is a String, not a list of rows: it has no some().',
  ],
])('refuses %s', (_name, condition, message) => {
  expect(() => bound(condition)).toThrow(message);
});

it('happens to conditions of F that are given beside typed fields, and refuses names that the schema does not know', () => {
  expect(compileFilter(conditionFrom(F('Date').ge('2024-01-31'), c))).toBe("Date ge datetimeoffset'2024-01-31'");
  const built = conditionFrom(() => F('OrderTotal').gt('10.50'), c);
  expect(compileFilter(built)).toBe('OrderTotal gt 10.50M');
  expect(() => conditionFrom(F('Later').eq('2024-01-31'), c)).toThrow(AcumaticaQueryError);
  expect(() => conditionFrom(parseFilter("Latre eq 'x'"), c)).toThrow('Latre');
  expect(compileFilter(conditionFrom(raw("Later eq 'x'"), c))).toBe("Later eq 'x'");
});
