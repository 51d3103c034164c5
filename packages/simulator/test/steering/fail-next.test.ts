import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;

beforeEach(async () => {
  simulator = await startSimulator({ data: { Customer: [{ CustomerID: 'ALPHA', CustomerName: 'Alpha' }] } });
  caller = await signedIn(simulator);
});
afterEach(() => simulator.close());

const put = (name: string): Promise<{ status: number }> =>
  caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: name }));
const stored = (): unknown => simulator.store.find('Customer', 'ALPHA')?.['CustomerName'];

describe('failNext', () => {
  it('answers the next matching request with the status, in the form the ERP gives it', async () => {
    simulator.failNext({ path: '/Customer', status: 403 });
    expect((await caller.get('StockItem')).status).toBe(200);
    expect((await caller.get('Customer')).json).toEqual({
      message: 'You have insufficient rights to access the Customers (AR303000) form.',
    });
    expect((await caller.get('Customer')).status).toBe(200);
  });

  it('does it as often as told, for the method told', async () => {
    simulator.failNext({ method: 'GET', status: 503, times: 2 });
    expect((await put('Beta')).status).toBe(200);
    const statuses = [await caller.get('Customer'), await caller.get('Customer'), await caller.get('Customer')];
    expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  it('sends the body and headers it is told', async () => {
    simulator.failNext({ status: 429, body: { message: 'slow' }, headers: { 'Retry-After': '7' } });
    const { headers, json } = await caller.get('Customer');
    expect([headers['retry-after'], json]).toEqual(['7', { message: 'slow' }]);
  });

  it('drops the connection before anything is done', async () => {
    simulator.failNext({ method: 'PUT', after: 'request' });
    await expect(put('Beta')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(stored()).toBe('Alpha');
  });

  it('drops the connection after the record was stored', async () => {
    simulator.failNext({ method: 'PUT', after: 'commit' });
    await expect(put('Beta')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(stored()).toBe('Beta');
  });

  it('answers with an error although the record was stored', async () => {
    simulator.failNext({ method: 'PUT', after: 'commit', status: 502 });
    expect((await put('Beta')).status).toBe(502);
    expect(stored()).toBe('Beta');
  });

  it('resets the connection', async () => {
    simulator.failNext({ after: 'request', cut: 'reset' });
    await expect(caller.get('Customer')).rejects.toThrow(/ECONNRESET|hang up/);
  });

  it('cuts the answer in the middle of its body', async () => {
    simulator.failNext({ after: 'half-body' });
    await expect(caller.get('Customer')).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  it('sends garbage where JSON was promised', async () => {
    simulator.failNext({ garbage: true });
    const answer = await caller.get('Customer');
    expect(answer.headers['content-type']).toMatch(/json/);
    expect(() => answer.json).toThrow(SyntaxError);
  });

  it("sends a proxy's page", async () => {
    simulator.failNext({ html: true });
    const answer = await caller.get('Customer');
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'text/html; charset=utf-8']);
  });

  it('delays a request by the clock, which a test may move', async () => {
    simulator.failNext({ delayMs: 3_600_000 });
    const answer = caller.get('Customer');
    while (simulator.requests().length < 2) await new Promise((resolve) => setImmediate(resolve));
    simulator.advance(3_600_000);
    // The session has grown old in the meantime.
    expect((await answer).status).toBe(401);
  });

  it('is forgotten by reset', async () => {
    simulator.failNext({ status: 500, times: Infinity });
    simulator.reset();
    caller = await signedIn(simulator);
    expect((await caller.get('Customer')).status).toBe(200);
  });
});

describe('behave', () => {
  it('makes a share of the requests fail, the same ones for the same seed', async () => {
    const run = async (): Promise<string> => {
      simulator.reset();
      const again = await signedIn(simulator);
      simulator.behave([{ method: 'GET', share: 0.5, status: 503 }]);
      let statuses = '';
      for (let count = 0; count < 20; count += 1) statuses += (await again.get('Customer')).status === 200 ? '.' : 'x';
      return statuses;
    };
    const first = await run();
    expect(first).toMatch(/x/);
    expect(first).toMatch(/\./);
    expect(await run()).toBe(first);
  });
});

describe('requests', () => {
  it('tells what was asked, without secrets', async () => {
    await put('Beta');
    const [signIn, written] = simulator.requests();
    expect(signIn).toMatchObject({
      method: 'POST',
      path: '/entity/auth/login',
      status: 204,
      body: { name: 'admin', password: '***' },
    });
    expect(written).toMatchObject({
      method: 'PUT',
      status: 200,
      user: 'admin',
      headers: { cookie: '***' },
      body: { CustomerID: { value: 'ALPHA' }, CustomerName: { value: 'Beta' } },
    });
    expect(JSON.stringify(simulator.requests())).not.toContain('admin-secret');
  });
});
