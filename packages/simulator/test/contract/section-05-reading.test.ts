import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

const unknownKey = {
  exceptionMessage: 'The given key was not present in the dictionary.',
  exceptionType: 'System.Collections.Generic.KeyNotFoundException',
};

let simulator: Simulator;
let caller: Caller;

beforeAll(async () => {
  simulator = await startSimulator({
    data: {
      Customer: [
        {
          CustomerID: 'BETA',
          CustomerName: 'Beta Bolts',
          CreditLimit: 100,
          Status: 'Active',
          MainContact: { Email: 'b@b.com', Address: { City: 'Rome' } },
        },
        {
          CustomerID: 'ALPHA',
          CustomerName: 'Alpha Arms',
          CreditLimit: 2500.5,
          Status: 'On Hold',
          MainContact: { Email: 'a@a.com', Address: { City: 'Oslo' } },
          custom: { CurrentCustomer: { UsrRegion: 'N' } },
        },
        { CustomerID: 'GAMMA', CustomerName: 'Gamma Gears', Status: 'Active', archived: true },
        { CustomerID: 'A#/B', CustomerName: 'Odd key' },
      ],
      SalesOrder: [
        {
          OrderType: 'SO',
          OrderNbr: '000002',
          CustomerID: 'BETA',
          Date: '2024-05-01',
          Details: [{ InventoryID: 'X', OrderQty: 2 }],
          files: [{ id: '11111111-1111-1111-1111-111111111111', filename: 'a.pdf', comment: 'Plan' }],
        },
        { OrderType: 'SO', OrderNbr: '000001', CustomerID: 'ALPHA', OrderTotal: { exact: '280.000000' } },
      ],
    },
    cannotOptimize: { Case: ['CaseID', 'Subject'] },
  });
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

const ids = async (path: string): Promise<unknown> => {
  const { json } = await caller.get(path);
  return (json as { CustomerID: { value: string } }[]).map((row) => row.CustomerID.value);
};
const one = async (path: string): Promise<Record<string, unknown>> =>
  (await caller.get(path)).json as Record<string, unknown>;

describe('§5.1 basics', () => {
  it('answers a list with a bare array in key order', async () => {
    expect(await ids('Customer')).toEqual(['A#/B', 'ALPHA', 'BETA']);
  });

  it('answers no match with []', async () => {
    expect((await caller.get("Customer?$filter=CustomerID eq 'NOPE'")).text).toBe('[]');
  });

  it('finds a record by its keys between slashes or bars, and by id', async () => {
    const order = await one('SalesOrder/SO/000001');
    expect(await one('SalesOrder/SO%7C000001')).toEqual(order);
    expect(await one(`SalesOrder/${String(order['id'])}`)).toEqual(order);
    expect(order['OrderTotal']).toEqual({ value: 280 });
  });

  it('finds names in any case', async () => {
    expect((await caller.send('GET', '/ENTITY/default/24.200.001/customer/alpha')).status).toBe(200);
  });

  it.each(['Customer/NOPE', 'SalesOrder/SO/999999', 'Customer/00000000-0000-0000-0000-000000000000'])(
    'answers 500 "No entity satisfies the condition." for %s',
    async (path) => {
      const answer = await caller.get(path);
      expect(answer.status).toBe(500);
      expect(answer.json).toMatchObject({
        message: 'An error has occurred.',
        exceptionMessage: 'No entity satisfies the condition.',
        exceptionType: 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException',
      });
    },
  );
});

describe('§5.2 $filter', () => {
  it.each([
    ["CustomerName eq 'ALPHA ARMS'", ['ALPHA']],
    ["substringof('bolt',CustomerName)", ['BETA']],
    ["substringof('bolt',CustomerName) eq true", []],
    ["MainContact/Email eq 'b@b.com'", ['BETA']],
    ["MainContact/Address/City eq 'Oslo' and Status eq 'On Hold'", ['ALPHA']],
    ['CreditLimit gt 100M', ['ALPHA']],
    ['CreditLimit eq null', ['A#/B']],
    ["cf.String(f='CurrentCustomer.UsrRegion') eq 'N'", ['ALPHA']],
  ])('reads %s', async (filter, expected) => {
    expect(await ids(`Customer?$filter=${encodeURIComponent(filter)}`)).toEqual(expected);
  });

  it.each(["contains(CustomerName,'a')", "not substringof('a',CustomerName)", "Nope eq 'a'", 'CustomerName eq'])(
    'answers 500 to %s',
    async (filter) => {
      expect((await caller.get(`Customer?$filter=${encodeURIComponent(filter)}`)).status).toBe(500);
    },
  );
});

describe('§5.3 paging', () => {
  it('skips before it takes', async () => {
    expect(await ids('Customer?$skip=1&$top=1')).toEqual(['ALPHA']);
  });

  it('answers 400 to a count that is none', async () => {
    expect((await caller.get('Customer?$top=many')).status).toBe(400);
  });
});

describe('§5.4 $orderby', () => {
  it('is ignored', async () => {
    expect(await ids('Customer?$orderby=CustomerID desc')).toEqual(['A#/B', 'ALPHA', 'BETA']);
  });
});

describe('§5.5 $select', () => {
  it('shows only what is named, and what every record has', async () => {
    expect(Object.keys(await one('Customer/ALPHA?$select=CustomerName,Status'))).toEqual([
      'id',
      'rowNumber',
      'note',
      'CustomerID',
      'CustomerName',
      'Status',
      'custom',
      '_links',
    ]);
  });

  it('shows expanded members only when it names them, in whole or in part', async () => {
    const bare = await one('SalesOrder/SO/000002?$select=OrderNbr&$expand=Details,files');
    expect(bare).not.toHaveProperty('Details');
    expect(bare).not.toHaveProperty('files');
    const named = await one('SalesOrder/SO/000002?$select=OrderNbr,Details/OrderQty,files&$expand=Details,files');
    expect(Object.keys((named['Details'] as object[])[0] ?? {})).toEqual([
      'id',
      'rowNumber',
      'note',
      'OrderQty',
      'custom',
      '_links',
    ]);
    expect(named['files']).toHaveLength(1);
  });

  it('answers 500 to an unknown name', async () => {
    const answer = await caller.get('Customer?$select=Nope');
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject(unknownKey);
  });
});

describe('§5.6 $expand', () => {
  it('leaves linked members and collections out unless asked', async () => {
    expect(await one('Customer/ALPHA')).not.toHaveProperty('MainContact');
    expect(await one('SalesOrder/SO/000002')).not.toHaveProperty('Details');
  });

  it('opens nested members by path', async () => {
    const { MainContact } = (await one('Customer/ALPHA?$expand=MainContact,MainContact/Address')) as {
      MainContact: { Address: { City: unknown } };
    };
    expect(MainContact.Address.City).toEqual({ value: 'Oslo' });
  });

  it('lists files with their address', async () => {
    expect((await one('SalesOrder/SO/000002?$expand=files'))['files']).toEqual([
      {
        id: '11111111-1111-1111-1111-111111111111',
        filename: 'a.pdf',
        href: '/entity/Default/24.200.001/files/11111111-1111-1111-1111-111111111111',
        comment: 'Plan',
      },
    ]);
  });
});

describe('§5.7 $custom', () => {
  it('shows fields of the form with their type', async () => {
    const { custom } = await one('Customer/ALPHA?$custom=CurrentCustomer.UsrRegion,CurrentCustomer.UsrKeyAccount');
    expect(custom).toEqual({
      CurrentCustomer: {
        UsrRegion: { type: 'CustomStringField', value: 'N' },
        UsrKeyAccount: { type: 'CustomBooleanField', value: null },
      },
    });
  });
});

describe('§5.8 lists that cannot be optimised', () => {
  it('names the fields that cause it, one a line', async () => {
    const answer = await caller.get('Case');
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({
      exceptionType: 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
      exceptionMessage:
        'Optimization cannot be performed.The following fields cause the error:\r\nCaseID: View Filter has BQL delegate\r\nSubject: View Filter has BQL delegate\r\n',
    });
  });

  it('lists other fields', async () => {
    expect((await caller.get('Case?$select=Status')).status).toBe(200);
  });
});

describe('§5.9 unknown things', () => {
  it.each(['NoSuchEntity', 'Customer/NoSuch/NoSuch/NoSuch/x'])('answers an error to %s', async (path) => {
    expect((await caller.get(path)).status).toBeGreaterThanOrEqual(404);
  });

  it('answers 404 to an entity that is not in the endpoint and to an unknown endpoint', async () => {
    expect((await caller.get('NoSuchEntity')).status).toBe(404);
    expect((await caller.send('GET', '/entity/Nope/1.0/Customer')).status).toBe(404);
  });
});

describe('§2.6 archived records', () => {
  it('are shown to requests that ask for them', async () => {
    const { json } = await caller.get('Customer', { 'PX-ApiArchive': 'SHOW' });
    expect(json).toHaveLength(4);
    expect((await caller.get('Customer/GAMMA')).status).toBe(500);
  });
});

describe('§6 the shape of a record', () => {
  it('is compact, in alphabetical order, with {} for empty and the scale of decimals', async () => {
    const { text } = await caller.get('Customer/ALPHA?$select=CustomerName,CreditLimit,TaxZone,WriteOffLimit');
    expect(text).toMatch(
      /^\{"id":"[0-9a-f-]{36}","rowNumber":1,"note":\{"value":""\},"CreditLimit":\{"value":2500.5\},"CustomerID"/,
    );
    expect(text).toContain('"TaxZone":{},"WriteOffLimit":{},"custom":{},"_links":');
    expect((await caller.get('SalesOrder/SO/000001')).text).toContain('"OrderTotal":{"value":280.000000}');
    expect((await caller.get('Customer/BETA')).text).toContain('"CreditLimit":{"value":100.0}');
  });

  it('has no note for a row that never had one', async () => {
    expect((await caller.get('SalesOrder/SO/000002?$expand=Details')).text).toMatch(
      /"Details":\[\{"id":"[^"]+","rowNumber":1,"note":null/,
    );
  });

  it('links records to themselves and to their files, rows to their files only', async () => {
    const order = await one('SalesOrder/SO/000002?$expand=Details');
    const root = '/entity/Default/24.200.001';
    expect(order['_links']).toEqual({
      self: `${root}/SalesOrder/${String(order['id'])}`,
      'files:put': `${root}/files/PX.Objects.SO.SOOrderEntry/Document/${String(order['id'])}/{filename}`,
    });
    const [row] = order['Details'] as { id: string; _links: Record<string, string> }[];
    expect(Object.keys(row?._links ?? {})).toEqual(['files:put']);
  });

  it('writes dates with an offset of +00:00', async () => {
    expect((await one('SalesOrder/SO/000002'))['Date']).toEqual({ value: '2024-05-01T00:00:00+00:00' });
  });
});
