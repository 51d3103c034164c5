import { text } from 'node:stream/consumers';
import { AcumaticaConcurrencyError, AcumaticaNotFoundError, AcumaticaQueryError, F, QueryOptions } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, requestsOf, simulated } from '../support/simulated.js';

let sim: Simulator;
let client: AcumaticaClient;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(async () => {
  sim.reset();
  client = await connectTo(sim);
});
afterEach(() => client.close());

const last = () => sim.requests().at(-1);

test('get_by_id(id, select, expand)', async () => {
  const customer = await client.customers.getById('ABARTENDE', {
    select: ['CustomerID', 'MainContact'],
    expand: ['MainContact'],
  });
  expect(customer).toBeInstanceOf(client.models.Customer);
  expect(customer.toPlain()).toMatchObject({ CustomerID: 'ABARTENDE', MainContact: { Email: 'bar@example.com' } });
  expect(last()?.query).toMatchObject({
    $select: expect.stringContaining('CustomerID') as string,
    $expand: 'MainContact',
  });
  expect((await client.customers.getById(String(customer.id))).CustomerID).toBe('ABARTENDE');
  await expect(client.customers.getById('NOPE')).rejects.toThrow(AcumaticaNotFoundError);
});

test('get_by_keys(**keys)', async () => {
  const order = await client.salesOrders.getByKeys({ OrderNbr: '000001', OrderType: 'SO' });
  expect(order.toPlain()).toMatchObject({ OrderType: 'SO', OrderNbr: '000001' });
  expect(last()?.path).toBe('/entity/Default/24.200.001/SalesOrder/SO/000001');
  for (const key of ['A B', 'A#B', 'Ä%41']) {
    sim.store.put('Customer', { CustomerID: key, CustomerName: key });
    expect((await client.customers.getByKeys({ CustomerID: key })).CustomerName).toBe(key);
    expect(last()?.path).toBe(`/entity/Default/24.200.001/Customer/${encodeURIComponent(key)}`);
  }
  sim.store.put('Customer', { CustomerID: 'A/B', CustomerName: 'Slash' });
  expect((await client.customers.getByKeys({ CustomerID: 'A/B' })).CustomerName).toBe('Slash');
  expect(last()?.query).toMatchObject({ $filter: "CustomerID eq 'A/B'" });
});

test('get_list(filter, options)', async () => {
  const filter = F.Status.eq('Active');
  const plain = await client.customers.getList({ filter, select: ['CustomerID'], top: 1, skip: 1 });
  expect(plain.map(({ CustomerID }) => CustomerID)).toEqual(['TECHCO']);
  expect(last()?.query).toMatchObject({ $filter: "Status eq 'Active'", $top: '1', $skip: '1', $select: 'CustomerID' });
  const options = new QueryOptions({ filter, select: ['CustomerID', 'CustomerName'] });
  expect(await client.customers.getList(options)).toHaveLength(2);
  expect(await client.customers.getList({ filter: "Status eq 'Inactive'" })).toHaveLength(1);
  expect((await client.customers.getList()).length).toBe(3);
  await expect(client.customers.getList({ filter: undefined } as never)).rejects.toThrow(AcumaticaQueryError);
  await expect(client.customers.getList({ filtre: filter } as never)).rejects.toThrow(/no list option filtre/);
});

test('put_entity(entity)', async () => {
  const customer = await client.customers.getById('ABARTENDE');
  customer.CustomerName = 'Renamed';
  expect(await client.customers.putEntity(customer)).toBe(customer);
  expect(last()?.body).toEqual({ id: customer.id, CustomerName: { value: 'Renamed' } });
  const before = requestsOf(sim).length;
  await client.customers.putEntity(customer);
  expect(requestsOf(sim)).toHaveLength(before);

  const made = await client.customers.putEntity(
    { CustomerID: 'MADE', CustomerName: 'Made', CustomerClass: 'LOCAL' },
    { expand: ['MainContact'] },
  );
  expect([made.isNew, made.CustomerID]).toEqual([false, 'MADE']);
  const again = client.customers.putEntity({ CustomerID: 'MADE', CustomerName: 'Twice' }, { mode: 'insertOnly' });
  await expect(again).rejects.toThrow(AcumaticaConcurrencyError);
  const absent = client.customers.putEntity({ CustomerID: 'ABSENT', CustomerName: 'Nobody' }, { mode: 'updateOnly' });
  await expect(absent).rejects.toThrow(AcumaticaConcurrencyError);
  await client.customers.putEntity(
    new client.models.Customer({ CustomerID: 'MODEL', CustomerName: 'Model', CustomerClass: 'LOCAL' }),
  );
  expect(sim.store.find('Customer', 'MODEL')).toMatchObject({ CustomerName: 'Model' });
});

test('delete_by_id, delete_by_keys', async () => {
  await client.customers.deleteById('TECHCO');
  await client.customers.deleteByKeys({ CustomerID: 'OLDLLC' });
  expect(['TECHCO', 'OLDLLC'].map((key) => sim.store.find('Customer', key))).toEqual([undefined, undefined]);
  await expect(client.customers.deleteById('TECHCO')).rejects.toThrow(AcumaticaNotFoundError);
});

test('put_file(id, filename, data, comment), get_files(id)', async () => {
  await client.customers.putFile('ABARTENDE', 'läst note.txt', 'hello', 'a comment');
  const files = await client.customers.getFiles('ABARTENDE');
  expect(files).toMatchObject([{ name: 'läst note.txt', comment: 'a comment' }]);
  expect(await text(await client.customers.getFile('ABARTENDE', 'läst note.txt'))).toBe('hello');
  const order = await client.salesOrders.getById(['SO', '000001']);
  await client.salesOrders.putFile(order, 'a.bin', new Uint8Array([1, 2, 3]));
  expect(await client.salesOrders.getFiles({ OrderType: 'SO', OrderNbr: '000001' })).toHaveLength(1);
});

test('invoke_action_<name>(entity, parameters)', async () => {
  const before = requestsOf(sim).length;
  await client.customers.invokeActionCreateContactFromCustomer?.('ABARTENDE', { FirstName: 'A', LastName: 'B' });
  expect(sim.requests()[before]).toMatchObject({
    path: '/entity/Default/24.200.001/Customer/CreateContactFromCustomer',
    body: { entity: { CustomerID: { value: 'ABARTENDE' } }, parameters: { LastName: { value: 'B' } } },
  });
  const [open] = await client.salesOrders.getList({ filter: F.Status.eq('On Hold'), top: 1 });
  if (open === undefined) throw new Error('The demo company has an order on hold.');
  await client.salesOrders.invokeAction('ReleaseFromHold', open, {}, { pollMs: 5 });
  expect(sim.operations().every(({ state }) => state !== 'running')).toBe(true);
  expect((await client.salesOrders.getById(String(open.id))).Status).not.toBe('On Hold');
});

test('get_ad_hoc_schema()', async () => {
  expect('UsrRegion' in client.models.Customer.fields).toBe(false);
  expect(await client.customers.getAdHocSchema()).toHaveProperty('custom');
  expect('UsrRegion' in client.models.Customer.fields).toBe(true);
  const customer = await client.customers.getById('ABARTENDE');
  customer.UsrRegion = 'North';
  await client.customers.putEntity(customer);
  expect(last()?.body).toMatchObject({
    custom: { CurrentCustomer: { UsrRegion: { type: 'CustomStringField', value: 'North' } } },
  });
  const north = await client.customers.getList({ filter: F.cf('String', 'CurrentCustomer', 'UsrRegion').eq('North') });
  expect(north.map(({ CustomerID }) => CustomerID)).toEqual(['ABARTENDE']);
});

test('every call takes apiVersion, signal, timeoutMs, branch, businessDate', async () => {
  const options = {
    branch: 'MAIN',
    businessDate: '2026-01-31',
    timeoutMs: 30_000,
    signal: new AbortController().signal,
  };
  const { customers } = client;
  const record = await customers.putEntity({ CustomerID: 'EVERY', CustomerName: 'E', CustomerClass: 'LOCAL' });
  await customers.putFile(record, 'a.txt', 'x');
  const calls = [
    (more: object) => customers.getById('EVERY', { ...options, ...more }),
    (more: object) => customers.getByKeys({ CustomerID: 'EVERY' }, { ...options, ...more }),
    (more: object) => customers.getList({ top: 1, ...options, ...more }),
    (more: object) => customers.putEntity({ CustomerID: 'EVERY', CustomerName: 'F' }, { ...options, ...more }),
    (more: object) => customers.getFiles('EVERY', { ...options, ...more }),
    (more: object) => customers.getAdHocSchema({ ...options, ...more }),
    (more: object) =>
      customers.invokeAction('CreateContactFromCustomer', 'EVERY', { LastName: 'B' }, { ...options, ...more }),
    (more: object) =>
      client.service('InventorySummaryInquiry').run({ InventoryID: 'AALEGO500' }, { ...options, ...more }),
    (more: object) => customers.deleteById('EVERY', { ...options, ...more }),
  ];
  for (const call of calls) {
    await expect(call({ signal: AbortSignal.abort(new Error('no longer')) })).rejects.toThrow('no longer');
    await expect(call({ apiVersion: '9.9' })).rejects.toThrow();
    expect(last()?.path).toContain('/entity/Default/9.9/');
    await call({});
    expect(last()?.headers).toMatchObject({ 'px-cbapibranch': 'MAIN', 'px-cbapibusinessdate': '2026-01-31' });
  }
});

test('inquiries: contract inquiry by PUT; generic inquiries by OData', async () => {
  const summary = await client.service('InventorySummaryInquiry').run({ InventoryID: 'AALEGO500' });
  expect(last()).toMatchObject({ method: 'PUT', query: { $expand: 'Results' } });
  expect(summary.toPlain()).toMatchObject({ InventoryID: 'AALEGO500' });

  const names = await client.inquiries.list();
  expect(names.length).toBeGreaterThan(0);
  const [name = ''] = names;
  const rows = await client.inquiries.get(name).take(2).toArray();
  expect(rows.length).toBeGreaterThan(0);
  const metadata = requestsOf(sim).filter((request) => request.includes('$metadata'));
  expect(metadata).toHaveLength(1);
  expect(sim.sessions()).toHaveLength(1);
  const missing: unknown = await client.inquiries
    .get('NoSuchInquiry')
    .toArray()
    .catch((error: unknown) => error);
  expect(missing).toMatchObject({ suggestions: [expect.stringContaining('Expose via OData'), expect.any(String)] });
});

test('older page: client.customers.get_customers("24.200.001"), client.invoices.create_invoice(...)', async () => {
  await client.customers.getList({ apiVersion: '24.200.001' });
  expect(last()?.path).toBe('/entity/Default/24.200.001/Customer');
  await expect(client.customers.getById('ABARTENDE', { apiVersion: '22.200.001' })).rejects.toThrow();
  expect(last()?.path).toBe('/entity/Default/22.200.001/Customer/ABARTENDE');
  const created = await client.customers.putEntity(
    { CustomerID: 'ONE', CustomerName: 'One', CustomerClass: 'LOCAL' },
    { mode: 'insertOnly' },
  );
  expect(last()?.headers).toMatchObject({ 'if-none-match': '*' });
  expect(created.isNew).toBe(false);
  expect(
    (await client.models.Customer.create({ CustomerID: 'TWO', CustomerName: 'Two', CustomerClass: 'LOCAL' })).isNew,
  ).toBe(false);
});
