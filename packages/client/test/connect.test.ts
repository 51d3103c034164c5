import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AcumaticaAuthError,
  AcumaticaClient,
  AcumaticaConfigError,
  Entity,
  entity,
  field,
  memoryStore,
} from 'acurecord';
import { passwordSignIn } from '@acurecord/transport';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, optionsFor, requestsOf, simulated } from './support/simulated.js';

const DOCUMENT = 'GET /entity/Default/24.200.001/swagger.json';
const SIGN_IN = 'POST /entity/auth/login';

@entity('Customer', { keys: ['CustomerID'] })
class Customer extends Entity {
  @field.string() accessor CustomerID!: string | null;
}

let sim: Simulator;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(() => sim.reset());

test('a cold connect takes three requests, and closing gives the seat back', async () => {
  const client = await connectTo(sim);
  expect(requestsOf(sim)).toEqual([SIGN_IN, 'GET /entity', DOCUMENT]);
  expect(sim.requests()[2]?.query).toEqual({ company: 'Company' });
  expect(sim.sessions()).toHaveLength(1);
  await Promise.all([client.close(), client.close()]);
  expect(sim.sessions()).toHaveLength(0);
  expect(requestsOf(sim)).toHaveLength(4);
});

test('with written classes and nothing to discover the sign-in is the only request before the first query', async () => {
  await using client = await connectTo(sim, { discover: false, endpointVersion: '24.200.001', models: { Customer } });
  expect(requestsOf(sim)).toEqual([SIGN_IN]);
  expect((await Customer.find('ABARTENDE')).CustomerID).toBe('ABARTENDE');
  expect((await client.customers.getById('TECHCO')).CustomerID).toBe('TECHCO');
  expect(requestsOf(sim)).toHaveLength(3);
});

test('discovering nothing without a version of the endpoint asks nothing, and leaves nothing to give back', async () => {
  await using client = await connectTo(sim, { discover: false });
  expect(client.endpoint).toBeUndefined();
  await client.close();
  expect(requestsOf(sim)).toEqual([]);
});

test('a client that was made without connecting connects once, on its first use', async () => {
  await using client = new AcumaticaClient(optionsFor(sim));
  expect(requestsOf(sim)).toEqual([]);
  const found = await Promise.all([
    client.customers.getById('ABARTENDE'),
    client.service('Customer').getById('TECHCO'),
  ]);
  expect(found.map((customer) => customer.CustomerID)).toEqual(['ABARTENDE', 'TECHCO']);
  expect(requestsOf(sim).filter((request) => request === SIGN_IN)).toHaveLength(1);
});

test('the first client that connects, also on its first use, is the default of all classes', async () => {
  await using client = new AcumaticaClient(optionsFor(sim));
  await client.with({ branch: 'MAIN' }).customers.getById('ABARTENDE');
  expect((await Customer.find('TECHCO')).CustomerID).toBe('TECHCO');
  expect(sim.requests().at(-1)?.headers).not.toHaveProperty('px-cbapibranch');
});

test('the newest version of the endpoint is chosen by number', async () => {
  sim.failNext({
    path: /\/entity$/,
    status: 200,
    body: [
      { name: 'Default', version: '9.200.001', href: '' },
      { name: 'Default', version: '24.200.001', href: '' },
      { name: 'Default', version: '22.200.001', href: '' },
    ],
  });
  await using client = await connectTo(sim);
  expect(client.schema?.version).toBe('24.200.001');
});

test('a missing endpoint or version is an error that lists those there are', async () => {
  await expect(connectTo(sim, { endpointName: 'Defaults' })).rejects.toThrow(
    /no endpoint Defaults \(did you mean Default/,
  );
  await expect(connectTo(sim, { endpointVersion: '23.200.001' })).rejects.toThrow(/it has 24\.200\.001/);
  expect(sim.sessions()).toHaveLength(0);
});

test('an answer that is no list of endpoints says where to look', async () => {
  sim.failNext({ path: /\/entity$/, status: 200, body: { hello: 'world' } });
  await expect(connectTo(sim)).rejects.toThrow('did not answer with the list of endpoints');
  expect(sim.sessions()).toHaveLength(0);
});

test('wrong credentials are an authentication error without the password, and take no seat', async () => {
  const failure: unknown = await connectTo(sim, { password: 'not-my-password' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AcumaticaAuthError);
  expect(JSON.stringify(failure)).not.toContain('not-my-password');
});

test('a failed attempt to connect is not remembered', async () => {
  await using client = new AcumaticaClient(optionsFor(sim));
  sim.failNext({ path: 'swagger.json', status: 500, times: 5 });
  await expect(client.connect()).rejects.toThrow();
  expect(sim.sessions()).toHaveLength(0);
  sim.reset();
  await client.connect();
  expect(client.listServices()).toContain('Customer');
});

test('a closed client refuses calls and says so, entities of it too', async () => {
  const client = await connectTo(sim);
  const customer = await client.customers.getById('ABARTENDE');
  await client.close();
  await expect(client.customers.getById('ABARTENDE')).rejects.toThrow(/closed/);
  await expect(customer.reload()).rejects.toThrow(/closed/);
  await expect(client.connect()).rejects.toThrow(AcumaticaConfigError);
  expect(client.health().status).toBe('unhealthy');
});

test('a client closed while it connects leaves no seat', async () => {
  const client = new AcumaticaClient(optionsFor(sim));
  const connecting = client.connect().catch((error: unknown) => error);
  await client.close();
  expect(await connecting).toBeInstanceOf(AcumaticaConfigError);
  expect(sim.sessions()).toHaveLength(0);
});

test('missing settings are named before any request', async () => {
  const { baseUrl } = optionsFor(sim);
  await expect(AcumaticaClient.connect({ baseUrl, autoLoadEnv: false })).rejects.toMatchObject({
    missing: ['username', 'password', 'tenant'],
  });
  expect(requestsOf(sim)).toEqual([]);
});

test('a misspelt option is refused with what was meant', async () => {
  await expect(connectTo(sim, { endpointVersoin: '24.200.001' } as never)).rejects.toThrow(
    /endpointVersoin.*endpointVersion/,
  );
});

describe('where the server tells the tenant it landed on', () => {
  let tenants: Simulator;
  beforeAll(async () => void (tenants = await simulated({ tenants: ['Company', 'Other'] })));
  afterAll(() => tenants.close());
  beforeEach(() => tenants.reset());

  test('writes to another tenant than expected are refused before anything is sent, reads are not', async () => {
    await using client = await connectTo(tenants, { tenant: 'Other', expectTenant: 'Company' });
    const [customer] = await client.customers.getList({ top: 1 });
    const before = requestsOf(tenants).length;
    await expect(client.customers.putEntity({ CustomerID: 'X' })).rejects.toThrow(/tenant Other.*write to Company/);
    await expect(customer?.delete()).rejects.toThrow(AcumaticaConfigError);
    expect(requestsOf(tenants)).toHaveLength(before);
    const file = client.customers.putFile('ABARTENDE', 'note.txt', 'x');
    await expect(file).rejects.toThrow(/file note\.txt.*not sent/);
    const action = client.customers.invokeAction('CreateContactFromCustomer', 'ABARTENDE', { LastName: 'B' });
    await expect(action).rejects.toThrow(/action CreateContactFromCustomer.*not sent/);
    expect(requestsOf(tenants)).toHaveLength(before);
    expect(client.health()).toMatchObject({ status: 'unhealthy' });
    const summary = await client.service('InventorySummaryInquiry').run({ InventoryID: 'AALEGO500' });
    expect(summary.toPlain()).toMatchObject({ InventoryID: 'AALEGO500' });
    expect(tenants.requests().at(-1)).toMatchObject({ method: 'PUT', status: 200 });
  });

  test('its name stands in the statistics, and nothing does where the server does not tell', async () => {
    await using told = await connectTo(tenants, { tenant: 'Other' });
    expect(told.stats().tenant).toBe('Other');
    await using untold = await connectTo(sim);
    expect(untold.stats()).not.toHaveProperty('tenant');
  });

  test('writes to the expected tenant pass, and anything passes when nothing is expected', async () => {
    await using same = await connectTo(tenants, { tenant: 'Other' });
    await same.customers.putEntity({ CustomerID: 'SAME', CustomerName: 'Same', CustomerClass: 'LOCAL' });
    await using any = await connectTo(tenants, { tenant: 'Other', expectTenant: false });
    await any.customers.putEntity({ CustomerID: 'ANY', CustomerName: 'Any', CustomerClass: 'LOCAL' });
  });
});

describe('with the description kept on disk', () => {
  let cacheDir: string;
  beforeEach(async () => void (cacheDir = await mkdtemp(join(tmpdir(), 'acurecord-client-'))));
  afterEach(() => rm(cacheDir, { recursive: true }));

  test('a warm connect takes two requests, and its classes are the same', async () => {
    const first = await connectTo(sim, { cacheMethods: true, cacheDir });
    expect(first.getCacheStats()).toMatchObject({ hits: 0, misses: 1, ageHours: expect.any(Number) as number });
    await first.close();
    const before = requestsOf(sim).length;
    await using second = await connectTo(sim, { cacheMethods: true, cacheDir });
    expect(requestsOf(sim, before)).toEqual([SIGN_IN, 'GET /entity']);
    expect(second.getCacheStats()).toMatchObject({ hits: 1, misses: 0 });
    expect([second.listServices(), second.listModels()]).toEqual([first.listServices(), first.listModels()]);
    expect((await second.customers.getById('ABARTENDE')).CustomerID).toBe('ABARTENDE');
  });

  test('the description can be kept in a store of one’s own', async () => {
    const cacheStore = memoryStore();
    await (await connectTo(sim, { cacheStore })).close();
    await using client = await connectTo(sim, { cacheStore });
    expect(client.getCacheStats()).toMatchObject({ hits: 1, misses: 0 });
  });

  test('clients that start at once on an empty folder all connect, and the next one downloads nothing', async () => {
    const clients = await Promise.all([1, 2, 3].map(() => connectTo(sim, { cacheMethods: true, cacheDir })));
    for (const client of clients) expect(client.listServices()).toContain('Customer');
    await Promise.all(clients.map((client) => client.close()));
    await using next = await connectTo(sim, { cacheMethods: true, cacheDir });
    expect(next.getCacheStats()).toMatchObject({ hits: 1, misses: 0 });
  });

  test('without a tenant’s name nothing is kept, so that two tenants are never taken for one another', async () => {
    const auth = passwordSignIn({ username: 'admin', password: 'admin-secret' });
    const { baseUrl } = optionsFor(sim);
    const options = { baseUrl, auth, autoLoadEnv: false, cacheMethods: true, cacheDir };
    await (await AcumaticaClient.connect(options)).close();
    expect(await readdir(cacheDir)).toEqual([]);
  });

  test('forceRebuild downloads although the cache is good', async () => {
    await (await connectTo(sim, { cacheMethods: true, cacheDir })).close();
    await using client = await connectTo(sim, { cacheMethods: true, cacheDir, forceRebuild: true });
    expect(requestsOf(sim).filter((request) => request === DOCUMENT)).toHaveLength(2);
    expect(client.lastDifferentialUpdate).toMatchObject({ added: [], changed: [], removed: [] });
  });

  test('a description that is too old is used, refreshed behind the scenes and announced', async () => {
    await (await connectTo(sim, { cacheMethods: true, cacheDir })).close();
    const client = new AcumaticaClient({ ...optionsFor(sim), cacheMethods: true, cacheDir, cacheTtlHours: 0 });
    const announced = new Promise((done) => client.events.once('schemaRefreshed', done));
    await client.connect();
    expect(client.listServices()).toContain('Customer');
    expect(await announced).toMatchObject({ added: [], changed: [], removed: [] });
    await client.close();
    expect(requestsOf(sim).filter((request) => request === DOCUMENT)).toHaveLength(2);
    expect(sim.sessions()).toHaveLength(0);
  });

  test('clearCache removes our files only', async () => {
    await writeFile(join(cacheDir, 'notes.txt'), 'mine');
    await using client = await connectTo(sim, { cacheMethods: true, cacheDir });
    expect((await readdir(cacheDir)).length).toBe(2);
    await client.clearCache();
    expect(await readdir(cacheDir)).toEqual(['notes.txt']);
  });

  test('a folder that cannot be used is told, and the client works without it', async () => {
    const file = join(cacheDir, 'a-file');
    await writeFile(file, '');
    await using client = await connectTo(sim, { cacheMethods: true, cacheDir: file });
    expect(client.listServices()).toContain('Customer');
    expect(client.getCacheStats().lastProblem).toContain(file);
    expect(client.health()).toMatchObject({ status: 'warning' });
  });
});
