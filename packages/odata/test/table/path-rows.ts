import { allOf, anyOf, conditionFrom, decimal, F, not, raw } from '@acurecord/odata';
import { c, v } from '../order-fields.js';
import type { Condition } from '@acurecord/odata';
import type { Order } from '../order-fields.js';
import { refused } from './filter-row.js';
import type { FilterRow } from './filter-row.js';

/** Links, details, custom fields, the shorthand, raw text, and what is no condition at all. */
export const pathRows: readonly FilterRow[] = [
  // links, details and custom fields
  [() => F.MainContact.Email.eq('a@b.c'), "MainContact/Email eq 'a@b.c'"],
  [() => F.MainContact.Email.ne(null), 'MainContact/Email ne null'],
  [() => F.MainContact.Address.City.eq('New York'), "MainContact/Address/City eq 'New York'"],
  [
    () => F.MainContact.Email.contains('@').and(F.Status.eq('Active')),
    "substringof('@',MainContact/Email) and Status eq 'Active'",
    "contains(MainContact/Email,'@') and Status eq 'Active'",
  ],
  [
    () => F.MainContact.Address.City.toLower().eq('new york'),
    "MainContact/Address/City eq 'new york'",
    "tolower(MainContact/Address/City) eq 'new york'",
  ],
  [() => c.MainContact.Email.eq('a@b.c'), "MainContact/Email eq 'a@b.c'"],
  [() => c.MainContact.Address.City.startsWith('New'), "startswith(MainContact/Address/City,'New')"],
  [
    () => c.MainContact.Since.ge('2024-01-01'),
    "MainContact/Since ge datetimeoffset'2024-01-01'",
    'MainContact/Since ge 2024-01-01T00:00:00Z',
  ],
  [
    () => c.UsrRegion.eq('EMEA'),
    "cf.String(f='Document.UsrRegion') eq 'EMEA'",
    refused(
      'cf Document.UsrRegion cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => c.UsrRegion.toLower().contains('em'),
    "substringof('em',cf.String(f='Document.UsrRegion'))",
    refused(
      'cf Document.UsrRegion cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => c.UsrScore.gt('1.5'),
    "cf.Decimal(f='CurrentDocument.UsrScore') gt 1.5M",
    refused(
      'cf CurrentDocument.UsrScore cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('String', 'Document', 'UsrX').eq('a'),
    "cf.String(f='Document.UsrX') eq 'a'",
    refused(
      'cf Document.UsrX cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('Decimal', 'Document', 'CuryBalanceWOTotal').eq(decimal('0')),
    "cf.Decimal(f='Document.CuryBalanceWOTotal') eq 0M",
    refused(
      'cf Document.CuryBalanceWOTotal cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('DateTime', 'Items', 'Date').ge('2024-01-31'),
    "cf.DateTime(f='Items.Date') ge datetimeoffset'2024-01-31'",
    refused(
      'cf Items.Date cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('Boolean', 'Item', 'UsrFlag').eq(true),
    "cf.Boolean(f='Item.UsrFlag') eq true",
    refused(
      'cf Item.UsrFlag cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('Int', 'Item', 'UsrCount').in([1, 2]),
    "cf.Int(f='Item.UsrCount') eq 1 or cf.Int(f='Item.UsrCount') eq 2",
    refused(
      'cf Item.UsrCount cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('Guid', 'Item', 'NoteID').eq('7d38e6f1-0000-4000-8000-0690322d016b'),
    "cf.Guid(f='Item.NoteID') eq guid'7d38e6f1-0000-4000-8000-0690322d016b'",
    refused(
      'cf Item.NoteID cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('String', 'Document', 'AttributeCOLOR').contains("o'x"),
    "substringof('o''x',cf.String(f='Document.AttributeCOLOR'))",
    refused(
      'cf Document.AttributeCOLOR cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('String', 'Document', 'UsrX').isNull(),
    "cf.String(f='Document.UsrX') eq null",
    refused(
      'cf Document.UsrX cannot be asked of an OData v4 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F.cf('Text' as 'String', 'Document', 'UsrX').eq('a'),
    refused(
      'F.cf(): "Text" is no type of a custom field. Use one of String, Boolean, Byte, Short, Int, Long, Decimal, Double, DateTime, Date, Guid.',
    ),
  ],
  [
    () => F.cf('String', "Document') or (A eq 1", 'UsrX').eq('a'),
    refused('F.cf(): "Document\') or (A eq 1" cannot be the name of a view or a field.'),
  ],
  [() => F.cf('String', 'Document', '').eq('a'), refused('F.cf(): "" cannot be the name of a view or a field.')],
  [
    () => F.cf('Boolean', 'Document', 'UsrX').gt(true),
    refused('cf Document.UsrX is a Boolean, which has no gt(). It offers eq, ne, in, isNull, isNotNull.'),
  ],
  [
    () => F('Details').some((row) => row.Qty.gt(5)),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    'Details/any(d1:d1/Qty gt 5)',
  ],
  [
    () => F('Details').some((row) => row.Qty.gt(5).and(row.InventoryID.eq('A'))),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    "Details/any(d1:d1/Qty gt 5 and d1/InventoryID eq 'A')",
  ],
  [
    () => F('Details').some((row) => row.Qty.gt(F.OrderTotal)),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    'Details/any(d1:d1/Qty gt OrderTotal)',
  ],
  [
    () =>
      F('Details')
        .some((row) => row.Qty.gt(5))
        .and(F.Status.eq('Open')),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    "Details/any(d1:d1/Qty gt 5) and Status eq 'Open'",
  ],
  [
    () =>
      F('Details')
        .some((row) => row.Qty.gt(5))
        .not(),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    'not (Details/any(d1:d1/Qty gt 5))',
  ],
  [
    () => F('Details').some((row) => row.Qty.eq(1).or(row.Qty.eq(2))),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    'Details/any(d1:d1/Qty eq 1 or d1/Qty eq 2)',
  ],
  [
    () => F('Details').some((row) => row('Allocations').some((inner) => inner.Qty.gt(row.Qty))),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    'Details/any(d1:d1/Allocations/any(d2:d2/Qty gt d1/Qty))',
  ],
  [
    () => F('MainContact.Phones').some((row) => row.Type.eq('Fax')),
    refused(
      'MainContact/Phones.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    "MainContact/Phones/any(d1:d1/Type eq 'Fax')",
  ],
  [
    () => v.Details.some((row) => row.OrderQty.gt('5.50')),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    'Details/any(d1:d1/OrderQty gt 5.50)',
  ],
  [
    () => v.Details.some((row) => row.Allocations.some((lot) => lot.LotNbr.startsWith('L'))),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    "Details/any(d1:d1/Allocations/any(d2:startswith(d2/LotNbr,'L')))",
  ],
  [
    () => v.Details.some((row) => row.InventoryID.in(['A', 'B'])),
    refused(
      'Details.some() cannot be asked of a contract endpoint. Contract endpoints cannot filter by detail rows; they fail or give the wrong records. Read the rows with expand() and filter them in the program.',
    ),
    "Details/any(d1:d1/InventoryID eq 'A' or d1/InventoryID eq 'B')",
  ],
  [
    () => (c.Details as unknown as typeof c.Status).eq('Open'),
    refused(
      "Details cannot be compared, since Details is a list of rows. Read the rows with expand('Details') and filter them in the program.",
    ),
  ],
  [
    () => (c.MainContact as unknown as typeof c.Status).eq('Open'),
    refused('MainContact is a linked record, which has no eq(). Name one of its fields, as in MainContact.Email.'),
  ],
  [() => (c as never as Record<string, typeof c.Status>)['Statsu']!.eq('Open'), refused('SalesOrder has no Statsu.')],
  [
    () => F('A eq 1 or B').eq(1),
    refused('"A eq 1 or B" is not a field or a path of fields such as MainContact/Address/City.'),
  ],
  [() => F['A eq 1 or B'].eq(1), refused('"A eq 1 or B" cannot be the name of a field.')],
  [() => F('').eq(1), refused('"" is not a field or a path of fields such as MainContact/Address/City.')],
  [() => F('A//B').eq(1), refused('"A//B" is not a field or a path of fields such as MainContact/Address/City.')],
  // shorthand and raw text
  [() => conditionFrom({ Status: 'Active' }, F), "Status eq 'Active'"],
  [
    () => conditionFrom({ Status: 'Active', Balance: 5, Active: true }, F),
    "Status eq 'Active' and Balance eq 5 and Active eq true",
  ],
  [() => conditionFrom({ Email: null }, F), 'Email eq null'],
  [
    () => conditionFrom({ MainContact: { Email: 'a@b.c', Address: { City: 'NY' } } }, F),
    "MainContact/Email eq 'a@b.c' and MainContact/Address/City eq 'NY'",
  ],
  [
    () => conditionFrom({ Date: '2024-01-31', OrderTotal: '10.50' }, c),
    "Date eq datetimeoffset'2024-01-31' and OrderTotal eq 10.50M",
    'Date eq 2024-01-31T00:00:00Z and OrderTotal eq 10.50',
  ],
  [
    () => conditionFrom<Order>((o) => o.Status.eq('Open').and(o.OrderTotal.gt(5000)), c),
    "Status eq 'Open' and OrderTotal gt 5000",
  ],
  [
    () => conditionFrom({ 'MainContact.Email': 'a@b.c', toString: 5 }, F),
    "MainContact/Email eq 'a@b.c' and toString eq 5",
  ],
  [() => conditionFrom({ Status: F('Before') }, F), 'Status eq Before'],
  [
    () => conditionFrom({ Status: F('A').eq(1) }, F),
    refused('Status eq: an object is not a value that a filter can hold.'),
  ],
  [() => conditionFrom({}, F), refused('{} says nothing. Leave the condition away to read every record.')],
  [
    () => conditionFrom({ Status: undefined }, F),
    refused('Status eq: undefined is not a value that a filter can hold.'),
  ],
  [
    () => conditionFrom({ Status: ['Active'] }, F),
    refused('Status: a list of values is compared with in(), not with the shorthand.'),
  ],
  [
    () => conditionFrom(((o: typeof c) => o.Status === ('Open' as never)) as never, c),
    refused(
      "The function given to where() takes conditions such as c.Status.eq('Active'), but got false. Compare with eq(), not with === or ==.",
    ),
  ],
  [
    () => conditionFrom(null as never, F),
    refused("A condition is c.Status.eq('Active'), a function of the fields or { Status: 'Active' }, not null."),
  ],
  [() => raw("Status eq 'Open'"), "Status eq 'Open'"],
  [() => raw("Status eq 'Open'").and(F.A.eq(1)), "(Status eq 'Open') and A eq 1"],
  [() => raw('A eq 1 or B eq 2').and(F.C.eq(3)), '(A eq 1 or B eq 2) and C eq 3'],
  [() => raw("A eq ')' "), "A eq ')'"],
  [() => raw('A eq 1) or (B eq 2'), refused('raw(): the parentheses do not match in A eq 1) or (B eq 2')],
  [() => raw("A eq 'x"), refused("raw(): a quote is left open in A eq 'x")],
  [() => raw(' '), refused('raw() takes filter text, not " ".')],
  // things that are no values
  [() => F.A.eq(undefined), refused('A eq: undefined is not a value that a filter can hold.')],
  [() => F.A.eq({}), refused('A eq: an object is not a value that a filter can hold.')],
  [() => F.A.eq([]), refused('A eq: an array is not a value that a filter can hold.')],
  [() => F.A.eq(() => 1), refused('A eq: a function is not a value that a filter can hold.')],
  [() => F.A.eq(Symbol.iterator), refused('A eq: Symbol(Symbol.iterator) is not a value that a filter can hold.')],
  [() => F.A.eq(F.B.eq(1)), refused('A eq: an object is not a value that a filter can hold.')],
  [() => F.A.eq(1).and(), refused('and() needs a condition to combine with.')],
  [
    () => F.A.eq(1).and(true),
    refused(
      "and() takes conditions such as c.Status.eq('Active'), but got true. Compare with eq(), not with === or ==.",
    ),
  ],
  [() => F.A.eq(1).or('x'), refused('or() takes conditions such as c.Status.eq(\'Active\'), but got "x".')],
  [() => allOf([]), refused('allOf([]) says nothing. Leave the filter away to read every record.')],
  [() => anyOf([]), refused('anyOf([]) would match no record. Do not ask the server when the list is empty.')],
  [
    () => allOf([undefined as unknown as Condition]),
    refused("allOf() takes conditions such as c.Status.eq('Active'), but got undefined."),
  ],
  [
    () => not(false as unknown as Condition),
    refused(
      "not() takes conditions such as c.Status.eq('Active'), but got false. Compare with eq(), not with === or ==.",
    ),
  ],
];
