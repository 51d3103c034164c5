import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { signIn, signedIn } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';

let simulator: Simulator;
const start = async (options: SimulatorOptions): Promise<void> => {
  simulator = await startSimulator(options);
};
afterEach(() => simulator.close());

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('§13 requests at once', () => {
  it('queues what is beyond the number of cores, and lets sign-out pass', async () => {
    await start({ limits: { concurrent: 1 }, latencyMs: 60_000, sessionMinutes: 600 });
    const signingIn = signedIn(simulator);
    await turns(50);
    simulator.advance(60_000);
    const caller = await signingIn;
    const first = caller.get('Customer');
    const second = caller.get('Customer');
    await turns(50);
    expect((await caller.signOut()).status).toBe(204);
    simulator.advance(60_000);
    await first;
    await turns(50);
    simulator.advance(60_000);
    await second;
    expect(simulator.requests()).toHaveLength(4);
  });

  it.each([
    ['text', 'The custom error module does not recognize this error.'],
    ['empty', ''],
  ] as const)('declines with 429 when more than 20 wait, with the body %s', async (throttledBody, text) => {
    await start({ limits: { concurrent: 1 }, latencyMs: 60_000, assume: { throttledBody, retryAfterSeconds: 3 } });
    const calls = Array.from({ length: 22 }, () => signedIn(simulator).catch(() => undefined));
    while (simulator.requests().length < 22) await turns(1);
    await turns(50);
    const { rawRequest } = await import('../support/raw-request.js');
    const declined = await rawRequest(simulator.url, 'GET', '/entity');
    expect([declined.status, declined.text, declined.headers['retry-after']]).toEqual([429, text, '3']);
    await simulator.close();
    await Promise.all(calls);
  });
});

describe('§13 declined requests', () => {
  it('do not count, and are not told when to come again', async () => {
    await start({ limits: { concurrent: 1, requestsPerMinute: 48 }, latencyMs: 100 });
    const ask = (): ReturnType<typeof rawRequest> => rawRequest(simulator.url, 'GET', '/entity');
    const taken = Array.from({ length: 21 }, ask);
    while (simulator.requests().length < 21) await turns(1);
    await turns(50);
    const declined = await Promise.all(Array.from({ length: 10 }, ask));
    for (const { status, headers } of declined) expect([status, headers['retry-after']]).toEqual([429, undefined]);
    let done = 0;
    for (const call of taken) void call.then(({ status }) => (done += Number(status === 200)));
    while (done < 21) {
      simulator.advance(100);
      await turns(20);
    }
    simulator.faults.slow(0);
    // 21 of 48 are used, and 31 would be more than half: this one would wait for seconds.
    const next = ask();
    while (simulator.requests().length < 32) await turns(1);
    await turns(200);
    expect(simulator.requests().at(-1)).toMatchObject({ status: 200 });
    await next;
  });
});

describe('§13 requests that wait too long', () => {
  it('are declined with 429 after ten minutes, and the others go on', async () => {
    await start({ limits: { concurrent: 1 }, latencyMs: 3_600_000, sessionMinutes: 600 });
    const first = rawRequest(simulator.url, 'GET', '/entity');
    while (simulator.requests().length < 1) await turns(1);
    await turns(50);
    const second = rawRequest(simulator.url, 'GET', '/entity');
    while (simulator.requests().length < 2) await turns(1);
    await turns(50);
    simulator.advance(600_000);
    expect((await second).status).toBe(429);
    simulator.advance(3_000_000);
    expect((await first).status).toBe(200);
    simulator.faults.slow(0);
    expect((await rawRequest(simulator.url, 'GET', '/entity')).status).toBe(200);
  });
});

describe('§13 requests per minute', () => {
  it('delays from half of the allowance on by the time left divided by the requests left', async () => {
    let now = 1_700_000_000_000;
    await start({ limits: { requestsPerMinute: 4 }, clock: { now: () => now } });
    const caller = await signedIn(simulator);
    now += 10_000;
    await caller.get('Customer');
    const third = caller.get('Customer');
    let answered = false;
    void third.then(() => (answered = true));
    while (simulator.requests().length < 3) await turns(1);
    // Two of four are used, 50 seconds are left for two more: 25 seconds.
    simulator.advance(24_900);
    await turns(100);
    expect(answered).toBe(false);
    simulator.advance(100);
    expect((await third).status).toBe(200);
  });
});

test(
  '§13 a trial has two seats',
  withCaller(
    async ({ simulator }) => {
      expect((await signIn(simulator)).status).toBe(204);
      expect((await signIn(simulator)).text).toContain('API Login Limit');
    },
    { limits: { seats: 2 } },
  ),
);
