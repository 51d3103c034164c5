import { demoSchema } from '../../src/demo/demo-schema.js';
import { compilePredicate } from '../../src/filter/compile-predicate.js';
import { contractFields } from '../../src/filter/contract-fields.js';
import { contract5Dialect, contractDialect } from '../../src/filter/filter-dialect.js';
import { FilterError } from '../../src/filter/filter-error.js';
import { parseFilter } from '../../src/filter/parse-filter.js';
import { recordFromInput } from '../../src/store/record-from-input.js';
import { RecordIds } from '../../src/store/record-ids.js';
import type { StoredRecord } from '../../src/store/stored-record.js';

const ids = new RecordIds(7);
const customerEntity = demoSchema.entities.get('Customer');
if (customerEntity === undefined) throw new Error('the demo company has customers');
const customer = customerEntity;
const make = (input: Record<string, unknown>): StoredRecord => recordFromInput(input, customer, demoSchema, ids);

const records = [
  make({
    CustomerID: 'ABARTENDE',
    CustomerName: "Bob's Bar & Tender",
    CreditLimit: 5000,
    WriteOffLimit: { exact: '10.500000' },
    OrderPriority: 1,
    PrintInvoices: true,
    NoteID: '0eaa2628-2945-ea11-817f-eb1af000b4cf',
    CreatedDateTime: '2023-12-14T17:20:45.16+00:00',
    MainContact: { Email: 'a@b.example', Address: { City: 'New York' } },
    custom: { CustomerBalance: { Balance: { type: 'CustomDecimalField', value: 12.5 } } },
  }),
  make({
    CustomerID: 'ZEBRA',
    CustomerName: 'Zebra (North)',
    CreditLimit: 0,
    PrintInvoices: false,
    CreatedDateTime: '2024-01-01T00:00:00+00:00',
  }),
];

function matching(filter: string, dialect = contractDialect): unknown[] {
  const passes = compilePredicate(parseFilter(filter, dialect), contractFields(demoSchema, customer), dialect);
  return records.filter(passes).map((record) => record.fields.get('CustomerID'));
}

function failure(filter: string): FilterError {
  try {
    matching(filter);
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
  throw new Error(`${filter} was accepted`);
}

const A = ['ABARTENDE'];
const Z = ['ZEBRA'];
const both = ['ABARTENDE', 'ZEBRA'];

describe('$filter on a contract endpoint', () => {
  test.each<[string, string[]]>([
    ["CustomerID eq 'ABARTENDE'", A],
    ["CustomerID eq 'abartende'", A],
    ["CustomerID eq 'abartende  '", A],
    ["CustomerID ne 'ABARTENDE'", Z],
    ["CustomerID gt 'b'", Z],
    ["CustomerName eq 'Bob''s Bar & Tender'", A],
    ["'ZEBRA' eq CustomerID", Z],
    ['CreditLimit gt 0', A],
    ['CreditLimit ge 0', both],
    ['CreditLimit eq 5000', A],
    ['CreditLimit eq 5000M', A],
    ['CreditLimit eq 5e3', A],
    ['CreditLimit eq 0M', Z],
    ['CreditLimit gt -1', both],
    ['WriteOffLimit eq 10.5', A],
    ['OrderPriority eq null', Z],
    ['OrderPriority ne null', A],
    ['OrderPriority lt 2', A],
    ['PrintInvoices eq true', A],
    ['PrintInvoices eq false', Z],
    ["CreditLimit eq 5000 and CustomerID eq 'ZEBRA'", []],
    ["CreditLimit eq 5000 or CustomerID eq 'ZEBRA'", both],
    ["CustomerID eq 'ZEBRA' or CustomerID eq 'ABARTENDE' and CreditLimit eq 1", Z],
    ["(CustomerID eq 'ZEBRA' or CustomerID eq 'ABARTENDE') and CreditLimit eq 1", []],
    ["substringof('bar',CustomerName)", A],
    ["substringof('(n',CustomerName)", Z],
    ["startswith(CustomerName,'zeb')", Z],
    ["endswith(CustomerName,'Tender')", A],
    ["substringof('TENDE',CustomerID) or startswith(CustomerID,'Z')", both],
    ["MainContact/Email eq 'A@B.example'", A],
    ["MainContact/Address/City eq 'New York'", A],
    ['MainContact/Email eq null', Z],
    ["CreatedDateTime ge datetimeoffset'2023-12-14T17:20:45.16+00:00'", both],
    ["CreatedDateTime gt datetimeoffset'2023-12-14T17:20:45.16+00:00'", Z],
    ["CreatedDateTime eq datetimeoffset'2023-12-14T21:20:45.160+04:00'", A],
    ["CreatedDateTime lt datetimeoffset'2024-01-01T00:00:00'", A],
    ["CreatedDateTime eq datetimeoffset'2024-01-01'", Z],
    ["CreatedDateTime eq date'2024-01-01'", Z],
    ["NoteID eq guid'0EAA2628-2945-ea11-817f-eb1af000b4cf'", A],
    ["cf.Decimal(f='CustomerBalance.Balance') eq 12.5M", A],
    ["cf.Decimal(f='CustomerBalance.Balance') eq null", Z],
    ["not (CustomerID eq 'ZEBRA')", A],
    ["not (CustomerID eq 'ZEBRA' or CreditLimit gt 9000)", A],
    ["customerid eq 'ZEBRA'", Z],
  ])('%s', (filter, expected) => expect(matching(filter)).toEqual(expected));

  test.each([
    "substringof('bar',CustomerName) eq true",
    "startswith(CustomerID,'A') eq true",
    "true eq endswith(CustomerID,'A')",
    "substringof('bar',CustomerName) eq false",
  ])('%s silently matches nothing', (filter) => expect(matching(filter)).toEqual([]));

  test('a condition on an empty field is not true, negated or not', () => {
    expect(matching('OrderPriority ne 7')).toEqual(A);
    expect(matching('not (OrderPriority eq 7)')).toEqual(A);
  });

  test.each<[string, string, string]>([
    ["not substringof('x',CustomerName)", 'System.NotSupportedException', "operator 'not'"],
    ["contains(CustomerName,'x')", 'Microsoft.Data.OData.ODataException', "unknown function with name 'contains'"],
    ["tolower(CustomerName) eq 'x'", 'System.NotSupportedException', "function 'tolower'"],
    ["toupper(CustomerName) eq 'x'", 'System.NotSupportedException', "function 'toupper'"],
    ['year(CreatedDateTime) eq 2024', 'System.NotSupportedException', "function 'year'"],
    ['CreditLimit add 1 eq 2', 'System.NotSupportedException', "operator 'add'"],
    [
      "PrintInvoices eq 'true'",
      'Microsoft.Data.OData.ODataException',
      "incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.String' for operator kind 'Equal'",
    ],
    ["CreditLimit gt '5'", 'Microsoft.Data.OData.ODataException', "'Edm.Decimal' and 'Edm.String'"],
    ["CreatedDateTime gt '2024-01-01'", 'Microsoft.Data.OData.ODataException', "'Edm.DateTimeOffset' and 'Edm.String'"],
    ['CreatedDateTime gt 2024-01-01', 'System.NullReferenceException|ODataException', 'Syntax error'],
    ["Nowhere eq 'x'", 'System.Collections.Generic.KeyNotFoundException', 'The given key was not present'],
    ["MainContact/Nowhere eq 'x'", 'System.Collections.Generic.KeyNotFoundException', 'The given key was not present'],
    ["MainContact eq 'x'", 'System.Collections.Generic.KeyNotFoundException', 'The given key was not present'],
    [
      'Contacts/ContactID eq 1',
      'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
      'Optimization cannot be performed.The following fields cause the error:\r\nContacts/ContactID:',
    ],
    ["CreatedDateTime gt datetimeoffset'2019-08-18T23:59:59.999 04:00'", 'ODataException', 'not a valid'],
    ["CreatedDateTime gt datetimeoffset'2024-02-30'", 'ODataException', 'not a valid'],
    ["NoteID eq guid'no'", 'ODataException', "Unrecognized 'guid' literal"],
    ["CustomerID eq 'open", 'ODataException', 'Syntax error at position 14'],
    ['CustomerID eq', 'ODataException', 'Syntax error'],
    ["CustomerID EQ 'x'", 'ODataException', 'Syntax error'],
    ["eq 'x'", 'ODataException', 'Syntax error at position 0'],
    ["(CustomerID eq 'x'", 'ODataException', 'Syntax error'],
    ["CustomerID eq 'x')", 'ODataException', 'Syntax error'],
    ['CustomerID', 'ODataException', 'must evaluate to a single boolean'],
    ["CustomerID in ('a','b')", 'ODataException', 'Syntax error'],
    ["cf.String(f='NoDot') eq 'x'", 'ODataException', 'View.Field'],
    ["cf.Nothing(f='A.B') eq 'x'", 'ODataException', "'cf.Nothing'"],
    ["substringof('x')", 'ODataException', 'No function signature'],
    ["substringof('x',CreditLimit)", 'ODataException', 'No function signature'],
  ])('%s fails with 500', (filter, type, message) => {
    const error = failure(filter);
    expect(error.status).toBe(500);
    expect(error.exceptionType).toMatch(new RegExp(type.replaceAll('.', '\\.')));
    expect(error.message).toContain(message);
  });

  test('contract 5 names custom fields without f=', () => {
    expect(matching("cf.Decimal('CustomerBalance.Balance') gt 12", contract5Dialect)).toEqual(A);
    expect(() => matching("cf.Decimal(f='CustomerBalance.Balance') gt 12", contract5Dialect)).toThrow(FilterError);
  });

  test('a filter of any length or depth is answered, not a crash', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `CreditLimit eq ${String(index)}`).join(' or ');
    expect(matching(many)).toEqual(Z);
    expect(failure('('.repeat(100_000)).status).toBe(500);
    expect(failure(`${'not '.repeat(100_000)}PrintInvoices`).status).toBe(500);
    expect(failure(`CreditLimit eq ${'-'.repeat(100_000)}1`).status).toBe(500);
  });

  test('names of the prototype chain are unknown fields', () => {
    expect(failure("__proto__ eq 'x'").exceptionType).toContain('KeyNotFound');
    expect(failure("constructor eq 'x'").exceptionType).toContain('KeyNotFound');
  });
});
