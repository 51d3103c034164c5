import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { oauth, passwordSignIn } from '../src/index.js';
import type { Transport, TransportHooks, TransportOptions, TransportRequest } from '../src/index.js';
import { failureOf, openTransport, PASSWORD, quick } from './open-transport.js';

const LIST: TransportRequest = { method: 'GET', path: '/entity/Default/24.200.001/Customer', query: { $top: 1 } };
const NAMES = ['onRequest', 'onResponse', 'onRetry', 'onThrottle', 'onSignIn', 'onSignOut', 'onError'] as const;
let sim: Simulator;
const open: Transport[] = [];

beforeEach(async () => {
  sim = await startSimulator();
});

afterEach(async () => {
  for (const transport of open.splice(0)) await transport.close();
  await sim.close();
});

function transport(hooks: TransportHooks, changes: Partial<TransportOptions> = {}): Transport {
  const made = openTransport(sim.url, { hooks, ...changes });
  open.push(made);
  return made;
}

function recorder(): { seen: [string, unknown][]; hooks: TransportHooks } {
  const seen: [string, unknown][] = [];
  const hooks = Object.fromEntries(NAMES.map((name) => [name, (event: unknown) => void seen.push([name, event])]));
  return { seen, hooks };
}

it('tells what happens in its order: each try, the pause between, the session', async () => {
  const { seen, hooks } = recorder();
  const erp = transport(hooks);
  sim.failNext({ path: 'Customer', status: 503 });
  await erp.send(LIST);
  await erp.close();
  expect(seen.map(([name]) => name)).toEqual([
    'onRequest',
    'onResponse',
    'onSignIn', // the sign-in
    'onRequest',
    'onResponse',
    'onRetry', // the first try
    'onRequest',
    'onResponse', // the second
    'onRequest',
    'onResponse',
    'onSignOut',
  ]);
  expect(seen[5]?.[1]).toMatchObject({
    operation: 'GET /entity/Default/24.200.001/Customer',
    attempt: 1,
    error: { status: 503 },
  });
  expect(seen[6]?.[1]).toMatchObject({ attempt: 2, method: 'GET', path: '/entity/Default/24.200.001/Customer?$top=1' });
  expect(seen[7]?.[1]).toMatchObject({ status: 200 });
});

it('numbers calls: each has one number in all of its events, however many run at once', async () => {
  const { seen, hooks } = recorder();
  const erp = transport(hooks);
  await erp.signIn();
  seen.length = 0;
  sim.failNext({ path: 'Customer', status: 503, times: 2 });
  const missing = { method: 'GET', path: '/entity/Default/24.200.001/Vendor/NOPE' } as const;
  await Promise.all([erp.send(LIST), erp.send(LIST), failureOf(erp.send(missing))]);
  const stories = new Map<number, string[]>();
  for (const [name, event] of seen) {
    const { callId, operation } = event as { callId: number; operation: string };
    stories.set(callId, [...(stories.get(callId) ?? []), `${name} ${operation.split('/').at(-1)}`]);
  }
  const list = ['onRequest', 'onResponse', 'onRetry', 'onRequest', 'onResponse'].map((name) => `${name} Customer`);
  const refused = ['onRequest', 'onResponse', 'onError'].map((name) => `${name} NOPE`);
  expect([...stories.values()]).toEqual(expect.arrayContaining([list, list, refused]));
  expect(stories.size).toBe(3);
});

it('tells the same to diagnostics channels', async () => {
  const seen: string[] = [];
  const listeners = NAMES.map((name) => [`acurecord:${name}`, () => void seen.push(name)] as const);
  for (const [channel, listener] of listeners) subscribe(channel, listener);
  try {
    const erp = transport({});
    await failureOf(erp.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer/NOPE' }));
    expect(seen).toEqual(['onRequest', 'onResponse', 'onSignIn', 'onRequest', 'onResponse', 'onError']);
  } finally {
    for (const [channel, listener] of listeners) unsubscribe(channel, listener);
  }
});

it('lets onRequest change headers and wait', async () => {
  const erp = transport({
    onRequest: async (event) => {
      await new Promise((resolve) => setImmediate(resolve));
      event.headers['PX-CbApiBranch'] = 'MAIN';
    },
  });
  await erp.send(LIST);
  expect(sim.requests().at(-1)?.headers['px-cbapibranch']).toBe('MAIN');
});

it('sends nothing where onRequest throws', async () => {
  const erp = transport({
    onRequest: ({ path }) => {
      if (path.includes('Customer')) throw new Error('not today');
    },
  });
  expect((await failureOf(erp.send(LIST))).message).toContain('not today');
  expect(sim.requests().filter(({ path }) => path.includes('Customer'))).toEqual([]);
});

it('goes on where another hook throws or rejects', async () => {
  const bad = (): never => {
    throw new Error('bad hook');
  };
  const worse = (async () => bad()) as unknown as () => void;
  const erp = transport({ onResponse: bad, onSignIn: worse, onSignOut: bad, onError: bad });
  await erp.send(LIST);
  await erp.close();
  expect(sim.sessions()).toHaveLength(0);
});

it('gives up where onRetry answers false', async () => {
  const erp = transport({ onRetry: () => false });
  sim.failNext({ path: 'Customer', status: 503 });
  expect(await failureOf(erp.send(LIST))).toMatchObject({ status: 503 });
});

it('counts what went over the wire', async () => {
  const erp = transport({}, { rateLimit: { callsPerSecond: 50, maxConcurrent: 1 } });
  sim.failNext({ path: 'Customer', status: 503 });
  await Promise.all([erp.send(LIST), erp.send(LIST)]);
  await failureOf(erp.send({ method: 'PUT', path: '/entity/Default/24.200.001/Customer', body: '' }));
  const stats = erp.stats();
  expect(stats).toMatchObject({
    requests: 5,
    byMethod: { POST: 1, GET: 3, PUT: 1 },
    byStatus: { 204: 1, 503: 1, 200: 2, 400: 1 },
    errors: 1,
    retries: 1,
    signIns: 1,
    signOuts: 0,
    seatsHeld: 1,
  });
  expect(stats.latencyMs.p50).toBeGreaterThan(0);
  expect(stats.latencyMs.p95).toBeGreaterThanOrEqual(stats.latencyMs.p50);
  expect(stats.bytesReceived).toBeGreaterThan(100);
  expect(stats.bytesSent).toBeGreaterThan(50);
});

it('prints no secret in any event, error, statistic or inspection', async () => {
  const { seen, hooks } = recorder();
  const printed: string[] = [];
  const print = (...things: unknown[]): void => {
    for (const thing of things)
      printed.push(
        inspect(thing, { depth: 10, showHidden: true }),
        safeJson(thing),
        String((thing as Error | undefined)?.stack),
      );
  };
  const token = 'very-secret-token';
  const auth = passwordSignIn({ username: 'admin', password: PASSWORD, tenant: 'Company' });
  const erp = transport(hooks, { auth });
  await erp.send({ ...LIST, query: { $top: 1, access_token: token } });
  sim.failNext({
    path: 'Customer',
    status: 500,
    body: { exceptionMessage: `password=${PASSWORD} and Bearer ${token}` },
  });
  print(await failureOf(erp.send(LIST)));
  sim.failNext({ path: 'Customer', after: 'request' });
  print(
    await failureOf(
      erp.send({ method: 'PUT', path: '/entity/Default/24.200.001/Customer', json: { password: PASSWORD } }),
    ),
  );
  sim.advance(11 * 60_000);
  await erp.send(LIST);
  const wrong = passwordSignIn({ username: 'admin', password: `${PASSWORD}-wrong`, tenant: 'Company' });
  print(await failureOf(transport(hooks, { auth: wrong }).send(LIST)));
  const oauthSignIn = oauth({
    grant: 'password',
    clientId: 'x@y',
    clientSecret: token,
    username: 'admin',
    password: PASSWORD,
  });
  print(await failureOf(transport(hooks, { auth: oauthSignIn }).send(LIST)));
  await erp.close();
  print(erp, auth, oauthSignIn, erp.stats(), quick(sim.url, { auth }), seen);
  const all = printed.join('\n');
  expect(seen.length).toBeGreaterThan(20);
  expect(all).not.toContain(PASSWORD);
  expect(all).not.toContain(token);
  expect(all).not.toMatch(/ASPXAUTH=(?!\*)|SessionId=(?!\*)|Bearer (?!\*)/);
});

function safeJson(thing: unknown): string {
  try {
    return JSON.stringify(thing) ?? '';
  } catch {
    return '';
  }
}
