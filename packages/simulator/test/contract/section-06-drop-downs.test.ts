import { startSimulator } from '../../src/index.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

const withCaller = async (check: (caller: Caller) => Promise<void>): Promise<void> => {
  await using simulator = await startSimulator();
  await check(await signedIn(simulator));
};
const value = (answer: { json: unknown }, field: string): unknown =>
  (answer.json as Record<string, { value?: unknown }>)[field]?.value;

describe('§6 drop-downs', () => {
  it('are written by their label', () =>
    withCaller(async (caller) => {
      const answer = await caller.put('StockItem', wired({ InventoryID: 'GLPINT16', ItemStatus: 'No Sales' }));
      expect([answer.status, value(answer, 'ItemStatus')]).toEqual([200, 'No Sales']);
    }));

  it('are written by what the database keeps, and shown by their label', () =>
    withCaller(async (caller) => {
      const item = await caller.put('StockItem', wired({ InventoryID: 'GLPINT16', ItemStatus: 'NS' }));
      expect([item.status, value(item, 'ItemStatus')]).toEqual([200, 'No Sales']);
      const order = await caller.put('SalesOrder?$expand=Details', {
        ...wired({ CustomerID: 'ABARTENDE' }),
        Details: [wired({ InventoryID: 'GLPINT16', OrderQty: 1, ShippingRule: 'L' })],
      });
      expect(order.text).toContain('"ShippingRule":{"value":"Cancel Remainder"}');
    }));

  it('find the record by a key written as the database keeps it', () =>
    withCaller(async (caller) => {
      const [invoice] = (await caller.get('Invoice?$top=1')).json as Record<string, { value?: unknown }>[];
      const body = wired({ Type: 'INV', ReferenceNbr: invoice?.['ReferenceNbr']?.value });
      expect((await caller.put('Invoice', body)).json).toMatchObject({ id: invoice?.['id'] });
    }));

  it('refuse what is neither', () =>
    withCaller(async (caller) => {
      expect((await caller.put('StockItem', wired({ InventoryID: 'GLPINT16', ItemStatus: 'XX' }))).status).toBe(422);
    }));
});
