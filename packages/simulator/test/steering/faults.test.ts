import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { signIn, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;

beforeEach(async () => {
  simulator = await startSimulator({
    data: { Customer: [{ CustomerID: 'ALPHA', CustomerName: 'Alpha' }] },
    control: true,
    users: [
      { name: 'admin', password: 'admin-secret' },
      { name: 'eve', password: 'eve-secret' },
    ],
  });
  caller = await signedIn(simulator);
});
afterEach(() => simulator.close());

const list = async (): Promise<number> => (await caller.get('Customer')).status;
const put = (name: string): Promise<{ status: number }> =>
  caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: name }));
const stored = (): unknown => simulator.store.find('Customer', 'ALPHA')?.['CustomerName'];

describe('faults', () => {
  it('throttle as many calls as told, and never the sign-in', async () => {
    simulator.faults.throttle({ times: 2, retryAfterSeconds: 3 });
    expect((await signIn(simulator, { name: 'eve', password: 'eve-secret' })).status).toBe(204);
    const declined = await caller.get('Customer');
    expect([declined.status, declined.headers['retry-after']]).toEqual([429, '3']);
    expect([await list(), await list()]).toEqual([429, 200]);
  });

  it('make every request slow until they are ended', async () => {
    simulator.faults.slow(60_000);
    const slow = caller.get('Customer');
    const early = await Promise.race([
      slow.then(() => 'answered'),
      new Promise((resolve) => setTimeout(resolve, 30, 'waiting')),
    ]);
    expect(early).toBe('waiting');
    simulator.advance(60_000);
    expect((await slow).status).toBe(200);
    simulator.faults.slow(0);
    expect(await list()).toBe(200);
  });

  it('sign everybody out, or one user, and free the seats', async () => {
    await signIn(simulator, { name: 'eve', password: 'eve-secret' });
    expect(simulator.faults.expireSessions('eve')).toBe(1);
    expect(await list()).toBe(200);
    expect(simulator.faults.expireSessions()).toBe(1);
    expect(simulator.sessions()).toEqual([]);
    expect(await list()).toBe(401);
  });

  it('drop the connection after a write was carried out, and before anything was', async () => {
    simulator.faults.dropAfterCommit();
    expect(await list()).toBe(200);
    await expect(put('Beta')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(stored()).toBe('Beta');
    simulator.faults.dropRequest({ method: 'PUT' });
    await expect(put('Gamma')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(stored()).toBe('Beta');
  });

  it('refuse a write because another process was faster, and store nothing', async () => {
    simulator.faults.conflict();
    expect(await list()).toBe(200);
    const answer = await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Beta' }));
    expect([answer.status, answer.text]).toEqual([
      500,
      expect.stringContaining('Another process has updated the record'),
    ]);
    expect(stored()).toBe('Alpha');
    expect((await put('Beta')).status).toBe(200);
  });

  it('lower the ceilings of the licence while it runs', async () => {
    simulator.faults.limit({ seats: 1 });
    const full = await signIn(simulator, { name: 'eve', password: 'eve-secret' });
    expect([full.status, full.text]).toEqual([500, expect.stringContaining('API Login Limit')]);
    expect(await list()).toBe(200);
    simulator.faults.limit({ seats: 2 });
    expect((await signIn(simulator, { name: 'eve', password: 'eve-secret' })).status).toBe(204);
  });

  it('are all ended by clear', async () => {
    simulator.faults.throttle();
    simulator.faults.dropAfterCommit();
    simulator.faults.slow(60_000);
    simulator.faults.limit({ seats: 0 });
    simulator.behave([{ status: 503 }]);
    simulator.faults.clear();
    expect([await list(), (await put('Beta')).status]).toEqual([200, 200]);
    expect((await signIn(simulator)).status).toBe(204);
    expect(simulator.unusedFailures()).toEqual([]);
  });

  it('are made over HTTP as well', async () => {
    const post = async (command: string, body: unknown = {}): Promise<unknown> =>
      (await rawRequest(simulator.url, 'POST', `/_simulator/${command}`, { body: JSON.stringify(body) })).json;
    await post('throttle', { times: 1 });
    expect([await list(), await list()]).toEqual([429, 200]);
    await post('drop-after-commit');
    await expect(put('Beta')).rejects.toThrow();
    await post('limit', { seats: 0 });
    await post('slow', { ms: 60_000 });
    await post('clear-faults');
    expect((await signIn(simulator)).status).toBe(204);
    expect(await post('expire-sessions', { user: 'eve' })).toEqual({ expired: 0 });
    expect(await post('expire-sessions')).toEqual({ expired: 2 });
    expect(await list()).toBe(401);
  });
});
