import { startSimulator } from '../../src/index.js';
import type { Assumptions, Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
const start = async (assume: Partial<Assumptions>, options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator({
    data: {
      Customer: [
        { CustomerID: 'A', CustomerName: 'Zed', MainContact: { Email: 'a@a.com' } },
        { CustomerID: 'B', CustomerName: 'Yak' },
      ],
      Warehouse: [{ WarehouseID: 'MAIN' }],
    },
    assume,
    ...options,
  });
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());
const keys = async (path: string): Promise<unknown> =>
  ((await caller.get(path)).json as { CustomerID: { value: string } }[]).map((row) => row.CustomerID.value);

describe('§20 what nobody has seen', () => {
  it.each([
    ['html', /<h2>Not Found/],
    ['empty', /^$/],
    ['json', /No HTTP resource was found/],
  ] as const)('§5.9 a 404 may have the body %s', async (notFoundBody, text) => {
    await start({ notFoundBody });
    const answer = await caller.get('Nonsense');
    expect(answer.status).toBe(404);
    expect(answer.text).toMatch(text);
  });

  it('§8.3 a 412 may be empty', async () => {
    await start({ preconditionBody: 'empty' });
    const answer = await caller.put('Customer', wired({ CustomerID: 'A' }), { 'If-None-Match': '*' });
    expect([answer.status, answer.text]).toEqual([412, '']);
  });

  it('§5.4 $orderby may sort', async () => {
    await start({ orderBy: 'apply' });
    expect(await keys('Customer?$orderby=CustomerName')).toEqual(['B', 'A']);
    expect(await keys('Customer?$orderby=CustomerName desc&$top=1')).toEqual(['A']);
  });

  it('§5.1 lists may have a cap that nobody announces', async () => {
    await start({ hiddenTopCap: 1 });
    expect(await keys('Customer')).toEqual(['A']);
  });

  it('§8.1 names of members may have to be spelled right', async () => {
    await start({ fieldNameCase: 'sensitive' });
    expect((await caller.get('Customer?$select=customername')).status).toBe(500);
    await caller.put('Customer', wired({ CustomerID: 'A', customername: 'x' }));
    expect(simulator.store.find('Customer', 'A')).toMatchObject({ CustomerName: 'Zed' });
  });

  it('a PUT with an unknown id may fail or insert', async () => {
    const unknown = { id: '00000000-0000-0000-0000-00000000000a', ...wired({ CustomerID: 'C', CustomerName: 'C' }) };
    await start({ unknownIdOnPut: 'not-found' });
    expect((await caller.put('Customer', unknown)).status).toBe(500);
    await simulator.close();
    await start({});
    expect((await caller.put('Customer', unknown)).status).toBe(200);
  });

  it('§8.1 POST to an entity may be 406', async () => {
    await start({ postToEntity: 406 });
    expect((await caller.post('Customer', {})).status).toBe(406);
  });

  it('§8.2 rows may be matched by number', async () => {
    await start({ detailMatching: 'id-or-keys' });
    simulator.store.put('SalesOrder', {
      OrderType: 'SO',
      OrderNbr: '9',
      CustomerID: 'A',
      Details: [{ LineNbr: 1, OrderQty: 1 }],
    });
    await caller.put('SalesOrder', {
      ...wired({ OrderType: 'SO', OrderNbr: '9' }),
      Details: [wired({ LineNbr: 1, OrderQty: 5 })],
    });
    expect(simulator.store.find('SalesOrder', 'SO', '9')).toMatchObject({ Details: [{ LineNbr: 1, OrderQty: 5 }] });
  });

  it('§9 Location may be absolute, and a failed poll have another status', async () => {
    await start(
      { location: 'absolute', failedPollStatus: 422 },
      { actions: { CreateContactFromCustomer: { long: true, polls: 0, failWith: 'No.' } } },
    );
    const started = await caller.post('Customer/CreateContactFromCustomer', { entity: wired({ CustomerID: 'A' }) });
    const { origin, pathname } = new URL(started.headers.location ?? '');
    expect(origin).toBe(simulator.url);
    expect((await caller.send('GET', pathname)).status).toBe(422);
  });

  it('§5.2 conditions on two views may find nothing though each part does', async () => {
    await start({ crossViewFilterIsEmpty: true });
    const filter = encodeURIComponent("CustomerName eq 'Zed' and MainContact/Email eq 'a@a.com'");
    expect(await keys(`Customer?$filter=${filter}`)).toEqual([]);
  });
});

describe('broken things', () => {
  it('§5.9 a broken endpoint sends all calls of its tenant to the error page', async () => {
    await start({}, { brokenTenants: ['Company'] });
    const answer = await caller.get('Customer');
    expect([answer.status, answer.headers.location]).toEqual([302, '/ui/error']);
    expect((await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`)).status).toBe(200);
  });

  it('§8.1 a view may take a PUT with 200 and store nothing', async () => {
    await start({}, { ignoresWrites: ['Customer'] });
    expect((await caller.put('Customer', wired({ CustomerID: 'A', CustomerName: 'New' }))).status).toBe(200);
    expect(simulator.store.find('Customer', 'A')).toMatchObject({ CustomerName: 'Zed' });
  });
});
