import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;

beforeAll(async () => {
  simulator = await startSimulator();
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

type Row = Record<string, { value?: unknown }>;

async function results(inquiry: string, parameters: Record<string, unknown>): Promise<Row[]> {
  const { status, json } = await caller.put(`${inquiry}?$expand=Results`, wired(parameters));
  expect(status).toBe(200);
  return (json as { Results: Row[] }).Results;
}

describe('inquiries of the demo company, through the contract', () => {
  test('tell what lies where, for an item and a warehouse', async () => {
    const rows = await results('InventorySummaryInquiry', { InventoryID: 'GLPINT16' });
    expect(rows.map((row) => row['WarehouseID']?.value)).toEqual(['MAIN', 'WEST', 'RETAIL']);
    const [main] = await results('InventorySummaryInquiry', { InventoryID: 'glpint16', WarehouseID: 'MAIN' });
    expect(Number(main?.['QtyOnHand']?.value)).toBeGreaterThan(0);
    expect(await results('InventorySummaryInquiry', {})).toEqual([]);
  });

  test('tell what customers owe, as the orders and invoices of this moment have it', async () => {
    const all = await results('CustomerBalanceInquiry', {});
    expect(all).toHaveLength(64);
    const local = await results('CustomerBalanceInquiry', { CustomerClass: 'LOCAL' });
    expect(local.every((row) => row['CustomerClass']?.value === 'LOCAL')).toBe(true);
    const debtors = await results('CustomerBalanceInquiry', { MinimumBalance: 0.01 });
    expect(debtors.length).toBeGreaterThan(0);
    expect(debtors.length).toBeLessThan(64);
  });

  test('cannot be listed with GET', async () => {
    expect((await caller.get('InventorySummaryInquiry')).status).toBe(500);
  });
});

test('the demo company is of the day it was started on, however late its forms are first opened', async () => {
  const firstDate = async (on: Simulator): Promise<unknown> => {
    const { json } = await (await signedIn(on)).get('SalesOrder?$top=1&$select=Date');
    return (json as Row[])[0]?.['Date']?.value;
  };
  const late = await startSimulator();
  try {
    late.advance(3 * 86_400_000);
    expect(await firstDate(late)).toBe(await firstDate(simulator));
  } finally {
    await late.close();
  }
});
