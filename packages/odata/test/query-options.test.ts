import { AcumaticaQueryError } from '@acurecord/errors';
import { contract5Dialect, contractDialect, encodeQuery, F, odataV4Dialect, QueryOptions } from '@acurecord/odata';
import type { QueryOptionsInit } from '@acurecord/odata';

it('writes every option by its wire name', () => {
  const options = new QueryOptions({
    filter: F('Status').eq('Open'),
    select: ['OrderNbr', 'Details/InventoryID'],
    expand: ['Details'],
    custom: ['Document.UsrX'],
    top: 10,
    skip: 20,
  });
  expect(options.toParams()).toEqual({
    $filter: "Status eq 'Open'",
    $select: 'OrderNbr,Details/InventoryID',
    $expand: 'Details',
    $custom: 'Document.UsrX',
    $top: '10',
    $skip: '20',
  });
});

it('writes nothing for nothing', () => {
  expect(new QueryOptions().toParams()).toEqual({});
  expect(new QueryOptions({ select: [], expand: [] }).toParams()).toEqual({});
  expect(new QueryOptions({ skip: 0 }).toParams()).toEqual({ $skip: '0' });
});

it.each<[string, QueryOptionsInit, Record<string, string>, Record<string, string>]>([
  ['keeps select without expand', { select: ['A', 'B', 'A'] }, { $select: 'A,B' }, { $select: 'A,B' }],
  [
    'expands every part on the way',
    { expand: ['MainContact.Address'] },
    { $expand: 'MainContact,MainContact/Address' },
    { $expand: 'MainContact($expand=Address)' },
  ],
  [
    'expands a link below a detail',
    { expand: ['Details/Allocations', 'Details/Item'] },
    { $expand: 'Details,Details/Allocations,Details/Item' },
    { $expand: 'Details($expand=Allocations,Item)' },
  ],
  [
    'names an expanded part in select too',
    { select: ['OrderNbr'], expand: ['Details'] },
    { $select: 'OrderNbr,Details', $expand: 'Details' },
    { $select: 'OrderNbr', $expand: 'Details' },
  ],
  [
    'does not name an expanded part again of which a field is selected',
    { select: ['OrderNbr', 'Details.InventoryID'], expand: ['Details'] },
    { $select: 'OrderNbr,Details/InventoryID', $expand: 'Details' },
    { $select: 'OrderNbr', $expand: 'Details($select=InventoryID)' },
  ],
  [
    'expands the part of a selected field',
    { select: ['OrderNbr', 'MainContact/Address/City'] },
    { $select: 'OrderNbr,MainContact/Address/City', $expand: 'MainContact,MainContact/Address' },
    { $select: 'OrderNbr', $expand: 'MainContact($expand=Address($select=City))' },
  ],
  [
    'expands selected files',
    { select: ['InventoryID', 'files'] },
    { $select: 'InventoryID,files', $expand: 'files' },
    { $select: 'InventoryID', $expand: 'files' },
  ],
  [
    'keeps a part that is selected as a whole',
    { select: ['A', 'Roles'], expand: ['Roles'] },
    { $select: 'A,Roles', $expand: 'Roles' },
    { $select: 'A', $expand: 'Roles' },
  ],
  [
    'selects fields and parts of one detail',
    { select: ['Details/Qty', 'Details/Item/Name'], expand: ['Details/Item'] },
    { $select: 'Details/Qty,Details/Item/Name', $expand: 'Details,Details/Item' },
    { $expand: 'Details($select=Qty;$expand=Item($select=Name))' },
  ],
  [
    'leaves the dot of custom',
    { select: ['OrderNbr', 'custom.Item'] },
    { $select: 'OrderNbr,custom.Item' },
    { $select: 'OrderNbr,custom.Item' },
  ],
])('%s', (_name, init, contract, nested) => {
  expect(new QueryOptions(init).toParams(contractDialect)).toEqual(contract);
  expect(new QueryOptions(init).toParams(odataV4Dialect)).toEqual(nested);
});

it('names expanded parts in the select of a contract 5 endpoint', () => {
  const options = new QueryOptions({ select: ['OrderNbr', 'Details/Qty'], expand: ['Details', 'MainContact'] });
  expect(options.toParams(contract5Dialect)).toEqual({
    $select: 'OrderNbr,Details,MainContact',
    $expand: 'Details($select=Qty),MainContact',
  });
});

it('expands the detail of a custom field', () => {
  const options = new QueryOptions({ custom: ['Document.AttributePRODUCT', 'Details/Transactions.UsrX'] });
  expect(options.toParams()).toEqual({
    $expand: 'Details',
    $custom: 'Document.AttributePRODUCT,Details/Transactions.UsrX',
  });
});

it('sorts and counts in OData v4', () => {
  const options = new QueryOptions({ orderBy: ['OrderDate desc', 'MainContact.Email', 'A asc'], count: true });
  expect(options.toParams(odataV4Dialect)).toEqual({ $orderby: 'OrderDate desc,MainContact/Email,A', $count: 'true' });
});

it.each<[QueryOptionsInit, keyof typeof dialects, string]>([
  [
    { orderBy: ['A'] },
    'contract',
    'orderBy cannot be asked of a contract endpoint. Contract endpoints do not sort: they ignore $orderby and keep the order of the form. Sort the records in the program, or ask an inquiry through OData.',
  ],
  [
    { count: true },
    'contract',
    'count cannot be asked of a contract endpoint. Contract endpoints do not count. Read the records with a narrow select and count them in the program.',
  ],
  [
    { custom: ['Document.UsrX'] },
    'v4',
    'custom cannot be asked of an OData v4 service. $custom belongs to contract endpoints. Select the column of the inquiry instead.',
  ],
])('refuses %j in the dialect %s', (init, name, message) => {
  expect(() => new QueryOptions(init).toParams(dialects[name])).toThrow(message);
});

const dialects = { contract: contractDialect, v4: odataV4Dialect } as const;

it.each<[unknown, string]>([
  [{ filter: undefined }, 'filter is undefined. Leave it away when it is not wanted.'],
  [{ top: undefined }, 'top is undefined. Leave it away when it is not wanted.'],
  [{ top: -1 }, 'top is a whole number from 0 upwards, not -1.'],
  [{ top: 1.5 }, 'top is a whole number from 0 upwards, not 1.5.'],
  [{ skip: Number.NaN }, 'skip is a whole number from 0 upwards, not NaN.'],
  [{ top: '5' }, 'top is a whole number from 0 upwards, not "5".'],
  [{ select: 'A,B' }, 'select takes an array of texts, not "A,B".'],
  [{ select: [5] }, 'select takes an array of texts, not an array.'],
  [{ select: ['A,B'] }, 'select: "A,B" is not a path such as MainContact/Address.'],
  [{ select: ['A&$top=1'] }, 'select: "A&$top=1" is not a path such as MainContact/Address.'],
  [{ expand: ['A('] }, 'expand: "A(" is not a path such as MainContact/Address.'],
  [{ expand: [''] }, 'expand: "" is not a path such as MainContact/Address.'],
  [{ custom: ['UsrX'] }, 'custom: "UsrX" is not of the form View.Field or Details/View.Field, such as Document.UsrX.'],
  [
    { custom: ['A.B,C.D'] },
    'custom: "A.B,C.D" is not of the form View.Field or Details/View.Field, such as Document.UsrX.',
  ],
  [{ orderBy: ['A down'] }, `orderBy: "A down" is not of the form 'OrderDate' or 'OrderDate desc'.`],
  [{ orderBy: ['A,B'] }, 'orderBy: "A,B" is not a path such as MainContact/Address.'],
  [{ filter: {} }, '{} says nothing. Leave the condition away to read every record.'],
  [{ filter: { Status: undefined } }, 'Status eq: undefined is not a value that a filter can hold.'],
  [
    { fitler: F('A').eq(1) },
    'There is no query option fitler. There are select, expand, custom, orderBy, filter, top, skip, count.',
  ],
])('refuses %j before anything is sent', (init, message) => {
  let caught: unknown;
  try {
    new QueryOptions(init as QueryOptionsInit);
  } catch (error) {
    caught = error;
  }
  expect(AcumaticaQueryError.is(caught) && caught.message).toBe(message);
});

it('takes values to be equal to, and text, as a filter', () => {
  expect(new QueryOptions({ filter: { Status: 'Open', Total: 5 } }).toParams()).toEqual({
    $filter: "Status eq 'Open' and Total eq 5",
  });
  expect(new QueryOptions({ filter: "Status eq 'Open'" }).toParams()).toEqual({ $filter: "Status eq 'Open'" });
});

it('gives changed copies and never changes itself', () => {
  const options = new QueryOptions({ filter: F('A').eq(1), select: ['A'], top: 10, count: true });
  const changed = options.with({ top: 20, skip: 5, filter: null, count: null });
  expect(changed.toParams()).toEqual({ $select: 'A', $top: '20', $skip: '5' });
  expect([options.top, options.skip, options.count]).toEqual([10, undefined, true]);
  expect(() => options.with({ top: undefined as never })).toThrow('top is undefined');
  expect(Object.isFrozen(options) && Object.isFrozen(options.select)).toBe(true);
});

it('is not touched by later changes of what it was given', () => {
  const select = ['A'];
  const options = new QueryOptions({ select });
  select.push('B');
  expect(options.toParams()).toEqual({ $select: 'A' });
});

it.each([
  [{ $filter: "A eq 'b c'", $top: '5' }, "$filter=A%20eq%20'b%20c'&$top=5"],
  [
    { $filter: "D ge datetimeoffset'2024-01-31T10:20:30+00:00'" },
    "$filter=D%20ge%20datetimeoffset'2024-01-31T10%3A20%3A30%2B00%3A00'",
  ],
  [{ $filter: "substringof('100%',Name)" }, "$filter=substringof('100%25',Name)"],
  [{ $expand: 'MainContact,MainContact/Address' }, '$expand=MainContact,MainContact/Address'],
  [{ $expand: 'Details($select=A;$expand=B)' }, '$expand=Details(%24select%3DA%3B%24expand%3DB)'],
  [{ $filter: "A eq '&=#?!*~\"+é😀'" }, "$filter=A%20eq%20'%26%3D%23%3F%21%2A~%22%2B%C3%A9%F0%9F%98%80'"],
  [{ 'a b&': 'x' }, 'a%20b%26=x'],
  [{}, ''],
])('encodes %j once', (params, query) => {
  expect(encodeQuery(params as Record<string, string>)).toBe(query);
});
