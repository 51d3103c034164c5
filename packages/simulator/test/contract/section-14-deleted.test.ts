import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator(options);
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());

const names = async (path: string, headers: Record<string, string> = {}): Promise<unknown[]> => {
  const { status, json } = await caller.send('GET', encodeURI(`/t/Company/api/odata/dac/${path}`), undefined, headers);
  expect(status).toBe(200);
  return (json as { value: { AcctCD: unknown }[] }).value.map(({ AcctCD }) => AcctCD);
};

interface Deleted {
  readonly RefNoteID: string;
  readonly DeleteDate: string;
}
const deleted = async (set: string, query = ''): Promise<Deleted[]> => {
  const path = `/t/Company/api/odata/dac/${set}/px.GetDeletedRecords()${query}`;
  const { status, json } = await caller.send('GET', encodeURI(path));
  expect(status).toBe(200);
  return (json as { value: Deleted[] }).value;
};

describe('§14 rows that were deleted', () => {
  const time = Date.parse('2026-03-01T10:00:00Z');
  const data = { Customer: [{ CustomerID: 'ALPHA' }, { CustomerID: 'BETA' }] };

  it('are shown, beside the others, to PX-ApiDeleted', async () => {
    await start({ data });
    expect((await caller.send('DELETE', '/entity/Default/24.200.001/Customer/ALPHA')).status).toBe(204);
    expect(await names('Customer')).toEqual(['BETA      ']);
    expect(await names('Customer', { 'PX-ApiDeleted': 'SHOW' })).toEqual(['BETA      ', 'ALPHA     ']);
    const marked = 'Customer?$filter=DeletedDatabaseRecord eq true';
    expect(await names(marked, { 'PX-ApiDeleted': 'SHOW' })).toEqual(['ALPHA     ']);
  });

  it('are remembered by their note ids and the time for px.GetDeletedRecords(), and nothing else is', async () => {
    await start({ data, clock: { now: () => time } });
    const id = simulator.store.find('Customer', 'ALPHA')?.id;
    expect(await deleted('PX_Objects_AR_Customer')).toEqual([]);
    await caller.send('DELETE', '/entity/Default/24.200.001/Customer/ALPHA');
    simulator.advance(60_000);
    await caller.send('DELETE', '/entity/Default/24.200.001/Customer/BETA');
    const rows = await deleted('Customer');
    expect(rows[0]).toEqual({ RefNoteID: id, DeleteDate: '2026-03-01T10:00:00Z' });
    expect(rows).toHaveLength(2);
    expect(await deleted('Customer', '?$filter=DeleteDate ge 2026-03-01T10:00:30Z')).toHaveLength(1);
    await caller.put('Customer', wired({ CustomerID: 'GAMMA' }));
    expect(await deleted('Customer')).toHaveLength(2);
  });

  it('are told in a context of their own, by a function that $metadata does not declare', async () => {
    await start();
    const root = '/t/Company/api/odata/dac';
    const { json } = await caller.send('GET', `${root}/SOOrder/px.GetDeletedRecords()`);
    expect(json).toEqual({
      '@odata.context': `${simulator.url}${root}/$metadata#Collection(PX.Api.OData.DAC.DeletedRecordResult)`,
      value: [],
    });
    const { text } = await caller.send('GET', `${root}/$metadata`);
    expect(text).toContain('<ComplexType Name="DeletedRecordResult"><Property Name="RefNoteID" Type="Edm.Guid"/>');
    expect(text).not.toContain('GetDeletedRecords');
  });

  it('are remembered for the classes that the ERP is told to track alone', async () => {
    await start({ data, trackDeleted: ['SalesOrder'] });
    const ask = async (set: string): Promise<number> =>
      (await caller.send('GET', `/t/Company/api/odata/dac/${set}/px.GetDeletedRecords()`)).status;
    expect([await ask('SOOrder'), await ask('PX_Objects_SO_SOOrder')]).toEqual([200, 200]);
    expect([await ask('Customer'), await ask('SOLine'), await ask('Nothing')]).toEqual([404, 404, 404]);
  });
});

describe('§14 inquiries', () => {
  const columns = { Item: 'String' } as const;

  it('whose type names clash get _2', async () => {
    await start({
      inquiries: {
        'My Sales': { columns, rows: [] },
        'My-Sales': { columns, rows: [] },
        MySales: { columns, rows: [] },
      },
    });
    const { text } = await caller.send('GET', '/t/Company/api/odata/gi/$metadata');
    expect(text.match(/EntityType Name="MySales\w*"/g)).toEqual([
      'EntityType Name="MySales"',
      'EntityType Name="MySales_2"',
      'EntityType Name="MySales_3"',
    ]);
    expect(text).toContain('<EntitySet Name="My-Sales" EntityType="GenericInquiry.MySales_2"/>');
  });

  it('have keys first in $metadata, in the order of the key, then the columns, then keys that are no columns', async () => {
    const all = { Qty: 'Int', OrderNbr: 'String', OrderType: 'String' } as const;
    const sales = { columns: all, keys: ['OrderType', 'OrderNbr', 'LineNbr'], rows: [] };
    await start({ inquiries: { Sales: sales } });
    const { text } = await caller.send('GET', '/t/Company/api/odata/gi/$metadata');
    const [type = ''] = /<EntityType Name="Sales">.*?<\/EntityType>/.exec(text) ?? [];
    expect([...type.matchAll(/<Property Name="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'OrderType',
      'OrderNbr',
      'Qty',
      'LineNbr',
    ]);
  });

  it('may have keys padded with blanks', async () => {
    await start({ inquiries: { Sales: { columns, rows: [{ Item: 'A' }] } }, assume: { odataKeys: 'padded' } });
    const { json } = await caller.send('GET', '/t/Company/api/odata/gi/Sales');
    expect(json).toMatchObject({ value: [{ Item: 'A         ' }] });
  });

  it('of an organisation have no rows without its parameter', async () => {
    await start({ inquiryNeeds: { InventorySummaryInquiry: ['WarehouseID'] } });
    const rows = async (body: object): Promise<number> => {
      const { status, json } = await caller.put('InventorySummaryInquiry?$expand=Results', body);
      expect(status).toBe(200);
      return (json as { Results: unknown[] }).Results.length;
    };
    expect(await rows({})).toBe(0);
    expect(await rows(wired({ InventoryID: 'GLPINT16' }))).toBe(0);
    expect(await rows(wired({ InventoryID: 'GLPINT16', WarehouseID: 'MAIN' }))).toBeGreaterThan(0);
  });
});
