import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { AcumaticaClient, AcumaticaConfig, AcumaticaError } from 'acurecord';
import type { ClientOptions, TransportHooks } from 'acurecord';
import { memoryTokenStore, oauth } from '@acurecord/transport';
import type { SignIn } from '@acurecord/transport';
import type { FailureRule, Simulator } from '@acurecord/simulator';
import { resolveSettings } from '../src/configuration/resolve-settings.js';
import { simulated } from './support/simulated.js';

const PASSWORD = 'Zt7-pass"w\\ord&ü%';
const CLIENT_SECRET = 'Zt7-client-secret';
const HOOKS = ['onRequest', 'onResponse', 'onRetry', 'onThrottle', 'onSignIn', 'onSignOut', 'onError'] as const;

let sim: Simulator;
let cacheDir: string;
let events: Set<string>;
/** Everything that anybody could read: what the program prints, and its events. */
let readable: string[];
/** What nobody may read: the password, and what the server handed out at sign-ins. */
let secrets: Set<string>;
/** Those that the client holds now. */
let held: Map<string, string>;

beforeEach(async () => {
  sim = await simulated({
    users: [{ name: 'admin', password: PASSWORD }],
    applications: [{ clientId: 'app@Company', clientSecret: CLIENT_SECRET }],
  });
  cacheDir = await mkdtemp(join(tmpdir(), 'acurecord-secrets-'));
  readable = [];
  events = new Set();
  secrets = new Set([PASSWORD, CLIENT_SECRET]);
  held = new Map([['password', PASSWORD]]);
  for (const name of HOOKS) subscribe(`acurecord:${name}`, onEvent);
});
afterEach(async () => {
  for (const name of HOOKS) unsubscribe(`acurecord:${name}`, onEvent);
  await sim.close();
  await rm(cacheDir, { recursive: true });
});

function onEvent(event: unknown, name: string | symbol): void {
  events.add(String(name));
  print(event);
}

/** All the ways in which a thing gets into a log. */
function print(...things: unknown[]): void {
  for (const thing of things) {
    readable.push(inspect(thing, { depth: 12, showHidden: true, getters: true }), inspect(thing), String(thing));
    try {
      readable.push(JSON.stringify(thing) ?? '');
    } catch {
      // A cycle; nobody can log it so.
    }
    if (AcumaticaError.is(thing)) readable.push(thing.getDetailedMessage(), thing.stack ?? '', thing.message);
  }
}

function hold(name: string, value: string | undefined): void {
  held.delete(name);
  if (value === undefined || value === '') return;
  held.set(name, value);
  secrets.add(value);
}

/** Node's fetch, listening to what the server hands out. */
const fetch: NonNullable<ClientOptions['fetch']> = async (url, init) => {
  const answer = await globalThis.fetch(url, init as RequestInit);
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^(\.ASPXAUTH|ASP\.NET_SessionId)=([^;]*)/.exec(cookie) ?? [];
    hold(name, value);
  }
  if (url.includes('/identity/connect/token')) {
    const tokens = (await answer.clone().json()) as Record<string, string>;
    for (const name of ['access_token', 'refresh_token']) hold(name, tokens[name]);
  }
  return answer;
};

const hooks: TransportHooks = Object.fromEntries(HOOKS.map((name) => [name, print]));

function options(auth?: SignIn): ClientOptions {
  return {
    ...{ baseUrl: sim.url, username: 'admin', password: PASSWORD, tenant: 'Company', autoLoadEnv: false },
    ...{ fetch, hooks, requestHistory: 100, cacheMethods: true, cacheDir, cacheReads: { ttlMs: 1_000 } },
    ...{ rateLimit: { callsPerSecond: 200, maxConcurrent: 1 }, retry: { baseDelayMs: 1, busyWaitMs: 0 } },
    ...(auth && { auth }),
  };
}

/** A server that repeats in its answers what it should not have, and one that breaks off. */
function faults(): FailureRule[] {
  const said = [...held.values()].join(' and ');
  const exception = { message: 'An error has occurred.', exceptionMessage: `For ${said}`, stackTrace: said };
  return [
    { status: 400, body: { message: said, modelState: { [said]: [said] } } },
    { status: 403, body: { message: `You have insufficient rights, ${said}` } },
    { status: 422, body: { error: said, CustomerID: { value: said, error: said } } },
    ...[404, 409, 412, 429, 500, 503].map((status) => ({ status, body: exception, times: 3 })),
    { status: 500, body: `<html><title>${said}</title>${said}</html>` },
    { status: 302, headers: { location: `/Frames/Error.aspx?message=${encodeURIComponent(said)}` } },
    { html: true, times: 3 },
    { garbage: true },
    { after: 'request', times: 3 },
    { after: 'half-body', times: 3 },
  ];
}

/** A program that does a bit of everything, and prints all it can get hold of. */
async function program(auth?: SignIn): Promise<void> {
  const client = new AcumaticaClient(options(auth));
  print(client, client.health());
  await client.connect();
  const customer = await client.customers.getById('ABARTENDE', { custom: ['CurrentCustomer.UsrRegion'] });
  await Promise.all([client.customers.getList(), client.salesOrders.getList({ top: 2 }), client.inquiries.list()]);
  customer.CustomerName = 'Changed';
  await customer.save();
  await client.customers.putFile('ABARTENDE', 'a.txt', 'x', 'comment');
  await client.customers.invokeAction('CreateContactFromCustomer', 'ABARTENDE', { LastName: 'B' });
  for (const rule of faults()) {
    sim.failNext({ path: '/Customer', ...rule });
    const failing = rule.status === 422 ? client.customers.putEntity({ CustomerID: 'X' }) : customer.reload();
    print(await failing.catch((error: unknown) => error));
    sim.reset();
  }
  sim.advance(60 * 60_000);
  await client.customers.getList({ top: 1 });
  const results = await client.batch(['NOBODY', 'TECHCO'].map((key) => () => client.customers.getById(key)));
  print(results, results.failures, customer, customer.client, client.models.Customer, client.customers);
  print(
    client.stats(),
    client.health(),
    client.requestHistory(),
    client.getCacheStats(),
    await client.testConnection(),
  );
  print(client, client.with({ branch: 'MAIN' }), client.gateway, client.scheduler, client.events, client.schema);
  sim.failNext({ path: '/logout', status: 500, body: { message: [...held.values()].join() }, times: 5 });
  await client.close();
  print(client);
  await (await AcumaticaClient.connect(options(auth))).close();
}

/** The secrets that stand somewhere readable, in any notation. */
function found(): string[] {
  const all = readable.join('\n');
  const notations = (secret: string) => [
    ...[secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)],
    ...[Buffer.from(secret).toString('base64').slice(0, -4), new URLSearchParams({ x: secret }).toString().slice(2)],
  ];
  return [...secrets].filter((secret) => notations(secret).some((text) => all.includes(text)));
}

test('a client that signs in by password never shows the password or a session', async () => {
  await program();
  const wrong = AcumaticaClient.connect({ ...options(), password: `${PASSWORD}-wrong` });
  print(await wrong.catch((error: unknown) => error));
  const config = new AcumaticaConfig({ baseUrl: sim.url, username: 'admin', password: PASSWORD, tenant: 'Company' });
  print(config, { config }, [config], config.with({ branch: 'MAIN' }), { ...config });
  config.toFile(join(cacheDir, 'config.json'));
  print(...wrongSettings());
  for (const file of await readdir(cacheDir)) readable.push(await readFile(join(cacheDir, file), 'utf8'));
  expect(secrets.size).toBeGreaterThan(4);
  expect(found()).toEqual([]);
  expect([...events].sort()).toEqual(HOOKS.map((name) => `acurecord:${name}`).sort());
  expect(readable.length).toBeGreaterThan(500);
});

test('a client that signs in by OAuth never shows a token or the secret of its application', async () => {
  const tokenStore = memoryTokenStore();
  const application = { clientId: 'app@Company', clientSecret: CLIENT_SECRET, username: 'admin', password: PASSWORD };
  const auth = oauth({ grant: 'password', ...application, tokenStore });
  held.set('application', CLIENT_SECRET);
  print(auth, tokenStore);
  await program(auth);
  const wrong = oauth({ grant: 'password', ...application, clientSecret: `${CLIENT_SECRET}-wrong` });
  print(await AcumaticaClient.connect(options(wrong)).catch((error: unknown) => error));
  expect([...secrets].length).toBeGreaterThan(4);
  expect(found()).toEqual([]);
});

/** What is said about settings that are wrong beside the password. */
function wrongSettings(): unknown[] {
  const attempts = [
    () => new AcumaticaConfig({ baseUrl: `https://admin:${PASSWORD}@erp` }),
    () => new AcumaticaConfig({ password: { text: PASSWORD } as never }),
    () => new AcumaticaConfig({ pasword: PASSWORD } as never),
    () => new AcumaticaClient({ pasword: PASSWORD } as never),
    () => AcumaticaConfig.fromEnv({ ACUMATICA_PASSWORD: PASSWORD, ACUMATICA_TIMEOUT: PASSWORD }),
  ];
  return attempts.map((attempt) => {
    try {
      return attempt();
    } catch (error) {
      return error;
    }
  });
}

test('wrong settings are named without showing any value', async () => {
  const errors = wrongSettings();
  expect(errors.every((error) => AcumaticaError.is(error))).toBe(true);
  const place = { environment: { ACUMATICA_TIMEOUT: PASSWORD }, workingDirectory: cacheDir, byPassword: true };
  print(...errors, await resolveSettings({ password: PASSWORD }, place).catch((error: unknown) => error));
  expect(found()).toEqual([]);
});
