import { rawRequest } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { idOf, newOrder, rowsOf, values } from '../support/wire-record.js';

test(
  '§5.1 the id of a record stays, whoever asks and when',
  withCaller(async ({ simulator, caller }) => {
    const { id } = values(await caller.get('Customer/ABARTENDE'));
    await caller.signOut();
    const other = await signedIn(simulator);
    expect(values(await other.get('Customer/ABARTENDE'))['id']).toBe(id);
  }),
);

test(
  '§5.1 a record by key takes $select, $expand and $custom',
  withCaller(async ({ caller }) => {
    const answer = await caller.get(
      'SalesOrder/SO/000001?$select=OrderNbr,Details/LineNbr&$expand=Details&$custom=Document.AttributePRIORITY',
    );
    expect(Object.keys(values(answer))).toEqual([
      'id',
      'rowNumber',
      'note',
      'Details',
      'OrderNbr',
      'OrderType',
      'custom',
      '_links',
    ]);
    expect(answer.text).toContain('"AttributePRIORITY":{"type":"CustomStringField"');
  }),
);

test(
  '§5.1 without $top everything comes',
  withCaller(async ({ simulator, caller }) => {
    expect(rowsOf(await caller.get('SalesOrder'))).toHaveLength(simulator.store.count('SalesOrder'));
  }),
);

test(
  '§5.1 keys are percent-encoded; one with a slash is found by id and $filter only',
  withCaller(
    async ({ caller }) => {
      expect((await caller.get('Customer/A%20%23B')).status).toBe(200);
      expect((await caller.get('Customer/A/B')).status).toBe(500);
      const [found] = rowsOf(await caller.get("Customer?$filter=CustomerID eq 'A/B'"));
      expect(found?.['CustomerID']?.value).toBe('A/B');
      expect((await caller.get(`Customer/${idOf(found ?? {})}`)).status).toBe(200);
    },
    { data: { Customer: [{ CustomerID: 'A #B' }, { CustomerID: 'A/B' }] } },
  ),
);

test(
  '§5.2 custom fields of every type are compared by cf',
  withCaller(async ({ caller }) => {
    const found = async (filter: string): Promise<number> =>
      rowsOf(await caller.get(`Customer?$filter=${encodeURIComponent(filter)}`)).length;
    expect(await found("cf.String(f='CurrentCustomer.UsrRegion') eq 'EAST'")).toBeGreaterThan(0);
    expect(await found("cf.Int(f='CurrentCustomer.UsrLoyaltyPoints') ge 0")).toBe(64);
    expect(await found("cf.Boolean(f='CurrentCustomer.UsrKeyAccount') eq true")).toBeGreaterThan(0);
    expect(await found("cf.Decimal(f='CustomerBalance.Balance') gt 0M")).toBeGreaterThan(0);
    expect(await found("cf.DateTime(f='CurrentCustomer.UsrNever') ge datetimeoffset'2019-08-18'")).toBe(0);
  }),
);

test(
  '§5.2 labels of drop-downs are compared, or what the database keeps',
  withCaller(async ({ caller }) => {
    expect(rowsOf(await caller.get("StockItem?$filter=ItemStatus eq 'Active'&$top=1"))).toHaveLength(1);
    expect(rowsOf(await caller.get("StockItem?$filter=ItemStatus eq 'AC'&$top=1"))).toHaveLength(1);
  }),
);

test(
  '§5.5 $select takes paths, custom ones as well',
  withCaller(async ({ caller }) => {
    const [item] = rowsOf(
      await caller.get('StockItem?$top=1&$select=InventoryID,custom.Item&$custom=Item.DescrTranslations'),
    );
    expect(Object.keys(item ?? {})).toEqual(['id', 'rowNumber', 'note', 'InventoryID', 'custom', '_links']);
    expect(item).toMatchObject({ custom: { Item: { DescrTranslations: { type: 'CustomStringField' } } } });
    const customer = values(
      await caller.get('Customer/ABARTENDE?$select=MainContact/Address/City&$expand=MainContact,MainContact/Address'),
    ) as unknown as { MainContact: { Address: object } };
    expect(Object.keys(customer.MainContact.Address)).toContain('City');
    expect(Object.keys(customer.MainContact.Address)).not.toContain('Country');
  }),
);

test(
  '§5.6 there is no word for everything',
  withCaller(async ({ caller }) => {
    const { text } = await caller.get('Customer/ABARTENDE');
    for (const word of ['*', 'all']) expect((await caller.get(`Customer/ABARTENDE?$expand=${word}`)).text).toBe(text);
  }),
);

test(
  '§5.6 files of rows come with Details/files',
  withCaller(async ({ caller }) => {
    const rows = async (expand: string): Promise<object | undefined> =>
      (values(await caller.get(`SalesOrder/SO/000001?$expand=${expand}`)) as unknown as { Details: object[] })
        .Details[0];
    expect(await rows('Details')).not.toHaveProperty('files');
    expect(await rows('Details,Details/files')).toHaveProperty('files', []);
  }),
);

test(
  '§5.7 $custom reaches fields of rows',
  withCaller(async ({ caller }) => {
    const { Details } = values(
      await caller.get('SalesOrder/SO/000001?$expand=Details&$custom=Details/Transactions.UsrX'),
    ) as unknown as { Details: { custom: object }[] };
    expect(Details[0]?.custom).toHaveProperty('Transactions.UsrX.type');
  }),
);

test(
  '§5.8 a record by key or id needs no optimisation',
  withCaller(
    async ({ caller }) => {
      const id = idOf(values(await caller.get('Customer/ABARTENDE')));
      expect((await caller.get(`Customer/${id}`)).status).toBe(200);
      expect((await caller.get('Customer')).text).toContain('CannotOptimizeException');
    },
    { cannotOptimize: { Customer: ['CustomerName'] } },
  ),
);

test(
  '§5.1 a record by id takes $filter, which changes nothing; beside keys it wins over them',
  withCaller(async ({ caller }) => {
    const { text, json } = await caller.get('Customer/ABARTENDE');
    const id = idOf(json as Record<string, unknown>);
    const [, other] = rowsOf(await caller.get('Customer?$top=2'));
    const filter = `$filter=CustomerID eq '${String(other?.['CustomerID']?.value)}'`;
    expect((await caller.get(`Customer/${id}?${filter}`)).text).toBe(text);
    expect(values(await caller.get(`Customer/ABARTENDE?${filter}`))['CustomerID']).toEqual(other?.['CustomerID']);
    expect((await caller.get("Customer/ABARTENDE?$filter=CustomerID eq 'NOBODY'")).status).toBe(500);
  }),
);

test(
  '§5.1 a record by id takes $select, $expand and $custom',
  withCaller(async ({ caller }) => {
    const id = idOf(values(await caller.get('SalesOrder/SO/000001')));
    const shape = '$select=OrderType,OrderNbr,Details&$expand=Details&$custom=Document.AttributePRIORITY';
    const [byKey, byId] = [
      await caller.get(`SalesOrder/SO/000001?${shape}`),
      await caller.get(`SalesOrder/${id}?${shape}`),
    ];
    expect(byId.text).toBe(byKey.text);
    expect(byId.text).toContain('"AttributePRIORITY":{"type"');
  }),
);

test(
  '§5.1 the id of a row stays, and leads to no record by itself',
  withCaller(async ({ caller }) => {
    const rowId = async (): Promise<string> => {
      const { Details } = values(await caller.get('SalesOrder/SO/000001?$expand=Details')) as unknown as {
        Details: { id: string }[];
      };
      return Details[0]?.id ?? '';
    };
    const id = await rowId();
    expect(id).toMatch(/-0690322d016b$/);
    expect(await rowId()).toBe(id);
    expect((await caller.get(`SalesOrder/${id}`)).text).toContain('No entity satisfies the condition.');
  }),
);

test(
  '§5.3 an answer to a list says nothing of a count or of what follows, also when that is asked for',
  withCaller(async ({ caller }) => {
    const page = await caller.get('Customer?$top=2&$count=true');
    expect(rowsOf(page)).toHaveLength(2);
    expect(page.headers).not.toHaveProperty('link');
  }),
);

test(
  '§5.5 $select may name an expanded member as a whole',
  withCaller(async ({ caller }) => {
    const whole = values(await caller.get('SalesOrder/SO/000001?$select=OrderNbr,Details&$expand=Details'));
    const all = values(await caller.get('SalesOrder/SO/000001?$expand=Details'));
    expect(whole['Details']).toEqual(all['Details']);
    expect(Object.keys(whole)).toEqual([
      'id',
      'rowNumber',
      'note',
      'Details',
      'OrderNbr',
      'OrderType',
      'custom',
      '_links',
    ]);
  }),
);

test(
  '§5.7 $custom shows any field of the form, those of the contract as well',
  withCaller(async ({ caller }) => {
    const {
      CustomerID,
      Date: date,
      OrderTotal,
      custom,
    } = values(
      await caller.get('SalesOrder/SO/000001?$custom=Document.CustomerID,CurrentDocument.Date,Document.OrderTotal'),
    );
    expect(custom).toEqual({
      Document: {
        CustomerID: { type: 'CustomStringField', ...CustomerID },
        OrderTotal: { type: 'CustomDecimalField', ...OrderTotal },
      },
      CurrentDocument: { Date: { type: 'CustomDateTimeField', value: String(date?.value).slice(0, 19) } },
    });
  }),
);

test(
  '§5.8 a record by its key needs no optimisation (§5.5: nor does a list of other fields)',
  withCaller(
    async ({ caller }) => {
      expect((await caller.get('Customer/ABARTENDE')).status).toBe(200);
      expect((await caller.get('Customer?$select=Status')).status).toBe(200);
      expect((await caller.get('Customer?$select=CustomerName')).status).toBe(500);
    },
    { cannotOptimize: { Customer: ['CustomerName'] } },
  ),
);

test(
  '§5.9 an action that the form does not have cannot be found',
  withCaller(async ({ caller }) => {
    const { status, json } = await caller.post('Customer/Nope', { entity: { CustomerID: { value: 'ABARTENDE' } } });
    expect([status, json]).toEqual([404, { message: "Can't find action 'Nope' of the Customer entity." }]);
  }),
);

test(
  '§5.1 the id of a row may be good in one session only',
  withCaller(
    async ({ simulator, caller }) => {
      const other = await signedIn(simulator);
      const rowOf = async (by: Caller): Promise<{ id: string; _links: Record<string, string> }> => {
        const { Details } = values(await by.get('SalesOrder/SO/000001?$expand=Details')) as unknown as {
          Details: { id: string; _links: Record<string, string> }[];
        };
        return Details[0] ?? { id: '', _links: {} };
      };
      const [mine, again, theirs] = [await rowOf(caller), await rowOf(caller), await rowOf(other)];
      expect(mine.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect([again.id, theirs.id === mine.id]).toEqual([mine.id, false]);
      const link = mine._links['files:put']?.replace('{filename}', 'a.txt') ?? '';
      expect([link.includes(mine.id), (await caller.send('PUT', link, 'x')).status]).toEqual([true, 204]);
      const order = await newOrder(caller);
      const [line] = order['Details'] as unknown as { id: string }[];
      const Details = [{ id: line?.id, ...wired({ OrderQty: 9 }) }];
      const changed = await caller.put('SalesOrder?$expand=Details', { id: order['id'], Details });
      expect(values(changed)['Details']).toMatchObject([{ id: line?.id, OrderQty: { value: 9 } }]);
    },
    { assume: { rowIds: 'session' } },
  ),
);

test(
  '§5.9 an endpoint of another tenant is not there, its document neither',
  withCaller(
    async ({ simulator, caller }) => {
      const other = await signedIn(simulator, { tenant: 'Two' });
      const listed = async (by: Caller): Promise<number> =>
        ((await by.send('GET', '/entity')).json as { endpoints: object[] }).endpoints.length;
      expect([await listed(caller), await listed(other)]).toEqual([1, 0]);
      expect([(await caller.get('Warehouse')).status, (await other.get('Warehouse')).status]).toEqual([200, 404]);
      const document = async (query: string): Promise<number> =>
        (await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json${query}`)).status;
      expect([await document('?company=One'), await document('?company=Two'), await document('')]).toEqual([
        200, 404, 200,
      ]);
    },
    { tenants: ['One', { name: 'Two', endpoints: ['Other/1'] }] },
  ),
);

test(
  '§5.9 a broken endpoint may answer 500 to all calls of its tenant',
  withCaller(
    async ({ caller }) => {
      for (const path of ['Warehouse', 'Customer/ABARTENDE', 'Nope']) expect((await caller.get(path)).status).toBe(500);
    },
    { brokenTenants: ['Company'], assume: { brokenEndpoint: 'error' } },
  ),
);
