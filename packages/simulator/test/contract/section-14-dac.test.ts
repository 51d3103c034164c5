import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import type { RawAnswer } from '../support/raw-request.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
const address = (City: string): object => ({ City, Country: 'US' });
beforeAll(async () => {
  simulator = await startSimulator({
    data: {
      Customer: [{ CustomerID: 'YOGI' }],
      SalesOrder: [
        {
          OrderType: 'SO',
          OrderNbr: '000002',
          CustomerID: 'YOGI',
          Details: [{ LineNbr: 2 }],
          BillToAddress: address('Rome'),
        },
        { OrderType: 'SO', OrderNbr: '000001', Details: [1, 2, 3].map((LineNbr) => ({ LineNbr })) },
        { OrderType: 'IN', OrderNbr: '000009', CustomerID: 'YOGI' },
      ],
      StockItem: [{ InventoryID: 'AALEGO500' }, { InventoryID: 'OLD', archived: true }],
    },
    order: 'insertion',
  });
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

const root = '/t/Company/api/odata/dac';
type Row = Record<string, unknown>;
interface Body {
  readonly '@odata.context': string;
  readonly '@odata.count'?: number;
  readonly value: readonly Row[];
}
const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  caller.send('GET', encodeURI(`${root}/${path}`), undefined, headers);
const body = async (path: string): Promise<Body> => {
  const { status, text, json } = await get(path);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return json as Body;
};
const numbers = async (filter: string): Promise<unknown[]> =>
  (await body(`SOOrder?$filter=${filter}`)).value.map(
    ({ OrderType, OrderNbr }) => `${String(OrderType)} ${String(OrderNbr)}`,
  );

describe('§14 a set of tables', () => {
  test.each(['PX_Objects_SO_SOOrder', 'SOOrder', 'SalesOrder', 'soorder'])('answers to %s', async (name) => {
    expect((await body(name)).value).toHaveLength(3);
  });

  test('is listed by all of its names', async () => {
    const { value } = await body('');
    expect(value.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['PX_Objects_SO_SOOrder', 'SOOrder', 'SalesOrder']),
    );
    expect(new Set(value.map(({ name }) => name)).size).toBe(value.length);
  });

  test('comes in the order of its keys unless told otherwise', async () => {
    expect(await numbers('true')).toEqual(['IN 000009', 'SO 000001', 'SO 000002']);
    const { value } = await body('SOOrder?$orderby=OrderNbr desc&$top=1&$skip=1');
    expect(value).toMatchObject([{ OrderNbr: '000002' }]);
  });

  test('tells the chosen columns in the context, in their own spelling', async () => {
    const context = async (query: string): Promise<string> =>
      (await body(query))['@odata.context'].slice(simulator.url.length + root.length);
    expect(await context('Contact?$select=Email,displayname&$top=1')).toBe(
      '/$metadata#PX_Objects_CR_Contact(EMail,DisplayName)',
    );
    expect(await context('Contact?$top=1')).toBe('/$metadata#PX_Objects_CR_Contact');
    const lines = 'SOLineCollection($select=LineNbr;$expand=InventoryItemByInventoryID)';
    expect(await context(`SOOrder?$select=OrderNbr&$expand=${lines}`)).toBe(
      '/$metadata#PX_Objects_SO_SOOrder(OrderNbr,SOLineCollection(LineNbr,InventoryItemByInventoryID()))',
    );
  });

  test('counts its rows in the answer and on their own', async () => {
    expect((await body("SOOrder?$count=true&$top=1&$filter=OrderType eq 'SO'"))['@odata.count']).toBe(2);
    const { text, headers } = await get("SOOrder/$count?$filter=OrderType eq 'SO'");
    expect([text, headers['content-type']]).toEqual(['2', 'text/plain']);
  });

  test('pads segmented keys with blanks, and finds them without', async () => {
    const { value } = await body("InventoryItem?$filter=InventoryCD eq 'AALEGO500'&$select=InventoryCD");
    expect(value).toEqual([{ InventoryCD: 'AALEGO500 ' }]);
    expect((await body('Customer?$select=AcctCD')).value).toEqual([{ AcctCD: 'YOGI      ' }]);
  });

  test('shows archived rows to those who ask for them', async () => {
    expect((await body('InventoryItem')).value).toHaveLength(1);
    expect(((await get('InventoryItem', { 'PX-ApiArchive': 'SHOW' })).json as Body).value).toHaveLength(2);
  });
});

describe('§14 one row of a table', () => {
  test.each(["SOOrder(OrderType='SO',OrderNbr='000002')", "SalesOrder(OrderNbr='000002', ordertype='so')"])(
    'is found by %s',
    async (path) => {
      const answer = (await get(`${path}?$select=OrderNbr`)).json;
      expect(answer).toEqual({
        '@odata.context': `${simulator.url}${root}/$metadata#PX_Objects_SO_SOOrder(OrderNbr)/$entity`,
        OrderNbr: '000002',
      });
    },
  );

  test('is found by a single key without its name', async () => {
    expect((await get('Customer(1)')).json).toMatchObject({ AcctCD: 'YOGI      ' });
    expect((await get('Customer(BAccountID=1)')).json).toMatchObject({ BAccountID: 1 });
  });

  test.each([
    ["SOOrder(OrderType='SO',OrderNbr='NOPE')", 404],
    ["SOOrder(OrderType='SO')", 400],
    ["SOOrder('SO')", 400],
    ["SOOrder(OrderType='SO',OrderNbr='000002',OrderType='SO')", 400],
    ["SOOrder(OrderType='SO',Status='N')", 400],
    ["Customer('x')", 400],
    ["Nowhere('x')", 404],
    ["SOOrder(OrderType='SO',OrderNbr='000002')/$count", 404],
  ])('is refused: %s', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('§14 a filter on tables', () => {
  test.each([
    ['SOLineCollection/Any(x: x/LineNbr eq 2)', ['SO 000001', 'SO 000002']],
    ['SOLineCollection/any(x: x/LineNbr eq 1 or x/LineNbr eq 7)', ['SO 000001']],
    ['SOLineCollection/Any()', ['SO 000001', 'SO 000002']],
    ['not SOLineCollection/any()', ['IN 000009']],
    ['SOLineCollection/All(x: x/LineNbr ne 1)', ['IN 000009', 'SO 000002']],
    ['not (SOLineCollection/all(x: x/LineNbr ne 1))', ['SO 000001']],
    ['SOLineCollection/$count eq 3', ['SO 000001']],
    ["SOLineCollection/$count ge 1 and OrderType eq 'SO'", ['SO 000001', 'SO 000002']],
    ['CustomerByCustomerID ne null', ['IN 000009', 'SO 000002']],
    ['CustomerByCustomerID eq null', ['SO 000001']],
    ["CustomerByCustomerID/AcctCD eq 'YOGI'", ['IN 000009', 'SO 000002']],
    ['SOAddressByBillAddressID ne null', ['SO 000002']],
    ["SOAddressByBillAddressID/City eq 'Rome' and SOAddressByBillAddressID/AddressID eq 1", ['SO 000002']],
  ])('reaches what a row leads to: %s', async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
  });

  test('reaches over several tables', async () => {
    const path = 'Customer?$filter=SOOrderCollection/any(o: o/SOLineCollection/any(l: l/LineNbr eq 2))';
    expect((await body(path)).value).toHaveLength(1);
    expect((await body('Customer?$filter=SOOrderCollection/SOLineCollection/$count eq 7')).value).toHaveLength(0);
  });

  test.each([
    'SOLineCollection/any(x: x/Nope eq 2)',
    'SOLineCollection/any(x eq 2)',
    'SOLineCollection/all()',
    'SOLineCollection/some(x: x/LineNbr eq 2)',
    'Nowhere/any()',
    'Nowhere/$count eq 1',
    'OrderNbr/City eq 1',
    'IsFullyPaid eq true',
  ])('is refused with 400: %s', async (filter) => {
    expect((await get(`SOOrder?$filter=${filter}`)).status).toBe(400);
  });
});

describe('§14 fields that are not in the database', () => {
  test('are named by Cap.FilterRestrictions, refused in $select and $orderby, and empty in a row', async () => {
    const { text } = await get('$metadata');
    expect(text).toContain('<edmx:Include Namespace="Org.OData.Capabilities.V1" Alias="Cap"/>');
    expect(text).toContain(
      '<EntitySet Name="SOOrder" EntityType="PX.Objects.SO.SOOrder"><Annotation Term="Cap.FilterRestrictions"><Record><PropertyValue Property="NonFilterableProperties"><Collection><PropertyPath>NoteText</PropertyPath>',
    );
    for (const query of ['$select=IsFullyPaid', '$select=OrderNbr,notetext', '$orderby=IsFullyPaid'])
      expect((await get(`SOOrder?${query}`)).status).toBe(400);
    expect((await body('SOOrder?$top=1')).value[0]).toHaveProperty('IsFullyPaid', null);
  });
});

describe('§14 $metadata of tables', () => {
  test('has a schema for each namespace beside PX.Api, and the container Default.Container', async () => {
    const { text } = await get('$metadata');
    const namespaces = [...text.matchAll(/<Schema Namespace="([\w.]+)"/g)].map(([, name]) => name);
    expect(namespaces).toEqual([
      'PX.Api',
      'PX.Api.OData.DAC',
      'PX.Objects.AR',
      'PX.Objects.CR',
      'PX.Objects.IN',
      'PX.Objects.SO',
      'Default',
    ]);
    expect(text).toContain(
      '<Schema Namespace="Default" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityContainer Name="Container">',
    );
    for (const name of ['PX_Objects_SO_SOOrder', 'SOOrder', 'SalesOrder'])
      expect(text).toContain(`<EntitySet Name="${name}" EntityType="PX.Objects.SO.SOOrder">`);
    expect(text).toContain('<Annotation Term="Org.OData.Core.V1.Description" String="Sales Order"/>');
  });

  test('is there for the tables of a document whose entities are known, and for no others', async () => {
    const schema = {
      openapi: '3.0.1',
      info: { title: 'Mine/1', version: '4' },
      paths: { '/Customer': { get: {} }, '/Thing': { get: {} } },
      components: { schemas: { Customer: entity('CustomerID'), Thing: entity('Name') } },
    };
    await using own = await startSimulator({ schema, data: { Customer: [{ CustomerID: 'MINE' }] } });
    const mine = await signedIn(own);
    const { json } = await mine.send('GET', `${root}/Customer?$select=AcctCD`);
    expect((json as Body).value).toEqual([{ AcctCD: 'MINE      ' }]);
    expect((await mine.send('GET', `${root}/SOOrder`)).status).toBe(404);
  });
});

const entity = (field: string): object => ({
  allOf: [
    { $ref: '#/components/schemas/Entity' },
    { type: 'object', properties: { [field]: { $ref: '#/components/schemas/StringValue' } } },
  ],
});
