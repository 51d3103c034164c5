import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { leftovers } from '../../src/testing/index.js';
import { rawRequest } from '../support/raw-request.js';
import { signedIn, wired } from '../support/signed-in.js';

let simulator: Simulator;
const data: SimulatorOptions['data'] = { Customer: [{ CustomerID: 'ALPHA', CustomerName: 'Alpha' }] };
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator({ data, ...options });
};
afterEach(() => simulator.close());

describe('snapshot and restore', () => {
  it('bring the data back as often as wanted', async () => {
    await start();
    const snapshot = simulator.snapshot();
    const before = simulator.snapshot();
    simulator.store.put('Customer', { CustomerID: 'BETA' });
    expect(simulator.store.count('Customer')).toBe(2);
    simulator.restore(before);
    expect(simulator.store.all('Customer').map((one) => one['CustomerID'])).toEqual(['ALPHA']);
    simulator.store.delete('Customer', 'ALPHA');
    simulator.restore(snapshot);
    expect(simulator.store.find('Customer', 'ALPHA')).toMatchObject({ CustomerName: 'Alpha' });
  });
});

describe('snapshots of great numbers', () => {
  it('cost nothing, as stored records never change', async () => {
    await start({ generated: { SalesOrder: 20_000 } });
    const caller = await signedIn(simulator);
    const before = process.memoryUsage().heapUsed;
    const snapshot = simulator.snapshot();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 2 ** 20);
    await caller.send('DELETE', '/entity/Default/24.200.001/SalesOrder/SO/010000');
    expect(simulator.store.count('SalesOrder')).toBe(19_999);
    simulator.restore(snapshot);
    expect(simulator.store.count('SalesOrder')).toBe(20_000);
    expect(simulator.store.find('SalesOrder', 'SO', '010000')).toBeDefined();
  });
});

describe('the store', () => {
  it('is looked at and set with plain values, and says what it does not know', async () => {
    await start();
    simulator.store.put('SalesOrder', { OrderType: 'SO', OrderNbr: '9', Details: [{ InventoryID: 'X' }] });
    expect(simulator.store.find('SalesOrder', 'SO', '9')).toMatchObject({ Details: [{ InventoryID: 'X' }] });
    expect(() => simulator.store.put('Customer', { Nonsense: 1 })).toThrow('Customer has no member "Nonsense".');
    expect(() => simulator.store.all('Nonsense')).toThrow('No endpoint of the simulator has an entity Nonsense.');
  });

  it('of one tenant is not that of another', async () => {
    await start({ tenants: ['One', 'Two'] });
    simulator.store.tenant('Two').put('Customer', { CustomerID: 'BETA' });
    expect([simulator.store.count('Customer'), simulator.store.tenant('Two').count('Customer')]).toEqual([1, 2]);
  });
});

describe('data', () => {
  it('with a slip in it keeps the simulator from starting', async () => {
    await start();
    await expect(startSimulator({ data: { Customer: [{ CustomerNam: 'x' }] } })).rejects.toThrow(
      'Customer has no member "CustomerNam".',
    );
    await expect(startSimulator({ data: { Nonsense: [] } })).rejects.toThrow('Nonsense');
    await expect(startSimulator({ generated: { Nonsense: 5 } })).rejects.toThrow('Nonsense');
  });
});

describe('push notifications', () => {
  it('§16 tell a change with the row before and after, again until they are taken', async () => {
    const received: { headers: unknown; body: Record<string, unknown>; text: string }[] = [];
    const listener = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        received.push({
          headers: request.headers,
          body: JSON.parse(text) as Record<string, unknown>,
          text,
        });
        response.writeHead(received.length === 1 ? 500 : 200).end();
        if (received.length === 1) setImmediate(() => setTimeout(() => simulator.advance(1000), 5));
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
    await start({ push: [{ entity: 'Customer', query: 'CustomerQuery', url, header: ['X-Secret', 's'] }] });
    const caller = await signedIn(simulator);
    await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Beta' }));
    await simulator.pushed();
    listener.close();
    expect(received).toHaveLength(2);
    expect(Object.keys(received[1]?.headers as object).sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-secret',
    ]);
    expect(received[1]).toMatchObject({
      headers: { 'content-type': 'application/json', 'x-secret': 's' },
      body: {
        Id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown,
        Inserted: [{ CustomerName: 'Beta' }],
        Deleted: [{ CustomerName: 'Alpha' }],
        Query: 'CustomerQuery',
        CompanyId: 'Company',
        AdditionalInfo: {},
      },
    });
    expect(received[0]?.text).toBe(received[1]?.text);
    expect(received[0]?.text).toMatch(/"TimeStamp":\d{18}[,}]/);
  });

  it('§16 are given up after five attempts', async () => {
    let attempts = 0;
    const listener = createServer((request, response) => {
      request.resume();
      attempts += 1;
      response.writeHead(503).end();
      setImmediate(() => setTimeout(() => simulator.advance(1000), 5));
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
    await start({ push: [{ entity: 'Customer', url }] });
    const caller = await signedIn(simulator);
    await caller.put('Customer', wired({ CustomerID: 'ALPHA', CustomerName: 'Beta' }));
    await simulator.pushed();
    listener.close();
    expect(attempts).toBe(5);
  });

  it('go to loopback only', async () => {
    await start();
    await expect(startSimulator({ push: [{ entity: 'Customer', url: 'http://example.com/' }] })).rejects.toThrow(
      'loopback',
    );
  });
});

describe('control over HTTP', () => {
  const post = (command: string, body: unknown, headers = {}): Promise<{ status: number; json: unknown }> =>
    rawRequest(simulator.url, 'POST', `/_simulator/${command}`, { body: JSON.stringify(body), headers });

  it('is off unless asked for', async () => {
    await start();
    expect((await post('reset', {})).status).toBe(404);
  });

  it('steers and looks like the functions do', async () => {
    await start({ control: true });
    expect((await post('fail-next', { status: 503 })).status).toBe(204);
    const caller = await signedIn(simulator);
    expect(simulator.sessions()).toEqual([]);
    void caller;
    await signedIn(simulator);
    const sessions = await rawRequest(simulator.url, 'GET', '/_simulator/sessions');
    expect(sessions.json).toMatchObject([{ user: 'admin' }]);
    const { json } = await post('snapshot', {});
    const put = await rawRequest(simulator.url, 'PUT', '/_simulator/store/Customer', { body: '{"CustomerID":"BETA"}' });
    expect(put.json).toMatchObject({ CustomerID: 'BETA' });
    await post('restore', json);
    expect(simulator.store.count('Customer')).toBe(1);
    await post('advance', { ms: 3_600_000 });
    expect(simulator.sessions()).toEqual([]);
    expect((await post('nonsense', {})).status).toBe(404);
  });

  it('answers to names of this machine only', async () => {
    await start({ control: true });
    const answer = await rawRequest(simulator.url, 'GET', '/_simulator/sessions', {
      headers: { Host: 'evil.example' },
    });
    expect(answer.status).toBe(404);
  });

  it('does not listen to what a web page can send without asking', async () => {
    await start({ control: true });
    expect((await post('reset', {}, { 'Content-Type': 'text/plain' })).status).toBe(400);
  });
});

describe('leftovers', () => {
  it('names seats, operations, wrong addresses and unmet failures', async () => {
    await start();
    expect(leftovers(simulator)).toEqual([]);
    const caller = await signedIn(simulator);
    await caller.get('Nonsense');
    simulator.failNext({ status: 500, path: 'Never' });
    expect(leftovers(simulator)).toEqual([
      'A session of admin in Company was left signed in; its seat is taken.',
      'GET /entity/Default/24.200.001/Nonsense was answered with 404.',
      'A failure was ordered and not met: {"status":500,"path":"Never"}.',
    ]);
    await caller.signOut();
    expect(leftovers(simulator, ({ path }) => path.endsWith('Nonsense'))).toHaveLength(1);
  });
});
