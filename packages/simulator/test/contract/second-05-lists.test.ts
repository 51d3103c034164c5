import type { SimulatorOptions } from '../../src/index.js';
import { withCaller } from '../support/with-caller.js';
import { rowsOf, values } from '../support/wire-record.js';

const slow: SimulatorOptions = { cannotOptimize: { Customer: ['CustomerName'] } };
const behaviour = (name: string): Record<string, string> => ({ 'PX-CbApiBehavior': name });

describe('§5.8 a list that cannot be read as one query', () => {
  test(
    'is read record by record where that is asked for',
    withCaller(async ({ caller }) => {
      expect((await caller.get('Customer')).status).toBe(500);
      expect((await caller.get('Customer', behaviour('NOTOPTIMIZE'))).status).toBe(200);
      expect((await caller.get('Customer', behaviour('FASTFAIL'))).status).toBe(500);
    }, slow),
  );

  test(
    'may be read so unasked, and then fails where that is asked for',
    withCaller(
      async ({ caller }) => {
        expect((await caller.get('Customer')).status).toBe(200);
        expect((await caller.get('Customer', behaviour('FASTFAIL'))).status).toBe(500);
      },
      { ...slow, assume: { slowLists: 'each' } },
    ),
  );

  const reason = async (release: '18R2' | '22R2', path: string): Promise<unknown> => {
    let told: unknown;
    await withCaller(
      async ({ caller }) => {
        const { status, json } = await caller.get(path);
        told = status === 200 ? 200 : (json as { exceptionMessage: string }).exceptionMessage;
      },
      { release },
    )();
    return told;
  };

  test('is one of payments with their history of applications', async () => {
    const path = 'Payment?$expand=ApplicationHistory&$select=ReferenceNbr,ApplicationHistory/AmountPaid';
    const head = 'Optimization cannot be performed.The following fields cause the error:\r\n';
    expect(await reason('22R2', path)).toBe(`${head}ApplicationHistory/AmountPaid: View ARPost has BQL delegate\r\n`);
    expect(await reason('18R2', path)).toBe(
      `${head}ApplicationHistory/AmountPaid: View Adjustments_History has BQL delegate\r\n`,
    );
    expect(await reason('22R2', 'Payment?$expand=DocumentsToApply')).toBe(200);
  });
});

test(
  '§5.6 an unknown name in $expand is ignored, also below a known one',
  withCaller(async ({ caller }) => {
    const { text } = await caller.get('SalesOrder/SO/000001?$expand=Details');
    expect((await caller.get('SalesOrder/SO/000001?$expand=Details,Nope,Nope/Deeper,Details/Nope')).text).toBe(text);
  }),
);

test(
  '§5.4 $orderby is ignored, and no list tells how many records there are',
  withCaller(async ({ caller }) => {
    const { text } = await caller.get('Customer?$select=CustomerID');
    expect((await caller.get('Customer?$select=CustomerID&$orderby=CustomerName desc')).text).toBe(text);
    expect((await caller.get('Customer?$select=CustomerID&$inlinecount=allpages&$count=true')).text).toBe(text);
    expect((await caller.get('Customer/$count')).status).toBe(500);
  }),
);

test(
  '§5.4 pages are read until one is short',
  withCaller(async ({ simulator, caller }) => {
    const seen = new Set<unknown>();
    for (let skip = 0, size = 10; size === 10; skip += 10) {
      const page = rowsOf(await caller.get(`Customer?$top=10&$skip=${String(skip)}&$select=CustomerID`));
      for (const { CustomerID } of page) seen.add(CustomerID?.value);
      size = page.length;
    }
    expect(seen.size).toBe(simulator.store.count('Customer'));
  }),
);

test(
  '§5.2 drop-downs are compared by label or by what the database keeps, days as days',
  withCaller(async ({ caller }) => {
    const count = async (filter: string): Promise<number> =>
      rowsOf(await caller.get(`StockItem?$filter=${encodeURIComponent(filter)}`)).length;
    expect(await count("ItemStatus eq 'Active'")).toBeGreaterThan(3);
    expect(await count("ItemStatus eq 'AC'")).toBe(await count("ItemStatus eq 'Active'"));
    expect(await count("ItemStatus eq 'XX'")).toBe(0);
    const order = values(await caller.get('SalesOrder/SO/000001'));
    const day = String(order['Date']?.value).slice(0, 10);
    const orders = rowsOf(await caller.get(`SalesOrder?$filter=Date%20eq%20date'${day}'`));
    expect(orders.map(({ OrderNbr }) => OrderNbr?.value)).toContain('000001');
  }),
);
