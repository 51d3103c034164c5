import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { signedIn } from '../support/signed-in.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ control: true });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
});

const order = (name: string, body: object = {}): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'POST', `/_simulator/${name}`, { body: JSON.stringify(body) });
const offered = async (): Promise<Record<string, readonly string[]>> =>
  ((await rawRequest(simulator.url, 'GET', '/_simulator')).json as { post: Record<string, readonly string[]> }).post;

describe('a program in another language', () => {
  it('is told what can be looked at and ordered, and all of that is there', async () => {
    const list = await rawRequest(simulator.url, 'GET', '/_simulator/');
    expect(list.json).toMatchObject({
      get: ['requests', 'sessions', 'operations', 'store/{Entity}', 'store/{Entity}/{key}'],
      post: { 'fail-next': expect.arrayContaining(['status', 'path', 'times']) as unknown, reset: [] },
    });
    for (const name of Object.keys(await offered())) expect((await order(name)).status).not.toBe(404);
    for (const name of ['requests', 'sessions', 'operations', 'store/Customer', 'store/Customer/ABARTENDE'])
      expect((await rawRequest(simulator.url, 'GET', `/_simulator/${name}`)).status).toBe(200);
  });

  it.each([
    ['fail-next', { statuss: 503 }, 'fail-next has no member "statuss"; there are method, path, status, body,'],
    ['fail-next', { status: '503' }, '"status" of fail-next is a status from 200 to 599, not "503".'],
    ['fail-next', { after: 'never' }, '"after" of fail-next is one of request, commit, half-body, not "never".'],
    ['fail-next', { times: 0 }, '"times" of fail-next is a whole number from 1, not 0.'],
    ['fail-next', { method: [1] }, '"method" of fail-next is a verb or a list of them, not [1].'],
    ['fail-next', { headers: { 'Retry-After': 5 } }, '"headers" of fail-next is an object of texts'],
    ['behave', { rules: 'all' }, '"rules" of behave is a list of rules, not "all".'],
    ['behave', { rules: [{ share: 2 }] }, '"share" of a rule of behave is a number from 0 to 1, not 2.'],
    ['behave', { rules: [7] }, '"rules" of behave is a list of rules, not [7].'],
    ['advance', { ms: 'an hour' }, '"ms" of advance is a number from 0, not "an hour".'],
    ['slow', { ms: -1 }, '"ms" of slow is a number from 0, not -1.'],
    ['limit', { seat: 1 }, 'limit has no member "seat"; there are seats, concurrent, requestsPerMinute.'],
    ['reset', { all: true }, 'reset has no member "all"; it has none.'],
    ['restore', { snapshot: 9 }, 'There is no such snapshot.'],
    ['fail-nxt', {}, 'There is no POST fail-nxt here; GET /_simulator lists what there is.'],
  ])('is told of a slip in %s %j, and nothing happens', async (name, body, words) => {
    const answer = await order(name, body);
    expect([answer.status, answer.text.replaceAll('\\"', '"')]).toEqual([
      name === 'fail-nxt' ? 404 : 400,
      expect.stringContaining(words) as unknown,
    ]);
    const caller = await signedIn(simulator);
    expect((await caller.get('Customer/ABARTENDE')).status).toBe(200);
  });

  it.each([
    ['fail-next', { status: 503, path: 'customer', method: 'get', headers: { 'Retry-After': '1' } }, 503],
    ['fail-next', { status: 200, body: { CustomerID: { value: 'OTHER' } } }, 200],
    ['behave', { rules: [{ share: 1, html: true }] }, 502],
    ['throttle', { times: 2, retryAfterSeconds: 3 }, 429],
    ['expire-sessions', { user: 'admin' }, 401],
  ])('orders %s %j', async (name, body, status) => {
    const caller = await signedIn(simulator);
    expect((await order(name, body)).status).toBeLessThan(300);
    expect((await caller.get('Customer/ABARTENDE')).status).toBe(status);
  });
});
