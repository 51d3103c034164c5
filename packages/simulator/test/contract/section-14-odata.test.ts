import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { signedIn } from '../support/signed-in.js';

let simulator: Simulator;
const inquiries: SimulatorOptions['inquiries'] = {
  'Big Sales': {
    columns: {
      Item: 'String',
      Qty: 'Int',
      Price: 'Decimal',
      SoldOn: 'DateTime',
      Share: { type: 'Decimal', calculated: true },
    },
    rows: [
      { Item: 'Anvil', Qty: 3, Price: 1999, SoldOn: '2024-01-02T10:00:00Z', Share: 0.5 },
      { Item: 'Bolt', Qty: 1, Price: 0.5, SoldOn: '2023-01-02T10:00:00Z', Share: 0.1 },
      { Item: 'Cog', Qty: 2, Price: null, SoldOn: '2024-06-02T10:00:00Z', Share: 0.4 },
    ],
  },
  Stock: {
    columns: { InventoryID: 'String', OnHand: 'Decimal' },
    parameters: { InventoryID: 'String' },
    rows: [
      { InventoryID: 'AALEGO500', OnHand: 5 },
      { InventoryID: 'OTHER', OnHand: 1 },
    ],
  },
};
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator({ inquiries, ...options });
};
afterEach(() => simulator.close());

const basic = { Authorization: `Basic ${Buffer.from('admin:admin-secret').toString('base64')}` };
const gi = '/t/Company/api/odata/gi';
const get = (path: string, headers: Record<string, string> = basic): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'GET', path.replaceAll(' ', '%20').replaceAll("'", '%27'), { headers });
const items = async (query: string): Promise<unknown> => {
  const { json } = await get(`${gi}/Big Sales?${query}`);
  return (json as { value: { Item: string }[] }).value.map(({ Item }) => Item);
};

describe('§14 the roots', () => {
  it('list their sets and describe them', async () => {
    await start();
    const { json } = await get(gi);
    expect(json).toMatchObject({
      '@odata.context': `${simulator.url}${gi}/$metadata`,
      value: expect.arrayContaining([{ name: 'Big Sales', kind: 'EntitySet', url: 'Big%20Sales' }]) as unknown,
    });
    const { text } = await get(`${gi}/$metadata`);
    expect(text).toContain('<Schema Namespace="GenericInquiry"');
    expect(text).toContain('<EntityType Name="BigSales"><Key><PropertyRef Name="Item"/></Key>');
    expect(text).toContain(
      '<EntityContainer Name="Default"><EntitySet Name="Customers" EntityType="GenericInquiry.Customers"/>',
    );
    expect(text).toContain('<Function Name="Stock_WithParameters"><Parameter Name="InventoryID" Type="Edm.String"/>');
  });

  it('are at the old addresses before 24R2, and there only', async () => {
    await start({ release: '23R2' });
    expect((await get('/odata/Company/Customers')).status).toBe(200);
    expect((await get('/odata/Customers')).status).toBe(200);
    expect((await get(`${gi}/Customers`)).status).toBe(404);
  });

  it('are open by name and password, by cookie if that is assumed, and otherwise closed', async () => {
    await start();
    expect((await get(`${gi}/Customers`, {})).status).toBe(401);
    const { cookie } = await signedIn(simulator);
    expect((await get(`${gi}/Customers`, { Cookie: cookie })).status).toBe(200);
    expect(simulator.sessions()).toHaveLength(1);
    await simulator.close();
    await start({ assume: { cookieOnOData: false } });
    const again = await signedIn(simulator);
    expect((await get(`${gi}/Customers`, { Cookie: again.cookie })).status).toBe(401);
  });
});

describe('§14 rows', () => {
  it('are flat, in UTC, with decimals as numbers or text', async () => {
    await start();
    const { text } = await get(`${gi}/Big Sales?$top=1`);
    expect(text).toBe(
      `{"@odata.context":"${simulator.url}${gi}/$metadata#Big%20Sales","value":[{"Item":"Anvil","Qty":3,"Price":1999.0,"SoldOn":"2024-01-02T10:00:00Z","Share":0.5}]}`,
    );
    await simulator.close();
    await start({ assume: { odataDecimals: 'text' } });
    expect((await get(`${gi}/Big Sales?$top=1&$select=Price`)).text).toContain('{"Price":"1999.000000"}');
  });

  it.each([
    ["$filter=contains(tolower(Item),'o')", ['Bolt', 'Cog']],
    ['$filter=SoldOn gt 2024-01-01T00:00:00Z', ['Anvil', 'Cog']],
    ['$orderby=Qty desc', ['Anvil', 'Cog', 'Bolt']],
    ['$skip=1&$top=1', ['Bolt']],
    ['$filter=Price eq null', ['Cog']],
  ])('answer %s', async (query, expected) => {
    await start();
    expect(await items(query)).toEqual(expected);
  });

  it.each(["$filter=substringof('o',Item) eq true", '$count=true', '$expand=Item', '$select=Nope'])(
    'answer 400 to %s',
    async (query) => {
      await start();
      expect((await get(`${gi}/Big Sales?${query}`)).status).toBe(400);
    },
  );

  it('are an empty body when a calculated column is filtered or sorted by', async () => {
    await start();
    for (const query of ['$filter=Share gt 0', '$orderby=Share desc']) {
      const answer = await get(`${gi}/Big Sales?${query}`);
      expect([answer.status, answer.text]).toEqual([200, '']);
    }
  });

  it('go on behind nextLink', async () => {
    await start({ odataPageSize: 2 });
    const first = (await get(`${gi}/Big Sales?$filter=Qty gt 0`)).json as {
      value: unknown[];
      '@odata.nextLink': string;
    };
    expect(first.value).toHaveLength(2);
    const next = first['@odata.nextLink'].slice(simulator.url.length);
    const second = (await get(next)).json as { value: unknown[] };
    expect(second.value).toHaveLength(1);
    expect(second).not.toHaveProperty('@odata.nextLink');
  });

  it('take parameters by function, also by alias; without them there are none', async () => {
    await start();
    const rows = async (path: string): Promise<unknown> =>
      ((await get(`${gi}/${path}`)).json as { value: unknown }).value;
    expect(await rows("Stock_WithParameters(InventoryID='AALEGO500')")).toEqual([
      { InventoryID: 'AALEGO500', OnHand: 5 },
    ]);
    expect(await rows("Stock_WithParameters(InventoryID=@p)?@p='OTHER'")).toEqual([
      { InventoryID: 'OTHER', OnHand: 1 },
    ]);
    expect(await rows("Stock_WithParameters(InventoryID=@1)?@1='OTHER'")).toHaveLength(1);
    expect((await get(`${gi}/Stock_WithParameters?InventoryID=OTHER`)).status).toBe(404);
    expect(await rows("Stock_WithParameters(Nonsense='x')")).toHaveLength(2);
    expect(await rows('Stock')).toEqual([]);
  });
});

describe('§14 tables', () => {
  it('show the values of the database', async () => {
    await start();
    const { json } = await get("/t/Company/api/odata/dac/PX_Objects_AR_Customer?$filter=AcctCD eq 'ABARTENDE'");
    expect(json).toMatchObject({ value: [{ AcctCD: 'ABARTENDE ', Status: 'A' }] });
  });
});

describe('§14 inquiries of a contract endpoint', () => {
  it('are read by PUT with their parameters, and cannot be listed', async () => {
    await start({
      data: { InventorySummaryInquiry: [{ Results: [{ WarehouseID: 'MAIN' }, { WarehouseID: 'EAST' }] }] },
    });
    const caller = await signedIn(simulator);
    const { status, json } = await caller.put('InventorySummaryInquiry?$expand=Results', {
      WarehouseID: { value: 'EAST' },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ Results: [{ WarehouseID: { value: 'EAST' } }] });
    for (const query of ['', '?$select=id'])
      expect((await caller.get(`InventorySummaryInquiry${query}`)).text).toContain('CannotOptimizeException');
  });
});
