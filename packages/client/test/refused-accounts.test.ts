import { createScheduler } from '@acurecord/scheduler';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { AcumaticaAuthError, AcumaticaClient, oauth, passwordSignIn } from 'acurecord';
import type { ClientOptions } from 'acurecord';
import { optionsFor } from './support/simulated.js';

let sim: Simulator;
let wrong: ClientOptions;
const clients: AcumaticaClient[] = [];
const application = { clientId: '7e0e3d5c-0c0f-4c53-9d7b-6d4c0b7b3a10@Company', clientSecret: 'client-secret' };

/** Passwords that no other test has used: a refusal is remembered by the whole process. */
let tests = 0;
beforeEach(async () => {
  sim = await startSimulator({ applications: [application] });
  wrong = { ...optionsFor(sim), password: `wrong-${(tests += 1)}` };
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  await sim.close();
});

function made(options: ClientOptions = wrong): AcumaticaClient {
  const client = new AcumaticaClient(options);
  clients.push(client);
  return client;
}

const signIns = (): number =>
  sim.requests().filter(({ path }) => /\/(login|connect\/token)$/.test(path) || path.includes('/odata/')).length;

async function failuresOf(calls: readonly Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((result) => (result.status === 'rejected' ? (result.reason as unknown) : 'no failure'));
}

const areRefusals = (failures: readonly unknown[]): boolean =>
  failures.every((failure) => AcumaticaAuthError.is(failure));

describe('a refused password is tried once', () => {
  it('by fifteen web requests that connect a client each, at once and one after the other', async () => {
    expect(areRefusals(await failuresOf(Array.from({ length: 15 }, () => made().connect())))).toBe(true);
    for (let request = 0; request < 5; request += 1)
      expect(areRefusals(await failuresOf([made().connect()]))).toBe(true);
    expect(signIns()).toBe(1);
  });

  it('by fifteen web requests of one client', async () => {
    const client = made();
    const calls = Array.from({ length: 15 }, () => client.service('Customer').getById('ABARTENDE'));
    expect(areRefusals(await failuresOf(calls))).toBe(true);
    expect(signIns()).toBe(1);
  });

  it('by a task with five retries', async () => {
    const client = made();
    const scheduler = createScheduler({ client });
    const ended = new Promise<number>((resolve) => scheduler.on('failure', ({ run }) => resolve(run.attempts)));
    scheduler.scheduleTask({
      func: () => client.connect(),
      taskName: 'sync',
      intervalSeconds: 3600,
      runImmediately: true,
      retry: { attempts: 5, delayMs: 1 },
    });
    expect(await ended).toBe(1);
    expect(signIns()).toBe(1);
    await scheduler.close();
  });

  it('by a batch, and not at all by retryFailed', async () => {
    const client = made();
    const results = await client.batch(Array.from({ length: 6 }, () => () => client.connect()));
    const again = await results.retryFailed();
    expect(results.concat(again).map((result) => result.ok || result.repeatable)).toEqual(Array(12).fill(false));
    expect(signIns()).toBe(1);
  });

  it('by the OAuth password grant, and by a sign-in with the same password after it', async () => {
    const { username = '', password = '', ...rest } = wrong;
    const auth = oauth({ ...application, grant: 'password', username, password });
    expect(areRefusals(await failuresOf([1, 2, 3].map(() => made({ ...rest, auth }).connect())))).toBe(true);
    expect(areRefusals(await failuresOf([made().connect()]))).toBe(true);
    expect(signIns()).toBe(1);
  });

  it('by inquiries that are read by name and password', async () => {
    const client = made({ ...wrong, discover: false });
    const read = () => client.inquiries.get('Customers').toArray();
    expect(areRefusals(await failuresOf([read(), read(), read()]))).toBe(true);
    expect(areRefusals(await failuresOf([read()]))).toBe(true);
    expect(signIns()).toBe(1);
  });
});

it('is tried again on request, and a success lets everybody in', async () => {
  const own = await startSimulator({ users: [{ name: 'admin', password: `right-${tests}` }] });
  const options = { ...optionsFor(own), password: `right-${tests}` };
  own.failNext({
    path: '/login',
    status: 500,
    body: { exceptionMessage: 'Error: Your account has been locked out.', exceptionType: 'PX.Data.PXException' },
  });
  const [one, two] = [made(options), made(options)];
  expect(await failuresOf([one.connect(), two.connect()])).toMatchObject([
    { code: 'ACCOUNT_LOCKED' },
    { code: 'ACCOUNT_LOCKED' },
  ]);
  expect(two.health()).toMatchObject({ status: 'unhealthy' });
  expect(two.health().reasons.join()).toContain('locked out');
  expect((await one.health({ signIn: true })).status).toBe('healthy');
  expect(two.health().reasons.join()).not.toContain('locked out');
  await two.connect();
  await Promise.all([one.close(), two.close()]);
  await own.close();
});

it('tells by health what a further try met', async () => {
  const client = made();
  const health = await client.health({ signIn: true });
  expect(health).toMatchObject({ status: 'unhealthy' });
  expect(health.reasons.join(' ')).toContain('Invalid credentials');
  expect((await client.health({ signIn: true })).status).toBe('unhealthy');
  expect(signIns()).toBe(2);
});

it('asks a function for the password again, once, where it was refused', async () => {
  const passwords = [`old-${tests}`, 'admin-secret', 'never'];
  const password = jest.fn(async () => passwords.shift() ?? '');
  const { username = '', tenant = '', ...rest } = optionsFor(sim);
  const auth = passwordSignIn({ username, tenant, password });
  const client = await made({ ...rest, tenant, auth }).connect();
  expect(password).toHaveBeenCalledTimes(2);
  expect(client.stats().signIns).toBe(1);
  expect(signIns()).toBe(2);
});

it('does not send the same password again that a function gives again', async () => {
  const password = jest.fn(() => `same-${tests}`);
  const { username = '', tenant = '', ...rest } = optionsFor(sim);
  const auth = passwordSignIn({ username, tenant, password });
  expect(areRefusals(await failuresOf([made({ ...rest, tenant, auth }).connect()]))).toBe(true);
  expect([password.mock.calls.length, signIns()]).toEqual([2, 1]);
});
