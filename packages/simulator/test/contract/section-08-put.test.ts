import { endpointPath, wired } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { values, newOrder } from '../support/wire-record.js';

test(
  '§8.1 calculated members are ignored, text in place of their number too',
  withCaller(async ({ caller }) => {
    const order = values(await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE', OrderTotal: '2.00' })));
    expect(order['OrderTotal']).toEqual({ value: 0 });
  }),
);

test(
  '§8.1 members are found in any case',
  withCaller(async ({ caller }) => {
    const order = values(await caller.put('SalesOrder', wired({ customerid: 'ABARTENDE', DESCRIPTION: 'Loud' })));
    expect([order['CustomerID']?.value, order['Description']?.value]).toEqual(['ABARTENDE', 'Loud']);
  }),
);

test(
  '§8.1 the same PUT without keys makes two records',
  withCaller(async ({ caller }) => {
    const [first, second] = [await newOrder(caller), await newOrder(caller)];
    expect(first['OrderNbr']?.value).not.toBe(second['OrderNbr']?.value);
  }),
);

test(
  '§8.1 a $filter that finds nothing leads to an insert',
  withCaller(async ({ simulator, caller }) => {
    const body = wired({ CustomerID: 'NEWONE', CustomerName: 'New' });
    const answer = await caller.put("Customer?$filter=MainContact/Email eq 'no@body'", body);
    expect([answer.status, simulator.store.find('Customer', 'NEWONE')?.['CustomerName']]).toEqual([200, 'New']);
  }),
);

test(
  '§8.1 $select and $custom shape the answer',
  withCaller(async ({ caller }) => {
    const answer = await caller.put(
      'Customer?$select=CustomerName&$custom=CurrentCustomer.UsrRegion',
      wired({ CustomerID: 'ABARTENDE' }),
    );
    expect(Object.keys(values(answer))).toEqual(['id', 'rowNumber', 'note', 'CustomerName', 'custom', '_links']);
    expect(answer.text).toContain('"UsrRegion":{"type":"CustomStringField"');
  }),
);

test(
  '§8.1 unknown members of rows are ignored',
  withCaller(async ({ caller }) => {
    const { Details } = values(
      await caller.put('SalesOrder?$expand=Details', {
        ...wired({ CustomerID: 'ABARTENDE' }),
        Details: [wired({ InventoryID: 'BTBLENDER', Quantity: 3 })],
      }),
    ) as unknown as { Details: { OrderQty: { value: number } }[] };
    expect(Details[0]?.OrderQty.value).toBe(0);
  }),
);

test(
  '§8.3 the conditions hold for actions too, and there are no ETags',
  withCaller(async ({ caller }) => {
    const nobody = { entity: wired({ CustomerID: 'NOBODY' }) };
    expect((await caller.post('Customer/Activate', nobody, { 'If-Match': '*' })).status).toBe(412);
    expect((await caller.get('Customer/ABARTENDE')).headers).not.toHaveProperty('etag');
  }),
);

test(
  '§8.5 nothing is deleted without a key or id',
  withCaller(async ({ simulator, caller }) => {
    const before = simulator.store.count('Customer');
    expect((await caller.send('DELETE', `${endpointPath}/Customer`)).status).toBe(405);
    expect(simulator.store.count('Customer')).toBe(before);
  }),
);
