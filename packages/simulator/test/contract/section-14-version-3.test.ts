import { startSimulator } from '../../src/index.js';
import type { Assumptions, Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';

let simulator: Simulator;
const inquiries: SimulatorOptions['inquiries'] = {
  'Big Sales': {
    columns: {
      Item: 'String',
      Qty: 'Int',
      Serial: 'Long',
      Price: 'Decimal',
      Weight: 'Double',
      SoldOn: 'DateTime',
      Ref: 'Guid',
      Paid: 'Boolean',
      Share: { type: 'Decimal', calculated: true },
    },
    rows: [
      {
        Item: 'Anvil',
        Qty: 3,
        Serial: 9_007_199_254_740_991,
        Price: 1999.5,
        Weight: 0.5,
        SoldOn: '2024-01-02T10:00:00Z',
        Ref: '0eaa2628-2945-ea11-817f-eb1af000b4cf',
        Paid: true,
        Share: 0.5,
      },
      {
        Item: 'Bolt',
        Qty: 1,
        Serial: 7,
        Price: 0.5,
        Weight: 2,
        SoldOn: '2023-01-02T10:00:00Z',
        Paid: false,
        Share: 0.1,
      },
      { Item: 'Cog', Qty: 2, Price: null, SoldOn: '2024-06-02T10:00:00Z', Share: 0.4 },
    ],
  },
  Stock: {
    columns: { InventoryID: 'String', OnHand: 'Decimal', Counted: 'DateTime' },
    parameters: { InventoryID: 'String', OnHand: 'Decimal', Counted: 'DateTime' },
    rows: [
      { InventoryID: 'AALEGO500', OnHand: 5, Counted: '2024-01-02T00:00:00Z' },
      { InventoryID: "O'NEIL", OnHand: 1, Counted: '2024-01-03T00:00:00Z' },
    ],
  },
};
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator({ release: '23R2', inquiries, ...options });
};
const assuming = (assume: Partial<Assumptions>): Promise<void> => start({ assume });
afterEach(() => simulator.close());

const Authorization = `Basic ${Buffer.from('admin:admin-secret').toString('base64')}`;
const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'GET', `/odata/Company${path.replaceAll(' ', '%20').replaceAll("'", '%27')}`, {
    headers: { Authorization, ...headers },
  });
const rows = async (path: string): Promise<unknown> => {
  const { status, json } = await get(path);
  expect(status).toBe(200);
  return (json as { value: unknown }).value;
};
const items = async (query: string): Promise<unknown> =>
  ((await rows(`/Big Sales?${query}`)) as { Item: string }[]).map(({ Item }) => Item);

describe('§14 the root of inquiries before 24R2 speaks OData version 3', () => {
  it('in its service document', async () => {
    await start();
    const atom = await get('');
    expect(atom.headers['content-type']).toBe('application/atomsvc+xml;charset=utf-8');
    expect(atom.text).toContain('<collection href="Big%20Sales"><atom:title>Big Sales</atom:title></collection>');
    expect((await get('', { Accept: 'application/json' })).json).toEqual((await get('?$format=json')).json);
    const { headers, json } = await get('?$format=json');
    expect(headers['content-type']).toBe('application/json');
    expect(headers).not.toHaveProperty('odata-version');
    expect(json).toEqual({
      'odata.metadata': `${simulator.url}/odata/Company/$metadata`,
      value: expect.arrayContaining([{ name: 'Big Sales', url: 'Big%20Sales' }]) as unknown,
    });
  });

  it('in $metadata, an EDMX of version 1.0', async () => {
    await start();
    const { headers, text } = await get('/$metadata', { Accept: 'application/xml' });
    expect(headers['dataserviceversion']).toBe('3.0');
    expect(text).toContain('<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">');
    expect(text).toContain('<edmx:DataServices m:DataServiceVersion="3.0"');
    expect(text).toContain('<Schema Namespace="PX.Data" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">');
    expect(text).toContain(
      '<EntityType Name="BigSales"><Key><PropertyRef Name="Item"/></Key><Property Name="Item" Type="Edm.String"/>',
    );
    expect(text).not.toMatch(/Nullable|DateTimeOffset/);
    expect(text).toContain('<Property Name="SoldOn" Type="Edm.DateTime"/>');
    expect(text).toContain('<EntityContainer Name="Default" m:IsDefaultEntityContainer="true"><EntitySet ');
    expect(text).toContain(
      '<FunctionImport Name="Stock_WithParameters" ReturnType="Collection(PX.Data.Stock)" EntitySet="Stock" IsSideEffecting="false"><Parameter Name="InventoryID" Type="Edm.String" Mode="In"/>',
    );
  });

  it('in rows: decimals and long numbers as text, dates without a zone', async () => {
    await start();
    const { headers, text } = await get('/Big Sales?$top=1');
    expect(headers['content-type']).toBe('application/json');
    expect(headers).not.toHaveProperty('dataserviceversion');
    expect(text).toBe(
      `{"odata.metadata":"${simulator.url}/odata/Company/$metadata#Big%20Sales","value":[{"Item":"Anvil","Qty":3,"Serial":"9007199254740991","Price":"1999.500000","Weight":0.5,"SoldOn":"2024-01-02T10:00:00","Ref":"0eaa2628-2945-ea11-817f-eb1af000b4cf","Paid":true,"Share":"0.500000"}]}`,
    );
  });

  it('behind odata.nextLink', async () => {
    await start({ odataPageSize: 2 });
    const first = (await get('/Big Sales')).json as { value: unknown[]; 'odata.nextLink': string };
    expect(first.value).toHaveLength(2);
    const next = first['odata.nextLink'];
    expect(next).toBe(`${simulator.url}/odata/Company/Big%20Sales?$skip=2`);
    const second = (await get(next.slice(`${simulator.url}/odata/Company`.length))).json;
    expect(Object.keys(second as object)).toEqual(['odata.metadata', 'value']);
  });

  it.each([
    ["$filter=substringof('O',Item)", ['Bolt', 'Cog']],
    ["$filter=substringof('o',tolower(Item)) eq true", ['Bolt', 'Cog']],
    ["$filter=SoldOn gt datetime'2024-01-01T00:00:00'", ['Anvil', 'Cog']],
    ["$filter=SoldOn gt datetime'2024-01-02T15:59:59%2B06:00'", ['Anvil', 'Cog']],
    ["$filter=SoldOn gt datetime'2024-01-02T16:00:00%2B06:00'", ['Cog']],
    ['$filter=Price gt 1.5M and Qty gt 2', ['Anvil']],
    ['$filter=Weight gt 1.5', ['Bolt']],
    ['$filter=Serial eq 9007199254740991L', ['Anvil']],
    ["$filter=Ref eq guid'0eaa2628-2945-ea11-817f-eb1af000b4cf'", ['Anvil']],
    ['$filter=not Paid or Price eq null&$orderby=Item desc', ['Cog', 'Bolt']],
    ['$skip=1&$top=1', ['Bolt']],
    ['$format=json&$top=1', ['Anvil']],
  ])('in options: %s', async (query, expected) => {
    await start();
    expect(await items(query)).toEqual(expected);
  });

  it.each([
    ["$filter=contains(Item,'o')", /unknown function with name 'contains'/],
    ["$filter=Item in ('Bolt')", /Syntax error/],
    ['$filter=SoldOn gt 2024-01-01T00:00:00Z', /Syntax error/],
    ['$filter=Price gt 1.5', /'Edm.Decimal' and 'Edm.Double'/],
    ['$filter=Nope eq 1', /Could not find a property/],
    ['$inlinecount=allpages', /'\$inlinecount' is not supported/],
    ['$count=true', /'\$count' is not supported/],
    ['$expand=Item', /'\$expand' is not supported/],
  ])('in what it refuses with 400: %s', async (query, message) => {
    await start();
    const { status, headers, json } = await get(`/Big Sales?${query}`);
    expect([status, headers['dataserviceversion']]).toEqual([400, '3.0']);
    expect(json).toEqual({
      'odata.error': { code: '', message: { lang: 'en-US', value: expect.stringMatching(message) as string } },
    });
  });

  it('in parameters, whose literals name their types', async () => {
    await start();
    const names = async (list: string): Promise<unknown> =>
      ((await rows(`/Stock_WithParameters(${list})`)) as { InventoryID: string }[]).map((row) => row.InventoryID);
    expect(await names("InventoryID='O''NEIL'")).toEqual(["O'NEIL"]);
    expect(await names("Counted=datetime'2024-01-02T00:00:00',OnHand=5M")).toEqual(['AALEGO500']);
    expect(await names('OnHand=-1M')).toEqual([]);
    expect(await names('InventoryID=null')).toHaveLength(2);
    expect(await rows("/Stock_WithParameters(InventoryID=@p)?@p='AALEGO500'")).toHaveLength(1);
    expect(await rows('/Stock')).toEqual([]);
    for (const wrong of ['Counted=2024-01-02', "Counted='2024-01-02'", 'InventoryID=5', 'OnHand=true and false'])
      expect((await get(`/Stock_WithParameters(${wrong})`)).status).toBe(400);
  });

  it('in parameters of the query, which are bare', async () => {
    await start();
    const names = async (query: string): Promise<unknown> =>
      ((await rows(`/Stock_WithParameters?${query}`)) as { InventoryID: string }[]).map((row) => row.InventoryID);
    expect(await names('InventoryID=AALEGO500')).toEqual(['AALEGO500']);
    expect(await names("InventoryID=O'NEIL&$select=InventoryID")).toEqual(["O'NEIL"]);
    expect(await names('inventoryid=aalego500')).toEqual(['AALEGO500']);
    expect(await names('OnHand=5&Counted=2024-01-02')).toEqual(['AALEGO500']);
    expect(await names('OnHand=7')).toEqual([]);
    expect(await names('Nonsense=7')).toHaveLength(2);
    expect((await get('/Stock_WithParameters?OnHand=much')).status).toBe(400);
  });

  it('in segmented keys, which are padded to the length of the segment', async () => {
    const columns = { Item: { type: 'String', segment: 10 }, Nbr: 'String' } as const;
    await start({ inquiries: { Sold: { columns, keys: ['Item', 'Nbr'], rows: [{ Item: 'YOGI', Nbr: '000001' }] } } });
    expect(await rows('/Sold')).toEqual([{ Item: 'YOGI      ', Nbr: '000001' }]);
    expect(await rows("/Sold?$filter=Item eq 'YOGI'")).toHaveLength(1);
    await simulator.close();
    await assuming({ odataKeys: 'trimmed' });
    expect(await rows("/Customers?$select=CustomerID&$filter=CustomerID eq 'ABARTENDE'")).toEqual([
      { CustomerID: 'ABARTENDE' },
    ]);
  });

  it('in JSON alone: Atom and verbose JSON are answered with 415', async () => {
    await start();
    for (const Accept of ['application/atom+xml', 'application/json;odata=verbose'])
      expect((await get('/Big Sales', { Accept })).status).toBe(415);
    expect((await get('/Big Sales?$format=atom')).status).toBe(415);
    for (const Accept of ['application/json', 'application/json;odata=fullmetadata', '*/*'])
      expect((await get('/Big Sales', { Accept })).status).toBe(200);
  });

  it('with an empty body when a calculated column is filtered by', async () => {
    await start();
    const answer = await get('/Big Sales?$filter=Share gt 0');
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('also at that address of 24R2, beside version 4 at the new one', async () => {
    await start({ release: '24R2' });
    expect(await items("$filter=substringof('o',Item)")).toEqual(['Bolt', 'Cog']);
    const { headers } = await rawRequest(simulator.url, 'GET', '/t/Company/api/odata/gi', {
      headers: { Authorization },
    });
    expect(headers['odata-version']).toBe('4.0');
  });

  it('while tables are read in version 4 at /odatav4', async () => {
    await start();
    const path = '/odatav4/Company/PX_Objects_AR_Customer?$top=1&$filter=contains(AcctCD,%27A%27)';
    const { status, json } = await rawRequest(simulator.url, 'GET', path, { headers: { Authorization } });
    expect(status).toBe(200);
    expect(json).toHaveProperty(['@odata.context']);
  });
});

describe('§14 what nobody has seen of the root of version 3', () => {
  it('decimals may be numbers', async () => {
    await assuming({ odataV3Numbers: 'number' });
    expect((await get('/Big Sales?$top=1&$select=Serial,Price')).text).toContain(
      '{"Serial":9007199254740991,"Price":1999.5}',
    );
  });

  it('dates may be written in UTC', async () => {
    await assuming({ odataV3Dates: 'utc' });
    expect((await get('/Big Sales?$top=1&$select=SoldOn')).text).toContain('"2024-01-02T10:00:00Z"');
    expect(await items("$filter=SoldOn lt datetime'2024-01-01T00:00:00'")).toEqual(['Bolt']);
  });

  it('dates may have a zone, in filters too', async () => {
    await assuming({ odataV3Dates: 'offset' });
    expect((await get('/$metadata')).text).toContain('<Property Name="SoldOn" Type="Edm.DateTimeOffset"/>');
    expect(await items("$filter=SoldOn lt datetimeoffset'2024-01-01T00:00:00Z'")).toEqual(['Bolt']);
    expect((await get("/Big Sales?$filter=SoldOn lt datetime'2024-01-01T00:00:00'")).status).toBe(400);
  });

  it('types may be converted', async () => {
    await assuming({ odataV3MixedTypes: 'converted' });
    expect(await items("$filter=Price lt 1.5 and SoldOn lt datetimeoffset'2024-01-01T00:00:00Z'")).toEqual(['Bolt']);
  });

  it('links may be relative to the root', async () => {
    await start({ odataPageSize: 1, assume: { odataNextLink: 'relative' } });
    expect((await get('/Big Sales')).json).toMatchObject({ 'odata.nextLink': 'Big%20Sales?$skip=1' });
  });
});
