import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AcumaticaAuthError,
  AcumaticaBusinessRuleError,
  AcumaticaClient,
  AcumaticaConcurrencyError,
  AcumaticaConfig,
  AcumaticaConnectionError,
  AcumaticaError,
  AcumaticaNotFoundError,
  AcumaticaRateLimitError,
  AcumaticaServerError,
  AcumaticaTimeoutError,
  AcumaticaValidationError,
  F,
  QueryOptions,
  allOf,
  anyOf,
} from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { simulated } from './support/simulated.js';

/** The examples of the reference's two pages, one test for each section, in their order and in our language. */
let sim: Simulator;
let folder: string;
let envFile: string;
const lines: string[] = [];
const print = (line: string): void => void lines.push(line);

beforeAll(async () => {
  sim = await simulated();
  folder = await mkdtemp(join(tmpdir(), 'acurecord-reference-'));
  envFile = join(folder, '.env');
  const settings = {
    ACUMATICA_URL: sim.url,
    ACUMATICA_USERNAME: 'admin',
    ACUMATICA_PASSWORD: 'admin-secret',
    ACUMATICA_TENANT: 'Company',
    ACUMATICA_BRANCH: 'MAIN',
    ACUMATICA_CACHE_METHODS: 'true',
    ACUMATICA_CACHE_TTL_HOURS: '24',
    ACUMATICA_CACHE_DIR: join(folder, 'cache'),
  };
  await writeFile(
    envFile,
    Object.entries(settings)
      .map((pair) => pair.join('='))
      .join('\n'),
  );
});
afterAll(async () => {
  expect(sim.sessions()).toHaveLength(0);
  await sim.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => void (lines.length = 0));

const credentials = () => ({ baseUrl: sim.url, username: 'admin', password: 'admin-secret', tenant: 'Company' });

describe('the newer page', () => {
  test('Introduction', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    const customer = await client.customers.getById('ABARTENDE');
    print(`Customer: ${String(customer.CustomerName)}`);
    const newCustomer = new client.models.Customer({
      CustomerID: 'NEWCUST',
      CustomerName: 'New Customer',
      CustomerClass: 'LOCAL',
    });
    const created = await client.customers.putEntity(newCustomer);
    expect([lines, created.CustomerID]).toEqual([['Customer: USA Bartending School'], 'NEWCUST']);
  });

  test('Initialization', async () => {
    const [startedIn, environment] = [process.cwd(), { ...process.env }];
    const deep = join(folder, 'config/deep');
    await mkdir(deep, { recursive: true });
    process.chdir(deep);
    await using automatic = await AcumaticaClient.connect();
    process.chdir(startedIn);
    await using specified = await AcumaticaClient.connect({ envFile });
    await using explicit = await AcumaticaClient.connect({ ...credentials() });
    process.env['ACUMATICA_URL'] = sim.url;
    process.env['ACUMATICA_USERNAME'] = 'admin';
    process.env['ACUMATICA_PASSWORD'] = 'admin-secret';
    process.env['ACUMATICA_TENANT'] = 'Company';
    await using fromEnvironment = await AcumaticaClient.connect();
    process.env = environment;
    const config = new AcumaticaConfig({ ...credentials() });
    await using configured = await AcumaticaClient.connect({ config });
    for (const client of [automatic, specified, explicit, fromEnvironment, configured]) {
      expect((await client.customers.getById('TECHCO')).CustomerName).toBe('Tech Co');
    }
  });

  test('.env File Loading', async () => {
    await using found = await AcumaticaClient.connect({ envFile });
    await using alone = await AcumaticaClient.connect({ ...credentials(), autoLoadEnv: false });
    expect(found.getCacheStats()).toMatchObject({ hits: 1, misses: 0 });
    expect(alone.getCacheStats()).toMatchObject({ hits: 0, misses: 1 });
    await expect(AcumaticaClient.connect({ baseUrl: sim.url, autoLoadEnv: false })).rejects.toThrow(/username/);
  });

  test('Configuration Options', async () => {
    await using client = await AcumaticaClient.connect({
      ...credentials(),
      cacheMethods: true,
      cacheTtlHours: 24,
      cacheDir: join(folder, 'other-cache'),
      forceRebuild: false,
      persistentLogin: true,
      retryOnIdleLogout: true,
      rateLimit: { callsPerSecond: 10 },
      timeout: 60,
      verifySsl: true,
      endpointName: 'Default',
      branch: 'MAIN',
      locale: 'en-US',
    });
    expect(client.stats().connected).toBe(true);
  });

  test('Differential Caching', async () => {
    await using client = await AcumaticaClient.connect({
      ...credentials(),
      cacheMethods: true,
      cacheTtlHours: 24,
      cacheDir: join(folder, 'other-cache'),
    });
    const stats = client.getCacheStats();
    print(`Cache hits: ${stats.hits}`);
    print(`Cache misses: ${stats.misses}`);
    print(`Cache age: ${stats.ageHours?.toFixed(1)} hours`);
    await using rebuilt = await AcumaticaClient.connect({ envFile, forceRebuild: true });
    await rebuilt.clearCache();
    expect(lines).toEqual(['Cache hits: 1', 'Cache misses: 0', 'Cache age: 0.0 hours']);
  });

  test('Schema Discovery', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    const services = client.listServices();
    print(`Found ${services.length} services`);
    for (const service of services.slice(0, 10)) print(` - ${service}`);
    const models = client.listModels();
    print(`Found ${models.length} models`);
    for (const model of models.slice(0, 10)) print(` - ${model}`);
    const serviceInfo = client.getServiceInfo('Customer');
    print(`Customer service methods: ${serviceInfo.methods.join(', ')}`);
    const modelInfo = await client.getModelInfo('Customer');
    print(`Customer model fields: ${modelInfo.fieldCount} fields`);
    const customFields = Object.keys(modelInfo.fields).filter((name) => name.startsWith('Usr'));
    print(`Custom fields on Customer: ${customFields.join(', ')}`);
    expect(lines).toHaveLength(25);
    expect(lines.at(-1)).toContain('UsrRegion');
  });

  test('Dynamic Models', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    await client.customers.getAdHocSchema();
    const { Customer, SalesOrder } = client.models;
    const customer = new Customer({
      CustomerID: 'PYTHN001',
      CustomerName: 'Python Customer',
      CustomerClass: 'DEFAULT',
      ...('UsrRegion' in Customer.fields && { UsrRegion: 'Custom Value' }),
    });
    print(String(customer.CustomerID));
    print(JSON.stringify(customer));
    const SalesOrderDetail = client.models['SalesOrderDetail'] as typeof SalesOrder;
    const order = new SalesOrder({
      OrderType: 'SO',
      CustomerID: 'PYTHN001',
      Details: [new SalesOrderDetail({ InventoryID: 'WIDGET', OrderQty: 5 })],
    });
    expect(lines[0]).toBe('PYTHN001');
    const fields = { CustomerID: 'PYTHN001', CustomerName: 'Python Customer', CustomerClass: 'DEFAULT' };
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ ...fields, UsrRegion: 'Custom Value' });
    expect(order.toPlain()).toMatchObject({ Details: [{ InventoryID: 'WIDGET', OrderQty: 5 }] });
  });

  test('Dynamic Services', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    const customer = await client.customers.getById('ABARTENDE');
    const options = new QueryOptions({
      filter: F.CustomerID.eq('ABARTENDE'),
      select: ['CustomerID', 'CustomerName', 'CreditLimit'],
    });
    expect(await client.customers.getList(options)).toHaveLength(1);
    expect((await client.customers.getList()).length).toBeGreaterThan(2);
    const newCustomer = new client.models.Customer({
      CustomerID: 'PYTHN002',
      CustomerName: 'Another Python Customer',
      CustomerClass: 'LOCAL',
    });
    await client.customers.putEntity(newCustomer);
    customer.CustomerName = 'Updated Name';
    const updated = await client.customers.putEntity(customer);
    await client.customers.deleteById('PYTHN002');
    expect([updated.CustomerName, sim.store.find('Customer', 'PYTHN002')]).toEqual(['Updated Name', undefined]);
  });

  test('Service Method Patterns', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    const one = await client.customers.getById('TECHCO', { select: ['CustomerID'], expand: ['MainContact'] });
    const some = await client.customers.getList({ filter: F.CustomerID.eq('TECHCO') });
    const same = await client.customers.putEntity(one);
    await client.customers.putFile('TECHCO', 'contract.pdf', Buffer.from('%PDF'), 'signed');
    const files = await client.customers.getFiles('TECHCO');
    await client.customers.invokeActionCreateContactFromCustomer?.('TECHCO', { FirstName: 'A', LastName: 'B' });
    await client.customers.putEntity({ CustomerID: 'PYTHN003', CustomerName: 'Third', CustomerClass: 'LOCAL' });
    await client.customers.deleteById('PYTHN003');
    expect([one.CustomerID, some.length, same, files.map(({ name }) => name)]).toEqual([
      'TECHCO',
      1,
      one,
      ['contract.pdf'],
    ]);
  });

  test.each([
    ['active_filter', F.Status.eq('Active'), "Status eq 'Active'"],
    ['high_value', F.Balance.gt(10000), 'Balance gt 10000'],
    ['recent', F.CreatedDate.ge('2024-01-01'), "CreatedDate ge '2024-01-01'"],
    ['combined', F.Status.eq('Active').and(F.Balance.gt(5000)), "Status eq 'Active' and Balance gt 5000"],
    ['either_or', F.Type.eq('Business').or(F.Type.eq('Corporate')), "Type eq 'Business' or Type eq 'Corporate'"],
    ['name_starts', F.CustomerName.toLower().startsWith('acme'), "startswith(CustomerName,'acme')"],
    ['contains_text', F.Description.contains('important'), "substringof('important',Description)"],
    ['name_ends', F.CustomerName.endsWith('LLC'), "endswith(CustomerName,'LLC')"],
    [
      'this_year',
      F.CreatedDate.year().eq(2024),
      "CreatedDate ge datetimeoffset'2024-01-01' and CreatedDate lt datetimeoffset'2025-01-01'",
    ],
    ['this_month', F.OrderDate.month().eq(3), 'month(OrderDate) eq 3'],
    ['has_email', F.MainContact.Email.isNotNull(), 'MainContact/Email ne null'],
    ['contact_city', F.MainContact.Address.City.eq('New York'), "MainContact/Address/City eq 'New York'"],
    [
      'complex_filter',
      F.Status.eq('Active')
        .or(F.Status.eq('OnHold'))
        .and(F.Balance.gt(1000))
        .and(F.CustomerName.toLower().startsWith('tech'))
        .and(F.Terms.eq('30D').or(F.Terms.eq('60D'))),
      "(Status eq 'Active' or Status eq 'OnHold') and Balance gt 1000 and startswith(CustomerName,'tech') and " +
        "(Terms eq '30D' or Terms eq '60D')",
    ],
  ])('OData Query Features: %s', (_name, filter, text) => {
    expect(new QueryOptions({ filter }).toParams()).toEqual({ $filter: text });
  });

  test('OData Query Features, sent', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    const complexFilter = allOf([
      anyOf([F.Status.eq('Active'), F.Status.eq('OnHold')]),
      F.CreditLimit.gt(1000),
      F.CustomerName.toLower().startsWith('tech'),
      anyOf([F.Terms.eq('30D'), F.Terms.eq('60D')]),
    ]);
    const filters = [
      F.Status.eq('Active'),
      F.CreditLimit.gt(10_000),
      F.CreatedDateTime.ge('2024-01-01'),
      F.Status.eq('Active').and(F.CreditLimit.gt(5_000)),
      F.CustomerClass.eq('LOCAL').or(F.CustomerClass.eq('INTL')),
      F.CustomerName.toLower().startsWith('acme'),
      F.CustomerName.contains('important'),
      F.CustomerName.endsWith('LLC'),
      F.MainContact.Email.isNotNull(),
      F.MainContact.Address.City.eq('New York'),
      complexFilter,
    ];
    for (const filter of filters)
      await expect(client.customers.getList({ filter })).resolves.toEqual(expect.any(Array));
    const results = await client.customers.getList({ filter: complexFilter });
    expect(results.map(({ CustomerID }) => CustomerID)).toEqual(['TECHCO']);

    const orders = (await client.salesOrders.getList()).map(({ Date: date }) => date as Date);
    const [year, month] = [orders[0]?.getUTCFullYear() ?? 0, (orders[0]?.getUTCMonth() ?? 0) + 1];
    const thisYear = await client.salesOrders.getList({ filter: F.Date.year().eq(year) });
    expect(thisYear).toHaveLength(orders.filter((date) => date.getUTCFullYear() === year).length);

    // No contract endpoint is known to have month(); inquiries do.
    const open = client.inquiries.get('OpenSalesOrders');
    const dates = (await open.toArray()).map(({ Date: date }) => date as Date);
    const thisMonth = await open.where(F.Date.month().eq(month)).toArray();
    expect(thisMonth).toHaveLength(dates.filter((date) => date.getUTCMonth() + 1 === month).length);
    expect(sim.requests().at(-1)?.query['$filter']).toBe(`month(Date) eq ${month}`);
  });

  test('Session Management', async () => {
    const before = sim.requests().length;
    {
      await using client = await AcumaticaClient.connect({ ...credentials() });
      await client.customers.getList();
      await client.salesOrders.getList({ top: 5 });
      await client.invoices.getList({ top: 5 });
    }
    const calls = sim.requests().slice(before);
    expect(calls.filter(({ path }) => path.endsWith('/login') || path.endsWith('/logout'))).toHaveLength(2);
  });

  test('Task Scheduler', async () => {
    const client = await AcumaticaClient.connect({ envFile });
    const syncCustomers = async () => {
      const customers = await client.customers.getList();
      print(`Synced ${customers.length} customers`);
    };
    client.scheduler.scheduleTask({ task: syncCustomers, intervalSeconds: 300, name: 'customer_sync' });
    const taskId = client.scheduler.scheduleTask({ task: syncCustomers, cron: '0 */6 * * *', name: 'hourly_sync' });
    await client.scheduler.runNow(taskId);
    for (const task of client.scheduler.listTasks()) print(`${task.name}: ${task.status}`);
    await client.scheduler.stopTask(taskId);
    await client.scheduler.stopAll();
    await client.close();
    expect(lines).toEqual([
      expect.stringMatching(/^Synced \d+ customers$/),
      'customer_sync: pending',
      expect.stringMatching(/^hourly_sync: /),
    ]);
    expect(() => client.scheduler).toThrow(/closed/);
  });

  test('Exception Handling', async () => {
    await using client = await AcumaticaClient.connect({ envFile });
    try {
      await client.customers.getById('UNKNOWN');
    } catch (e) {
      if (AcumaticaNotFoundError.is(e)) {
        print(`Not found: ${e.message}`);
        print(`Suggestions: ${e.suggestions.join(' ')}`);
      } else if (AcumaticaAuthError.is(e)) {
        print(`Auth error: ${e.message} ${e.statusCode}`);
      } else if (AcumaticaValidationError.is(e)) {
        for (const [field, errors] of Object.entries(e.fieldErrors)) print(`${field}: ${errors.join(' ')}`);
      } else if (AcumaticaBusinessRuleError.is(e) || AcumaticaConcurrencyError.is(e)) {
        print(e.message);
      } else if (AcumaticaTimeoutError.is(e)) {
        print(`Timeout: ${e.timeoutSeconds}s`);
      } else if (AcumaticaRateLimitError.is(e)) {
        print(`Rate limited. Retry after: ${e.retryAfter}s`);
      } else if (AcumaticaServerError.is(e) || AcumaticaConnectionError.is(e)) {
        print(`${e.name}: ${e.statusCode}`);
      } else if (AcumaticaError.is(e)) {
        print(`${e.getDetailedMessage()} ${JSON.stringify(e.context)}`);
      }
    }
    expect(lines[0]).toMatch(/^Not found: .*UNKNOWN/);
    expect(lines).toHaveLength(2);
  });
});

describe('the older page', () => {
  test('persistent_login and retry_on_idle_logout', async () => {
    await using client = await AcumaticaClient.connect({
      ...credentials(),
      persistentLogin: true,
      retryOnIdleLogout: true,
    });
    await using stateless = await AcumaticaClient.connect({ ...credentials(), persistentLogin: false });
    sim.advance(60 * 60_000);
    const names = await Promise.all(
      [client, stateless].map(async (one) => (await one.customers.getById('TECHCO')).CustomerName),
    );
    expect(names).toEqual(['Tech Co', 'Tech Co']);
  });

  test('Sub-Services', async () => {
    await using client = await AcumaticaClient.connect({ ...credentials() });
    const customers = await client.customers.getList({ apiVersion: '24.200.001' });
    expect(customers.length).toBeGreaterThan(0);
  });

  test('get_endpoint_info()', async () => {
    await using client = await AcumaticaClient.connect({ ...credentials() });
    const info = await client.getEndpointInfo();
    print(info.version.acumaticaBuildVersion);
    for (const endpoint of info.endpoints)
      if (endpoint.name === 'Default') print(`Default Endpoint Version: ${endpoint.version}`);
    expect(lines).toEqual([expect.stringMatching(/^24\./), 'Default Endpoint Version: 24.200.001']);
  });
});
