import { Agent } from 'node:http';
import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { bearerToken } from '../src/index.js';
import type { Transport, TransportOptions, TransportRequest } from '../src/index.js';
import { startMiniErp } from './mini-erp.js';
import type { Answering, MiniErp } from './mini-erp.js';
import { failureOf, openTransport, overBuiltInFetch } from './open-transport.js';

const ORDERS = '/entity/Default/24.200.001/SalesOrder';
const CREATE: TransportRequest = { method: 'PUT', path: ORDERS, json: { OrderType: { value: 'SO' } } };
const UPDATE: TransportRequest = { ...CREATE, json: { id: '1' }, idempotent: true, entity: 'SalesOrder' };
const DELETE: TransportRequest = { method: 'DELETE', path: `${ORDERS}/SO/000001` };
const READ: TransportRequest = { method: 'GET', path: ORDERS };
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

/** A site that answers as given, and what aborts as soon as a request has arrived there. */
async function site(
  answer: Answering = () => undefined,
  changes: Partial<TransportOptions> = {},
): Promise<{ erp: MiniErp; transport: Transport; abort: AbortController }> {
  const abort = new AbortController();
  const erp = await startMiniErp((request, response) => {
    answer(request, response);
    setImmediate(() => abort.abort());
  });
  const transport = openTransport(erp.url, changes);
  open.push(erp, transport);
  await transport.signIn();
  return { erp, transport, abort };
}

it.each([
  ['a new document', CREATE, false],
  ['an action', { ...CREATE, method: 'POST', path: `${ORDERS}/Hold` } satisfies TransportRequest, false],
  ['a save that names its record', UPDATE, true],
  ['a deletion', DELETE, true],
])('%s that was given up after it left is in doubt', async (_what, request, repeatable) => {
  const { transport, abort } = await site();
  const failure = await failureOf(transport.send({ ...request, signal: abort.signal }));
  expect(AcumaticaAmbiguousOutcomeError.is(failure)).toBe(true);
  expect(failure).toMatchObject({ repeatable, cause: abort.signal.reason as unknown });
  expect(failure.message).toMatch(/was on its way when it was given up, and the ERP may have done it or not/);
});

it('so is an upload', async () => {
  const { transport, abort } = await site();
  const failure = await failureOf(
    transport.upload(`${ORDERS}/files/a.txt`, Buffer.from('x'), { signal: abort.signal }),
  );
  expect(failure).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false, cause: { name: 'AbortError' } });
});

it('so is a write whose answer was on its way already', async () => {
  const { transport, abort } = await site((_request, response) => void response.writeHead(200).write('{"id":'));
  const failure = await failureOf(transport.send({ ...CREATE, signal: abort.signal }));
  expect(failure).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', cause: { name: 'AbortError' } });
});

it.each([
  ['a read', READ],
  ['an inquiry that is asked by PUT', { ...CREATE, readsOnly: true }],
])('%s that was given up is an abort and no more', async (_what, request) => {
  const { transport, abort } = await site();
  expect((await failureOf(transport.send({ ...request, signal: abort.signal }))).name).toBe('AbortError');
});

it('a write that waited for its turn is an abort and no more', async () => {
  const { erp, transport, abort } = await site(() => undefined, {
    rateLimit: { maxConcurrent: 1, callsPerSecond: Infinity },
  });
  const first = failureOf(transport.send({ ...READ, signal: abort.signal }));
  const second = await failureOf(transport.send({ ...CREATE, signal: abort.signal }));
  expect([(await first).name, second.name]).toEqual(['AbortError', 'AbortError']);
  expect(erp.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
});

it('a write that is given up between two tries is in doubt when the first one may have arrived', async () => {
  const { transport, abort } = await site((_request, response) => void response.writeHead(503).end(), {
    retry: { baseDelayMs: 60_000, maxDelayMs: 60_000, random: () => 1 },
  });
  const failure = await failureOf(transport.send({ ...UPDATE, signal: abort.signal }));
  expect(failure).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true, entity: 'SalesOrder' });
});

it('a write that the closing transport cut off is in doubt', async () => {
  const { transport } = await site();
  const writes = [CREATE, UPDATE].map((request) => failureOf(transport.send(request)));
  const reading = failureOf(transport.send(READ));
  await transport.close({ graceMs: 30 });
  for (const failure of await Promise.all(writes))
    expect(failure).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', cause: { code: 'CLOSED' } });
  expect(await reading).toMatchObject({ code: 'CLOSED' });
});

it('time that is over leaves every write in doubt, and says which may be sent again', async () => {
  const { transport } = await site(() => undefined, { retry: { attempts: 1 } });
  const [created, updated, read] = await Promise.all(
    [CREATE, UPDATE, READ].map((request) => failureOf(transport.send({ ...request, timeoutMs: 50 }))),
  );
  expect(created).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false, cause: { code: 'TIMEOUT' } });
  expect(updated).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true, cause: { code: 'TIMEOUT' } });
  expect(read).toMatchObject({ code: 'TIMEOUT', context: { sent: true } });
});

// A fetch of one's own does not tell how far it has come.
if (!overBuiltInFetch) {
  it.each([
    ['a request that waits for the name of the ERP to be found', new Agent({ lookup: () => undefined })],
    ['a request that waits for a free connection', Object.assign(new Agent(), { addRequest: () => undefined })],
  ])('%s has not left: neither an abort nor the end of its time leaves it in doubt', async (_what, agent) => {
    const transport = openTransport('http://erp.example', {
      agent,
      auth: bearerToken(() => 'token'),
      retry: { attempts: 1 },
    });
    open.push(transport);
    const abort = new AbortController();
    const aborted = failureOf(transport.send({ ...CREATE, signal: abort.signal }));
    setTimeout(() => abort.abort(), 20);
    expect((await aborted).name).toBe('AbortError');
    const late = await failureOf(transport.send({ ...CREATE, timeoutMs: 20 }));
    expect(late).toMatchObject({ code: 'TIMEOUT', context: { sent: false } });
    expect(late.message).toContain('got no connection within 0.02 s');
    agent.destroy();
  });
}
