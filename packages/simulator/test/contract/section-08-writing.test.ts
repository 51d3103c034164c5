import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;

const options: SimulatorOptions = {
  data: {
    Customer: [
      { CustomerID: 'ALPHA', CustomerName: 'Alpha', MainContact: { Email: 'a@a.com', Phone1: '1' } },
      { CustomerID: 'BETA', CustomerName: 'Beta' },
    ],
    Warehouse: [{ WarehouseID: 'MAIN', Description: 'Main', Locations: [{ LocationID: 'A' }, { LocationID: 'B' }] }],
  },
};
const start = async (more: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator({ ...options, ...more });
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());

const value = (record: unknown, name: string): unknown => (record as Record<string, { value?: unknown }>)[name]?.value;

describe('§8.1 PUT', () => {
  it('updates the record with the id and answers all its own members', async () => {
    await start();
    const { id } = simulator.store.find('Customer', 'ALPHA') ?? { id: '' };
    const { status, json } = await caller.put('Customer', { id, ...wired({ CustomerName: 'Alpha Two' }) });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id, CustomerID: { value: 'ALPHA' }, CustomerName: { value: 'Alpha Two' } });
    expect(json).not.toHaveProperty('MainContact');
    expect(simulator.store.count('Customer')).toBe(2);
  });

  it('updates by key fields in the body', async () => {
    await start();
    await caller.put('Customer', wired({ CustomerID: 'alpha', CustomerName: 'Again' }));
    expect(simulator.store.find('Customer', 'ALPHA')).toMatchObject({ CustomerName: 'Again' });
  });

  it('updates the record that $filter finds', async () => {
    await start();
    const filter = encodeURIComponent("MainContact/Email eq 'a@a.com'");
    await caller.put(`Customer?$filter=${filter}`, wired({ CustomerName: 'Found' }));
    expect(simulator.store.find('Customer', 'ALPHA')).toMatchObject({ CustomerName: 'Found' });
  });

  it('inserts when nothing matches, with 200 as well', async () => {
    await start();
    const { status, json } = await caller.put('Customer', wired({ CustomerID: 'GAMMA', CustomerName: 'Gamma' }));
    expect([status, value(json, 'CustomerID')]).toEqual([200, 'GAMMA']);
    expect(simulator.store.count('Customer')).toBe(3);
  });

  it('ignores unknown members without a word', async () => {
    await start();
    const { status } = await caller.put('Customer', wired({ CustomerID: 'ALPHA', Nonsense: 1 }));
    expect(status).toBe(200);
  });

  it('replaces an auto-numbered key', async () => {
    await start({ numbering: { Customer: { prefix: 'C', digits: 4, next: 1165 } } });
    const { json } = await caller.put('Customer', wired({ CustomerID: '123', CustomerName: 'ACME' }));
    expect(value(json, 'CustomerID')).toBe('C1165');
  });

  it('reads text where a decimal or a check box is meant', async () => {
    await start();
    const { json } = await caller.put(
      'Customer',
      wired({ CustomerID: 'ALPHA', CreditLimit: '2.50', PrintInvoices: 'true' }),
    );
    expect([value(json, 'CreditLimit'), value(json, 'PrintInvoices')]).toEqual([2.5, true]);
  });

  it('clears a field that is sent as null', async () => {
    await start();
    const { json } = await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'x', TaxZone: 'A' }));
    expect(value(json, 'TaxZone')).toBe('A');
    const cleared = await caller.put('Customer', { CustomerID: { value: 'ALPHA' }, TaxZone: { value: null } });
    expect(cleared.text).toContain('"TaxZone":{},');
  });

  it('writes linked entities, notes and custom fields', async () => {
    await start();
    await caller.put('Customer', {
      ...wired({ CustomerID: 'ALPHA', note: 'Hello' }),
      MainContact: wired({ Email: 'new@a.com' }),
      custom: { CurrentCustomer: { UsrRegion: { type: 'CustomStringField', value: 'S' } } },
    });
    const { json } = await caller.get('Customer/ALPHA?$expand=MainContact&$custom=CurrentCustomer.UsrRegion');
    expect(json).toMatchObject({
      note: { value: 'Hello' },
      MainContact: { Email: { value: 'new@a.com' }, Phone1: { value: '1' } },
      custom: { CurrentCustomer: { UsrRegion: { value: 'S' } } },
    });
  });

  it.each([
    ['', 'The request body should not be empty.'],
    ['{"CustomerID":', 'An exception occurred during input parsing'],
    ['[]', 'An exception occurred during input parsing'],
    ['{"CustomerID":"ALPHA"}', 'An exception occurred during input parsing'],
  ])('answers 400 to the body %j', async (body, message) => {
    await start();
    const { rawRequest } = await import('../support/raw-request.js');
    const headers = { Cookie: caller.cookie };
    const answer = await rawRequest(simulator.url, 'PUT', '/entity/Default/24.200.001/Customer', { body, headers });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
  });

  it('keeps old values when the role may only read, and still answers 200', async () => {
    await start({ users: [{ name: 'admin', password: 'admin-secret', rights: { AR303000: 'read' } }] });
    const { status, json } = await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Changed' }));
    expect([status, value(json, 'CustomerName')]).toEqual([200, 'Alpha']);
  });

  it('is not POST', async () => {
    await start();
    expect((await caller.post('Customer', {})).status).toBe(405);
  });
});

describe('§8.2 rows', () => {
  const rows = (record: unknown): (string | undefined)[] =>
    (record as { Locations: { LocationID: { value?: string } }[] }).Locations.map((row) => row.LocationID.value);

  it('are updated and deleted by id, inserted without one, and stay when they are not mentioned', async () => {
    await start();
    const { json } = await caller.get('Warehouse/MAIN?$expand=Locations');
    const [a, b] = (json as { Locations: { id: string }[] }).Locations;
    const changed = await caller.put('Warehouse?$expand=Locations', {
      WarehouseID: { value: 'MAIN' },
      Locations: [{ id: a?.id, delete: true }, wired({ LocationID: 'C' })],
    });
    expect(rows(changed.json)).toEqual(['B', 'C']);
    const again = await caller.put('Warehouse?$expand=Locations', {
      WarehouseID: { value: 'MAIN' },
      Locations: [{ id: b?.id, LocationID: { value: 'B2' } }],
    });
    expect(rows(again.json)).toEqual(['B2', 'C']);
  });
});

describe('§8.3 conditional headers', () => {
  const customer = wired({ CustomerID: 'ALPHA', CustomerName: 'x' });

  it.each([
    ['If-None-Match', customer],
    ['If-Match', wired({ CustomerID: 'NEWONE', CustomerName: 'x' })],
  ])('answers 412 when %s is violated', async (header, body) => {
    await start();
    const answer = await caller.put('Customer', body, { [header]: '*' });
    expect(answer.status).toBe(412);
    expect(answer.json).toHaveProperty('exceptionMessage');
    expect(simulator.store.count('Customer')).toBe(2);
  });

  it('lets through what they allow', async () => {
    await start();
    expect((await caller.put('Customer', customer, { 'If-Match': '*' })).status).toBe(200);
    const fresh = wired({ CustomerID: 'NEWONE', CustomerName: 'x' });
    expect((await caller.put('Customer', fresh, { 'If-None-Match': '*' })).status).toBe(200);
  });
});

describe('§8.4 PATCH', () => {
  const patch = (body: unknown, headers = {}): Promise<{ status: number }> =>
    caller.send('PATCH', '/entity/Default/24.200.001/Customer', body, headers);

  it('does not exist before 25R1', async () => {
    await start({ release: '24R2' });
    expect((await patch(wired({ CustomerID: 'ALPHA' }))).status).toBe(405);
  });

  it('changes a record, answers 404 for a missing one and 412 to If-None-Match', async () => {
    await start({ release: '25R1' });
    expect((await patch(wired({ CustomerID: 'ALPHA', CustomerName: 'P' }))).status).toBe(200);
    expect((await patch(wired({ CustomerID: 'NOPE', CustomerName: 'P' }))).status).toBe(404);
    expect((await patch(wired({ CustomerID: 'ALPHA' }), { 'If-None-Match': '*' })).status).toBe(412);
    expect(simulator.store.count('Customer')).toBe(2);
  });
});

describe('§8.5 DELETE', () => {
  it.each(['keys', 'id'])('takes a record away by %s', async (by) => {
    await start();
    const id = by === 'id' ? simulator.store.find('Customer', 'BETA')?.id : 'BETA';
    const answer = await caller.send('DELETE', `/entity/Default/24.200.001/Customer/${String(id)}`);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(simulator.store.find('Customer', 'BETA')).toBeUndefined();
  });

  it('answers a missing record as GET does', async () => {
    await start();
    const answer = await caller.send('DELETE', '/entity/Default/24.200.001/Customer/NOPE');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('No entity satisfies the condition.');
  });

  it('answers 403 to a role that may not', async () => {
    await start({ users: [{ name: 'admin', password: 'admin-secret', rights: { Customer: 'write' } }] });
    const answer = await caller.send('DELETE', '/entity/Default/24.200.001/Customer/BETA');
    expect(answer.json).toEqual({ message: 'You have insufficient rights to access the Customers (AR303000) form.' });
    expect(answer.status).toBe(403);
  });
});

describe('§8.3 two sessions that want to be first', () => {
  it('get one record: the second is answered 412, at the same moment too', async () => {
    await start();
    const other = await signedIn(simulator);
    const insert = (by: Caller): Promise<{ status: number }> =>
      by.put('Customer', wired({ CustomerID: 'FIRST', CustomerName: 'First' }), { 'If-None-Match': '*' });
    const answers = await Promise.all([insert(caller), insert(other), insert(caller), insert(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    await caller.send('DELETE', `${endpointPath}/Customer/FIRST`);
    const update = await other.put('Customer', wired({ CustomerID: 'FIRST' }), { 'If-Match': '*' });
    expect(update.status).toBe(412);
  });
});

describe('§8.2 two sessions that write rows of one record', () => {
  it('keep both rows; a row one has deleted is not brought back by the other', async () => {
    await start();
    const other = await signedIn(simulator);
    const created = await caller.put('SalesOrder', wired({ CustomerID: 'ALPHA' }));
    const number = String(value(created.json, 'OrderNbr'));
    const keys = wired({ OrderType: 'SO', OrderNbr: number });
    const add = (by: Caller, quantity: number): Promise<unknown> =>
      by.put('SalesOrder', { ...keys, Details: [wired({ InventoryID: 'BTBLENDER', OrderQty: quantity })] });
    const lines = (): { id: string; OrderQty: number }[] =>
      (simulator.store.find('SalesOrder', 'SO', number)?.['Details'] ?? []) as { id: string; OrderQty: number }[];
    const before = lines().length;
    await Promise.all([add(caller, 71), add(other, 72)]);
    expect(
      lines()
        .map(({ OrderQty }) => OrderQty)
        .slice(before)
        .sort(),
    ).toEqual([71, 72]);
    const doomed = lines().at(-1)?.id;
    await caller.put('SalesOrder', { ...keys, Details: [{ id: doomed, delete: true }] });
    await other.put('SalesOrder', { ...keys, ...wired({ Description: 'Later' }) });
    expect(lines()).toHaveLength(before + 1);
  });
});

describe('two sessions that write one record', () => {
  it('keep what the other has changed, and the last value of what both have', async () => {
    await start();
    const other = await signedIn(simulator);
    await Promise.all([
      caller.put('Customer', wired({ CustomerID: 'ALPHA', TaxZone: 'EXEMPT' })),
      other.put('Customer', wired({ CustomerID: 'ALPHA', ShipVia: 'AIR' })),
    ]);
    await other.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Second' }));
    await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Third' }));
    expect(simulator.store.find('Customer', 'ALPHA')).toMatchObject({
      TaxZone: 'EXEMPT',
      ShipVia: 'AIR',
      CustomerName: 'Third',
    });
  });
});
