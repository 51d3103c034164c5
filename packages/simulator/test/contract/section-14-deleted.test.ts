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

describe('§14 rows that were deleted', () => {
  it('are shown by px.GetDeletedRecords() and, beside the others, to PX-ApiDeleted', async () => {
    await start({ data: { Customer: [{ CustomerID: 'ALPHA' }, { CustomerID: 'BETA' }] } });
    expect(await names('PX_Objects_AR_Customer/px.GetDeletedRecords()')).toEqual([]);
    expect((await caller.send('DELETE', '/entity/Default/24.200.001/Customer/ALPHA')).status).toBe(204);
    expect(await names('PX_Objects_AR_Customer')).toEqual(['BETA']);
    expect(await names('PX_Objects_AR_Customer/px.GetDeletedRecords()')).toEqual(['ALPHA']);
    expect(await names("PX_Objects_AR_Customer/px.GetDeletedRecords()?$filter=AcctCD eq 'BETA'")).toEqual([]);
    expect(await names('PX_Objects_AR_Customer', { 'PX-ApiDeleted': 'SHOW' })).toEqual(['BETA', 'ALPHA']);
    await caller.put('Customer', wired({ CustomerID: 'GAMMA' }));
    expect(await names('PX_Objects_AR_Customer/px.GetDeletedRecords()')).toEqual(['ALPHA']);
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
