import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { bearerToken, createTransport, passwordSignIn } from '../src/index.js';
import type { FetchLike, FetchResponse, Transport, TransportRequest } from '../src/index.js';
import { ManualClock } from './manual-clock.js';
import { startMiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

const READ: TransportRequest = { method: 'GET', path: '/entity/Default/24.200.001/Customer' };
const auth = bearerToken(() => 'token');
const once = { attempts: 1 };
const never = (): Promise<never> => new Promise(() => undefined);

describe('an answer that changes the protocol', () => {
  const UPGRADE = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(UPGRADE));
  });
  let baseUrl = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is a lost answer', async () => {
    const transport = openTransport(baseUrl, { auth, retry: once });
    const failure = await failureOf(transport.send(READ));
    expect(failure).toMatchObject({ code: 'CONNECTION', context: { sent: true } });
    const write = await failureOf(transport.send({ ...READ, method: 'PUT', json: {} }));
    expect(write).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false });
    await transport.close({ graceMs: 0 });
  });
});

describe('a fetch that heeds no signal', () => {
  const headers = new Headers();
  const slow: FetchLike = async () => ({ status: 200, headers, body: new Readable({ read: () => undefined }) });
  const transports: Transport[] = [];
  const open = (answer: FetchLike, timeoutMs = 60_000): Transport => {
    const gone: FetchResponse = { status: 204, headers, body: null };
    const fetch: FetchLike = async (url, init) => (url.endsWith('/logout') ? gone : answer(url, init));
    const transport = createTransport({ baseUrl: 'http://erp.example', auth, fetch, timeoutMs, retry: once });
    transports.push(transport);
    return transport;
  };

  afterEach(() => Promise.all(transports.splice(0).map((transport) => transport.close({ graceMs: 0 }))));

  it.each([
    ['does not answer', never],
    ['does not end its answer', slow],
  ])('and %s is given up when the time is over', async (_what, fetch) => {
    expect(await failureOf(open(fetch, 20).send(READ))).toMatchObject({ code: 'TIMEOUT' });
  });

  it.each([
    ['does not answer', never],
    ['does not end its answer', slow],
  ])('and %s is given up with its caller', async (_what, fetch) => {
    const abort = new AbortController();
    const failure = failureOf(open(fetch).send({ ...READ, signal: abort.signal }));
    setTimeout(() => abort.abort(), 10);
    expect((await failure).name).toBe('AbortError');
  });

  it('is given up by close', async () => {
    const transport = open(never, 30);
    const failure = failureOf(transport.send(READ));
    await transport.close({ graceMs: 5 });
    expect(await failure).toMatchObject({ code: 'CLOSED' });
  });

  it('and does not end a file is given up with its reader', async () => {
    const abort = new AbortController();
    const file = await open(slow).download('/file', { signal: abort.signal });
    setTimeout(() => abort.abort(), 10);
    expect((await failureOf(file.toArray())).name).toBe('AbortError');
  });

  it('and answers after all has its answer thrown away', async () => {
    let answer = (_value: Awaited<ReturnType<FetchLike>>): void => undefined;
    const late = new Promise<Awaited<ReturnType<FetchLike>>>((resolve) => (answer = resolve));
    await failureOf(open(() => late, 10).send(READ));
    const body = new Readable({ read: () => undefined });
    const closed = new Promise((resolve) => body.once('close', resolve));
    answer({ status: 200, headers, body });
    await closed;
  });
});

it('a password that never comes does not keep close waiting', async () => {
  const silent = passwordSignIn({ username: 'admin', password: never });
  const transport = openTransport('http://erp.example', { auth: silent, timeoutMs: 20 });
  const failure = failureOf(transport.send(READ));
  await transport.close({ graceMs: 5 });
  expect(await failure).toMatchObject({ code: 'CLOSED' });
});

describe('Retry-After', () => {
  it.each([
    [12, 1_000, 1_000],
    [12, 30_000, 12_000],
    [999_999, 5_000, 5_000],
  ])('of %i s on one call holds others for no longer than maxDelayMs, here %i', async (seconds, maxDelayMs, heldMs) => {
    let calls = 0;
    const erp = await startMiniErp((_request, response) => {
      calls += 1;
      if (calls === 1) response.writeHead(429, { 'Retry-After': String(seconds) }).end();
      else response.end('[]');
    });
    const clock = new ManualClock();
    const retry = { attempts: 1, maxDelayMs };
    const transport = openTransport(erp.url, { clock, retry, timeoutMs: 10_000_000 });
    expect((await failureOf(transport.send(READ))).name).toBe('AcumaticaRateLimitError');
    const askedAt = clock.now();
    await clock.until(transport.send(READ), 9_000_000);
    expect(clock.now() - askedAt).toBe(heldMs);
    await clock.until(transport.close(), 9_000_000);
    await erp.close();
  });
});
