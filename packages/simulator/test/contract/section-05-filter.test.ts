import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import type { RawAnswer } from '../support/raw-request.js';

let simulator: Simulator;
let caller: Caller;

const data: SimulatorOptions['data'] = {
  Customer: [
    {
      CustomerID: 'ALPHA',
      CustomerName: 'Alpha Arms',
      Status: 'Active',
      CreditLimit: 500,
      PrintInvoices: true,
      CreatedDateTime: '2019-08-18T19:59:59.999Z',
      MainContact: { Email: 'a@b' },
      NoteID: '0eaa2628-2945-ea11-817f-eb1af000b4cf',
      custom: {
        CurrentCustomer: {
          UsrRegion: { type: 'CustomStringField', value: 'N' },
          UsrLoyaltyPoints: { type: 'CustomIntField', value: 7 },
        },
      },
    },
    { CustomerID: 'BETA', CustomerName: 'Beta Bolts', Status: 'On Hold', CreditLimit: 0, PrintInvoices: false },
  ],
  PurchaseOrder: [{ Type: 'Normal', OrderNbr: 'PO1', Description: 'first' }],
};

const start = async (assume: SimulatorOptions['assume'] = {}): Promise<void> => {
  simulator = await startSimulator({ data, assume });
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());

const filtered = (filter: string, entity = 'Customer'): Promise<RawAnswer> =>
  caller.send('GET', `/entity/Default/24.200.001/${entity}?$filter=${encodeURIComponent(filter)}`);

async function found(filter: string, entity = 'Customer', key = 'CustomerID'): Promise<unknown[]> {
  const { status, json, text } = await filtered(filter, entity);
  if (status !== 200) throw new Error(`${String(status)} ${text}`);
  return (json as Record<string, { value: unknown }>[]).map((record) => record[key]?.value);
}

describe('§5.2 every row of the table', () => {
  beforeEach(() => start());

  test.each<[string, string, string[]]>([
    ['comparison, and, or, parentheses', "(CreditLimit gt 100 or CreditLimit lt 0) and Status ne 'On Hold'", ['ALPHA']],
    ['at least, at most', 'CreditLimit ge 500 and CreditLimit le 500', ['ALPHA']],
    ['less than', 'CreditLimit lt 500', ['BETA']],
    ['strings in any case', "CustomerName eq 'ALPHA arms'", ['ALPHA']],
    ['substringof, needle first', "substringof('BOLT',CustomerName)", ['BETA']],
    ['startswith', "startswith(CustomerName,'alp')", ['ALPHA']],
    ['endswith', "endswith(CustomerName,'bolts')", ['BETA']],
    ['a function with eq true: nothing, silently', "startswith(CustomerName,'alp') eq true", []],
    ['endswith with eq true: nothing either', "endswith(CustomerName,'bolts') eq true", []],
    ['substringof with eq true: nothing either', "substringof('bolt',CustomerName) eq true", []],
    ['a date with its zone', "CreatedDateTime eq datetimeoffset'2019-08-18T23:59:59.999+04:00'", ['ALPHA']],
    ['a moment without zone', "CreatedDateTime eq datetimeoffset'2019-08-18T19:59:59.999'", ['ALPHA']],
    ['a date without time', "CreatedDateTime gt datetimeoffset'2019-08-18'", ['ALPHA']],
    ['a date of the newer guide', "CreatedDateTime lt date'2025-06-17'", ['ALPHA']],
    ['a plain decimal', 'CreditLimit eq 500', ['ALPHA']],
    ['a decimal with M', 'CreditLimit eq 0M', ['BETA']],
    ['a boolean', 'PrintInvoices eq false', ['BETA']],
    ['null', 'CreatedDateTime eq null', ['BETA']],
    ['not null', 'CreatedDateTime ne null', ['ALPHA']],
    ['a guid', "NoteID eq guid'0EAA2628-2945-ea11-817f-eb1af000b4cf'", ['ALPHA']],
    ['a field of a linked entity', "MainContact/Email eq 'a@b'", ['ALPHA']],
    ['a custom text', "cf.String(f='CurrentCustomer.UsrRegion') eq 'n'", ['ALPHA']],
    ['a custom number', "cf.Int(f='CurrentCustomer.UsrLoyaltyPoints') gt 5", ['ALPHA']],
    ['the label of a drop-down', "Status eq 'On Hold'", ['BETA']],
    ['an and over two views', "Status eq 'Active' and MainContact/Email eq 'a@b'", ['ALPHA']],
  ])('%s', async (_name, filter, expected) => expect(await found(filter)).toEqual(expected));

  test.each<[string, string, string]>([
    ['not before a function', "not substringof('a',CustomerName)", 'not'],
    ['contains', "contains(CustomerName,'a')", 'contains'],
    ['tolower', "tolower(CustomerName) eq 'a'", 'tolower'],
    ['toupper', "toupper(CustomerName) eq 'A'", 'toupper'],
    [
      'a quoted boolean',
      "PrintInvoices eq 'true'",
      "incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.String'",
    ],
    [
      'a detail field',
      'Contacts/ContactID eq 1',
      'Optimization cannot be performed.The following fields cause the error:\r\n',
    ],
  ])('%s: 500', async (_name, filter, text) => {
    const { status, json } = await filtered(filter);
    expect(status).toBe(500);
    expect((json as { exceptionMessage: string }).exceptionMessage).toContain(text);
  });

  test('a field of a linked entity that is expanded', async () => {
    const filter = encodeURIComponent("MainContact/Email eq 'a@b'");
    const { json } = await caller.get(`Customer?$filter=${filter}&$expand=MainContact`);
    expect(json).toMatchObject([{ MainContact: { Email: { value: 'a@b' } } }]);
  });

  test('a plus that is not encoded is a blank, so the date is none', async () => {
    const path =
      "/entity/Default/24.200.001/Customer?$filter=CreatedDateTime%20eq%20datetimeoffset'2019-08-18T23:59:59.999+04:00'";
    expect((await caller.send('GET', path)).status).toBe(500);
  });
});

describe('§5.2 where instances differ', () => {
  test('an and over two views may find nothing', async () => {
    await start({ crossViewFilterIsEmpty: true });
    expect(await found("Status eq 'Active' and MainContact/Email eq 'a@b'")).toEqual([]);
  });

  test('a detail field may find nothing', async () => {
    await start({ detailFilter: 'empty' });
    expect(await found('Contacts/ContactID eq 1')).toEqual([]);
  });

  test('guid literals may not be understood', async () => {
    await start({ guidLiteral: false });
    expect((await filtered("NoteID eq guid'0eaa2628-2945-ea11-817f-eb1af000b4cf'")).status).toBe(500);
  });

  test('names may need their case', async () => {
    await start({ fieldNameCase: 'sensitive' });
    expect((await filtered("customerid eq 'ALPHA'")).status).toBe(500);
  });

  test.each([
    ['fails', 500],
    ['empty', 200],
    ['works', 200],
  ] as const)('shipments filtered by something else than their key: %s', async (complexFormFilter, status) => {
    await start({ complexFormFilter });
    const answer = await filtered("CreatedDateTime gt datetimeoffset'2019-08-18'", 'Shipment');
    expect(answer.status).toBe(status);
    if (status === 200) expect((answer.json as unknown[]).length > 0).toBe(complexFormFilter === 'works');
  });

  test.each(['works', 'fails', 'empty'] as const)(
    'complex forms filtered by something else than their keys: %s',
    async (complexFormFilter) => {
      await start({ complexFormFilter });
      expect(await found("Type eq 'Normal' and OrderNbr eq 'PO1'", 'PurchaseOrder', 'OrderNbr')).toEqual(['PO1']);
      const { status, json } = await filtered("Description eq 'first'", 'PurchaseOrder');
      expect(status).toBe(complexFormFilter === 'fails' ? 500 : 200);
      if (status === 200) expect(json).toHaveLength(complexFormFilter === 'works' ? 1 : 0);
    },
  );
});
