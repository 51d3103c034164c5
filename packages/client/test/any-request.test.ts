import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { AcumaticaClient, AcumaticaNotFoundError } from 'acurecord';
import { connectTo, optionsFor, requestsOf, simulated } from './support/simulated.js';

let sim: Simulator;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(() => sim.reset());

describe('client.send', () => {
  it('sends any request in the session of the client, with the options of a view', async () => {
    await using client = await connectTo(sim);
    const from = sim.requests().length;
    const view = client.with({ branch: 'MAIN', locale: 'fr-FR' });
    const { status, body } = await view.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer/TECHCO' });
    expect([status, (body as { CustomerID: unknown }).CustomerID]).toEqual([200, { value: 'TECHCO' }]);
    const [request, ...more] = sim.requests().slice(from);
    expect(more).toEqual([]);
    expect(request?.headers).toMatchObject({ 'px-cbapibranch': 'MAIN', 'accept-language': 'fr-FR' });
    expect(sim.sessions()).toHaveLength(1);
  });

  it('throws the errors of the client', async () => {
    await using client = await connectTo(sim);
    const call = client.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer/NOPE' });
    await expect(call).rejects.toThrow(AcumaticaNotFoundError);
  });

  it('repeats a write only where that does no harm', async () => {
    await using client = await connectTo(sim, { retry: { baseDelayMs: 1 } });
    const write = {
      method: 'PUT',
      path: '/entity/Default/24.200.001/Customer',
      json: { CustomerID: { value: 'TECHCO' } },
    } as const;
    sim.failNext({ path: '/Customer', status: 503 });
    await expect(client.send(write)).rejects.toMatchObject({ code: 'AMBIGUOUS_OUTCOME' });
    sim.failNext({ path: '/Customer', status: 503 });
    expect((await client.send({ ...write, idempotent: true })).status).toBe(200);
  });

  it('is a write of the batch around it', async () => {
    await using client = await connectTo(sim);
    sim.behave([{ path: '/entity/Default', method: 'POST', delayMs: 60_000 }]);
    const abort = new AbortController();
    const post = () => client.send({ method: 'POST', path: '/entity/Default/24.200.001/Customer/Hold', json: {} });
    const results = client.batch([post], { signal: abort.signal });
    while (!requestsOf(sim).some((line) => line.endsWith('/Hold')))
      await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    const [result] = await results;
    expect(result).toMatchObject({ ok: false, repeatable: false, error: { code: 'AMBIGUOUS_OUTCOME' } });
  });

  it('refuses a write into another tenant than was meant', async () => {
    const tenants = await startSimulator({ tenants: ['Company', 'Test'], staleTenants: ['New'], release: '24R2' });
    await using client = await AcumaticaClient.connect({ ...optionsFor(tenants), tenant: 'New' });
    await expect(client.send({ method: 'POST', path: '/CustomizationApi/getPublished', json: {} })).rejects.toThrow(
      /was not sent/,
    );
    await client.close();
    await tenants.close();
  });
});

it('client.transport is what the client sends with, once it is connected', async () => {
  await using client = new AcumaticaClient(optionsFor(sim));
  expect(() => client.transport).toThrow(/connect\(\) first/);
  await client.connect();
  expect(client.transport.stats().signIns).toBe(1);
});

describe('AcumaticaClient.shared', () => {
  it('gives one client a name, and another one after it was closed', async () => {
    const one = AcumaticaClient.shared('web', optionsFor(sim));
    expect(AcumaticaClient.shared('web', optionsFor(sim))).toBe(one);
    expect(AcumaticaClient.shared('jobs', optionsFor(sim))).not.toBe(one);
    await one.connect();
    await AcumaticaClient.shared('web', optionsFor(sim)).connect();
    expect(one.stats().signIns).toBe(1);
    await one.close();
    expect(AcumaticaClient.shared('web', optionsFor(sim))).not.toBe(one);
  });

  it('refuses other settings, and takes another password', () => {
    const options = optionsFor(sim);
    const one = AcumaticaClient.shared('same', options);
    expect(AcumaticaClient.shared('same', { ...options, password: 'new' })).toBe(one);
    expect(() => AcumaticaClient.shared('same', { ...options, tenant: 'Other' })).toThrow(/another tenant/);
    expect(() => AcumaticaClient.shared('')).toThrow(/needs a name/);
  });

  it('gives the same client to a program that has loaded the module again, with its seat', async () => {
    const one = await AcumaticaClient.shared('reloaded', optionsFor(sim)).connect();
    await jest.isolateModulesAsync(async () => {
      const again = (await import('acurecord')) as { AcumaticaClient: typeof AcumaticaClient; Entity: unknown };
      expect(again.AcumaticaClient).not.toBe(AcumaticaClient);
      expect(again.AcumaticaClient.shared('reloaded', optionsFor(sim))).toBe(one);
    });
    expect(sim.sessions()).toHaveLength(1);
    await one.close();
  });
});

it('copies of the package in one process share the default client and client.run', async () => {
  await using main = await connectTo(sim);
  await using other = await connectTo(sim);
  await jest.isolateModulesAsync(async () => {
    const { defineEntity } = await import('@acurecord/metadata');
    const schema = main.schema ?? other.schema;
    if (schema === undefined) throw new Error('Nothing was discovered.');
    const Customer = defineEntity(schema, 'Customer');
    expect(new Customer().client).toBe(main);
    expect(other.run(() => new Customer().client)).toBe(other);
  });
});

describe('discover: false without endpointVersion', () => {
  it('reads inquiries by name and password, and takes no seat of the API', async () => {
    await using client = await connectTo(sim, { discover: false });
    expect(requestsOf(sim)).toEqual([]);
    const names = await client.inquiries.list();
    await client.inquiries.get(names[0] ?? '').first();
    expect(requestsOf(sim).some((line) => line.includes('/auth/'))).toBe(false);
    expect(sim.sessions().map(({ kind }) => kind)).toEqual(['basic']);
    await client.close();
    expect(sim.sessions()).toEqual([]);
  });

  it('signs in when an entity is asked for, at the newest version', async () => {
    await using client = await connectTo(sim, { discover: false });
    const { body } = await client.send({ method: 'GET', path: '/entity', session: 'none' });
    expect(body).toHaveProperty('endpoints');
    expect(sim.sessions()).toEqual([]);
    await client.gateway.get({ entity: 'Customer', address: { keys: ['TECHCO'] }, params: {} });
    expect(requestsOf(sim).at(-1)).toBe('GET /entity/Default/24.200.001/Customer/TECHCO');
    expect(sim.sessions().map(({ kind }) => kind)).toEqual(['cookie']);
  });
});
