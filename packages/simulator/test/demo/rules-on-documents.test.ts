import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { declaredDocument } from '../support/declared-document.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { newOrder, values } from '../support/wire-record.js';
import type { WireRecord } from '../support/wire-record.js';
import { withCaller } from '../support/with-caller.js';

const shop = {
  SalesOrder: {
    form: 'Sales Orders (SO301000)',
    keys: 'OrderType OrderNbr',
    members: 'CustomerID Details*SalesOrderDetail OrderNbr OrderTotal:Decimal OrderType Status',
  },
  SalesOrderDetail: { members: 'Amount:Decimal InventoryID OrderQty:Decimal UnitPrice:Decimal' },
  StockItem: { form: 'Stock Items (IN202500)', keys: 'InventoryID', members: 'DefaultPrice:Decimal InventoryID' },
  NonStockItem: { form: 'Non-Stock Items (IN202000)', keys: 'InventoryID', members: 'InventoryID' },
};

async function tried<T>(
  options: SimulatorOptions & { name?: string },
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const { name = 'Default/1', ...rest } = options;
  const schema = declaredDocument(shop, { name });
  await using simulator = await startSimulator({ schema, generated: 0, ...rest });
  return await work(await signedIn(simulator, {}, `/entity/${name}`));
}

const order = (lines: readonly Record<string, unknown>[]): Record<string, unknown> => ({
  ...wired({ CustomerID: 'ACME' }),
  Details: lines.map(wired),
});
const data = { StockItem: [{ InventoryID: 'BOLT', DefaultPrice: 3 }], NonStockItem: [{ InventoryID: 'ADVICE' }] };

describe('documents of one’s own', () => {
  it('add up as those of the demo company when they are called Default, and otherwise when that is asked for', async () => {
    const total = (options: Parameters<typeof tried>[0]): Promise<unknown> =>
      tried({ data, ...options }, async (caller) => {
        const body = order([{ InventoryID: 'BOLT', OrderQty: 4 }]);
        return values(await caller.put('SalesOrder', body))['OrderTotal']?.value;
      });
    expect(await total({})).toBe(12);
    expect(await total({ rules: 'documents' })).toBeUndefined();
    expect(await total({ name: 'Own/1' })).toBeUndefined();
    expect(await total({ name: 'Own/1', rules: 'demo' })).toBe(12);
  });

  it('refuse items that no entity has, and none where there are no items', async () => {
    const status = (InventoryID: string, given: SimulatorOptions['data']): Promise<number> =>
      tried(
        { ...(given && { data: given }) },
        async (caller) => (await caller.put('SalesOrder', order([{ InventoryID }]))).status,
      );
    expect(await status('BOLT', data)).toBe(200);
    expect(await status('ADVICE', data)).toBe(200);
    expect(await status('NUT', data)).toBe(422);
    expect(await status('NUT', undefined)).toBe(200);
  });

  it('that were given are taken as they are, and follow the rules from an action on', async () => {
    const key = { OrderType: 'SO', OrderNbr: '000007' };
    const given = { SalesOrder: [{ ...key, CustomerID: 'ACME', Status: 'Completed' }] };
    await tried({ data: given }, async (caller) => {
      const put = async (): Promise<number> =>
        (await caller.put('SalesOrder', { ...wired({ ...key, CustomerID: 'OTHER' }) })).status;
      expect(await put()).toBe(200);
      expect((await caller.post('SalesOrder/CancelOrder', { entity: wired(key) })).status).toBe(204);
      expect((await caller.put('SalesOrder', wired({ ...key, CustomerID: 'ACME' }))).status).toBe(422);
      expect((await caller.post('SalesOrder/CancelOrder', { entity: wired(key) })).status).toBe(500);
    });
  });
});

describe('the demo company', () => {
  test(
    'has bills for its purchase orders, most of them released',
    withCaller(async ({ simulator, caller }) => {
      const bills = simulator.store.all('Bill');
      expect(bills.length).toBeGreaterThan(10);
      expect(new Set(bills.map(({ Status }) => Status))).toEqual(new Set(['Open', 'Balanced']));
      const { Details, Amount } = values(
        await caller.get(`Bill/Bill/${String(bills[0]?.['ReferenceNbr'])}?$expand=Details`),
      );
      const lines = Details as unknown as WireRecord[];
      expect(lines[0]?.['POOrderNbr']?.value).toMatch(/^PO\d{6}$/);
      const sum = lines.reduce((total, line) => total + Number(line['Amount']?.value), 0);
      expect(sum).toBeCloseTo(Number(Amount?.value));
    }),
  );

  test(
    'reverses a bill that is released',
    withCaller(async ({ simulator, caller }) => {
      const open = simulator.store.all('Bill').find(({ Status }) => Status === 'Open');
      const entity = wired({ Type: 'Bill', ReferenceNbr: open?.['ReferenceNbr'] });
      expect((await caller.post('Bill/ReverseBill', { entity })).status).toBe(204);
      const reversal = simulator.store.all('Bill').find(({ Type }) => Type === 'Debit Adj.');
      expect([reversal?.['Amount'], reversal?.['Status']]).toEqual([open?.['Amount'], 'Balanced']);
    }),
  );

  test(
    'invoices what an order has shipped when it is told the order and the shipment alone',
    withCaller(async ({ simulator, caller }) => {
      const OrderNbr = String((await newOrder(caller))['OrderNbr']?.value);
      const started = await caller.post('SalesOrder/SalesOrderCreateShipment', {
        entity: wired({ OrderType: 'SO', OrderNbr }),
      });
      for (let polls = 0; polls < 2; polls += 1) await caller.send('GET', started.headers.location ?? '');
      const [{ ShipmentNbr }] = simulator.store.all('Shipment').slice(-1) as unknown as [Record<string, unknown>];
      const body = { Details: [wired({ OrderType: 'SO', OrderNbr, ShipmentNbr })] };
      const invoice = values(await caller.put('SalesInvoice?$expand=Details,TaxDetails', body));
      expect(invoice).toMatchObject({
        CustomerID: { value: 'ABARTENDE' },
        Status: { value: 'Balanced' },
        Details: [{ InventoryID: { value: 'BTBLENDER' }, Qty: { value: 2 }, OrderNbr: { value: OrderNbr } }],
        TaxDetails: [{ TaxAmount: invoice['TaxTotal'] }],
      });
    }),
  );
});
