import { endpointPath, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { idOf, newOrder, values } from '../support/wire-record.js';

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
    expect(Object.keys(values(answer))).toEqual([
      'id',
      'rowNumber',
      'note',
      'CustomerID',
      'CustomerName',
      'custom',
      '_links',
    ]);
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

test(
  '§8.1 an answer has all members of the record that are not linked or rows',
  withCaller(async ({ caller }) => {
    const read = await caller.get('Customer/ABARTENDE');
    const written = await caller.put('Customer', wired({ CustomerID: 'ABARTENDE' }));
    expect(written.text).toBe(read.text);
    const made = await caller.put('Customer', wired({ CustomerID: 'NEWONE', CustomerName: 'New' }));
    expect(Object.keys(values(made))).toEqual(Object.keys(values(read)));
  }),
);

const changedAt = async (caller: Caller): Promise<unknown> =>
  values(await caller.get('Customer/ABARTENDE'))['LastModifiedDateTime']?.value;

test(
  '§8.1 a PUT of what is there already writes nothing',
  withCaller(async ({ simulator, caller }) => {
    const before = await changedAt(caller);
    simulator.advance(60_000);
    await caller.put('Customer', wired({ CustomerID: 'ABARTENDE', CustomerName: 'A Bar & Tender' }));
    expect(await changedAt(caller)).toBe(before);
    await caller.put('Customer', wired({ CustomerID: 'ABARTENDE', CustomerName: 'Other' }));
    expect(await changedAt(caller)).not.toBe(before);
  }),
);

test(
  '§8.4 a PATCH writes what it is given, also what is there already',
  withCaller(
    async ({ simulator, caller }) => {
      const before = await changedAt(caller);
      simulator.advance(60_000);
      const body = wired({ CustomerID: 'ABARTENDE', CustomerName: 'A Bar & Tender' });
      expect((await caller.send('PATCH', `${endpointPath}/Customer`, body)).status).toBe(200);
      expect(await changedAt(caller)).not.toBe(before);
    },
    { release: '25R1' },
  ),
);

test(
  '§8.2 a row is updated by its id',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    const [line] = order['Details'] as unknown as { id: string }[];
    const keys = wired({ OrderType: 'SO', OrderNbr: order['OrderNbr']?.value });
    const Details = [{ id: line?.id, ...wired({ OrderQty: 7 }) }];
    const changed = values(await caller.put('SalesOrder?$expand=Details', { ...keys, Details }));
    expect(changed['Details']).toMatchObject([{ id: line?.id, OrderQty: { value: 7 } }]);
  }),
);

test(
  '§8.5 a row has no address to be deleted by',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    const [line] = order['Details'] as unknown as { id: string }[];
    const at = `${endpointPath}/SalesOrder`;
    for (const path of [`${at}/${line?.id ?? ''}`, `${at}/${idOf(order)}/Details/${line?.id ?? ''}`])
      expect((await caller.send('DELETE', path)).status).toBeGreaterThanOrEqual(400);
    expect(values(await caller.get(`SalesOrder/${idOf(order)}?$expand=Details`))['Details']).toHaveLength(1);
  }),
);

test(
  '§8.6 ReturnBehavior in a query changes nothing',
  withCaller(async ({ caller }) => {
    const body = wired({ CustomerID: 'ABARTENDE' });
    const { text } = await caller.put('Customer', body);
    for (const behaviour of ['None', 'OnlySystem', 'OnlySpecified'])
      expect((await caller.put(`Customer?ReturnBehavior=${behaviour}`, body)).text).toBe(text);
  }),
);

test(
  '§8.7 422 shows errors in linked entities too, expanded or not',
  withCaller(async ({ caller }) => {
    const answer = await caller.put('SalesOrder', {
      ...wired({ CustomerID: 'ABARTENDE' }),
      ShippingSettings: wired({ ScheduledShipmentDate: 'soon' }),
    });
    expect(answer.status).toBe(422);
    const error = expect.any(String) as unknown;
    expect(answer.json).toMatchObject({ error, ShippingSettings: { ScheduledShipmentDate: { error } } });
  }),
);
