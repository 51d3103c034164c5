import { gunzipSync } from 'node:zlib';
import { generateDemoRecords } from '../../src/demo/generated/generate-demo-records.js';
import { GeneratedOrder } from '../../src/demo/generated/generated-order.js';
import { demoRecords } from '../../src/demo/demo-records.js';
import { amountOf, rowsOf, sumOf, textOf, toCents } from '../../src/demo/fields.js';
import { startSimulator } from '../../src/index.js';
import { fieldReader } from '../../src/store/field-reader.js';
import { cloneRecord } from '../../src/store/clone-record.js';
import type { StoredRecord } from '../../src/store/stored-record.js';
import { signedIn, wired } from '../support/signed-in.js';

const today = '2024-06-28';
const make = (entity: string, count: number): StoredRecord[] => [
  ...generateDemoRecords(entity, { count, seed: 1, today }),
];
const orders = make('SalesOrder', 640);
const more = orders.filter((order): order is GeneratedOrder => order instanceof GeneratedOrder);

describe('orders generated beside those of the demo company', () => {
  test('come after its own and make up the number', () => {
    const own = demoRecords('SalesOrder', 1, today);
    expect(orders).toHaveLength(640);
    expect(orders.slice(0, own.length)).toEqual(own);
    expect(more).toHaveLength(640 - own.length);
  });

  test('have the same header whether it is looked at alone or the form made the whole order', () => {
    for (const order of more) expect(new Map(order.fields)).toEqual(withoutEmpty(order.grown().fields));
  });

  test('have the same linked entities whether a list is searched by them or the form made the whole order', () => {
    for (const order of more.slice(0, 100))
      for (const [link, linked] of order.grown().links)
        for (const [field, value] of linked?.fields ?? []) expect(fieldReader([link, field])(order)).toEqual(value);
  });

  test('add up', () => {
    for (const order of more) {
      const lines = rowsOf(order, 'Details');
      const tax = sumOf(rowsOf(order, 'TaxDetails'), 'TaxAmount');
      expect(amountOf(order, 'OrderTotal')).toBe(toCents(sumOf(lines, 'Amount') + tax));
      expect(amountOf(order, 'OrderedQty')).toBe(sumOf(lines, 'OrderQty'));
    }
  });

  test('refer to customers and items that are there', () => {
    const customers = new Set(make('Customer', 64).map((customer) => textOf(customer, 'CustomerID')));
    const items = new Set(demoRecords('StockItem', 1, today).map((item) => textOf(item, 'InventoryID')));
    for (const order of more) {
      expect(customers).toContain(textOf(order, 'CustomerID'));
      for (const line of rowsOf(order, 'Details')) expect(items).toContain(textOf(line, 'InventoryID'));
    }
  });

  test('have ids and numbers of their own, rows too', () => {
    const rows = more.flatMap((order) => [...order.details.values()].flat());
    expect(new Set([...orders, ...rows].map(({ id }) => id)).size).toBe(orders.length + rows.length);
    expect(new Set(orders.map((order) => `${textOf(order, 'OrderType')} ${textOf(order, 'OrderNbr')}`)).size).toBe(640);
  });

  test('are the same at every look', () => {
    for (const order of more.slice(0, 20)) expect(cloneRecord(order)).toEqual(cloneRecord(order));
    expect(
      make('SalesOrder', 300)
        .slice(240, 242)
        .map(({ id }) => id),
    ).toEqual(orders.slice(240, 242).map(({ id }) => id));
  });

  test('count into the balance of their customer, at the start and after the next order', async () => {
    await using simulator = await startSimulator({ generated: { SalesOrder: 1000 } });
    const { store } = simulator;
    const balance = (): unknown =>
      (store.find('Customer', 'ABARTENDE')?.['CreditVerificationRules'] as { OpenOrdersBalance: number })
        .OpenOrdersBalance;
    const before = balance();
    const caller = await signedIn(simulator);
    await caller.send('PUT', '/entity/Default/24.200.001/SalesOrder', { CustomerID: { value: 'ABARTENDE' } });
    expect(before).toBeGreaterThan(0);
    expect(balance()).toBe(before);
  });

  test('are changed, and shipped by a long operation, as any other', async () => {
    await using simulator = await startSimulator({ generated: { SalesOrder: 400 } });
    const caller = await signedIn(simulator);
    const [order] = (await caller.get("SalesOrder?$filter=Status eq 'Open' and OrderNbr gt '000300'&$top=1")).json as {
      OrderNbr: { value: string };
    }[];
    const number = order?.OrderNbr.value ?? '';
    const entity = wired({ OrderType: 'SO', OrderNbr: number });
    expect((await caller.put('SalesOrder', { ...entity, ...wired({ Description: 'Changed' }) })).status).toBe(200);
    expect((await caller.post('SalesOrder/SalesOrderCreateShipment', { entity })).status).toBe(202);
    simulator.advance(60_000);
    expect(simulator.store.find('SalesOrder', 'SO', number)).toMatchObject({
      Status: 'Shipping',
      Description: 'Changed',
    });
  });

  test('are listed without a limit, in parts that make the same list as pages do', async () => {
    await using simulator = await startSimulator({ generated: { SalesOrder: 2500 } });
    const caller = await signedIn(simulator);
    const list = async (query: string): Promise<{ id: string; rowNumber: number }[]> =>
      (await caller.get(`SalesOrder?$select=OrderNbr${query}`)).json as { id: string; rowNumber: number }[];
    const all = await list('');
    const pages = [...(await list('&$top=2000')), ...(await list('&$skip=2000'))];
    expect(all.map(({ id }) => id)).toEqual(pages.map(({ id }) => id));
    expect(all.map(({ rowNumber }) => rowNumber)).toEqual(all.map((_, at) => at + 1));
    const packed = await caller.get('SalesOrder?$select=OrderNbr', { 'Accept-Encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect((JSON.parse(gunzipSync(packed.bytes).toString()) as unknown[]).length).toBe(2500);
  });
});

describe('other records generated beside those of the demo company', () => {
  test('refer to its records and hold what their drop-downs hold', () => {
    for (const payment of make('Payment', 300))
      expect(['Payment', 'Prepayment', 'Refund', 'Credit Memo']).toContain(textOf(payment, 'Type'));
    for (const item of make('StockItem', 100)) expect(textOf(item, 'InventoryID')).not.toBe('');
  });
});

function withoutEmpty(fields: StoredRecord['fields']): StoredRecord['fields'] {
  return new Map([...fields].filter(([, value]) => value !== null));
}
