import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';
import { startSimulator } from '@acurecord/simulator';
import { OperationAbandonedError, OperationTimeoutError } from '../src/index.js';
import type { OperationHandle, Transport, TransportOptions } from '../src/index.js';
import { ManualClock } from './manual-clock.js';
import { startMiniErp } from './mini-erp.js';
import type { Answering, MiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

const ACTION = '/entity/Default/24.200.001/SalesOrder/SalesOrderCreateShipment';
const STATUS = `${ACTION}/status/5f2c`;
const PAUSES_BELOW_MS = 20_000;
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function site(
  answer: Answering,
  changes: Partial<TransportOptions> = {},
): Promise<[MiniErp, Transport, ManualClock]> {
  const erp = await startMiniErp(answer);
  const clock = new ManualClock();
  const transport = openTransport(erp.url, { clock, timeoutMs: 1_000_000, ...changes });
  open.push(erp, transport);
  return [erp, transport, clock];
}

/** Starts with 202 and `location`, answers 202 so often, then ends as given. */
function operation(location: string, polls: number, end: Answering): Answering {
  return (request, response) => {
    if (request.method === 'POST') response.writeHead(202, { Location: location }).end();
    else if ((polls -= 1) >= 0) response.writeHead(202).end();
    else end(request, response);
  };
}

const done: Answering = (_request, response) => void response.writeHead(204).end();

it('resolves when the ERP has finished, asking with growing pauses', async () => {
  const [erp, transport, clock] = await site(operation(STATUS, 3, done));
  const progress: number[] = [];
  const startedAt = clock.now();
  const times: number[] = [];
  const finished = transport.invoke(
    ACTION,
    { entity: { id: '1' } },
    { onProgress: ({ polls, elapsedMs }) => void (progress.push(polls), times.push(elapsedMs)) },
  );
  expect((await clock.until(finished, PAUSES_BELOW_MS)).status).toBe(204);
  expect(progress).toEqual([1, 2, 3]);
  expect(times).toEqual([500, 1250, 2375]);
  expect(clock.now() - startedAt).toBe(500 + 750 + 1125 + 1687.5);
  expect(erp.log.filter((line) => line === `GET ${STATUS}`)).toHaveLength(4);
});

it('does not ask at the place that a finished action names', async () => {
  const [erp, transport] = await site(
    (_request, response) => void response.writeHead(204, { Location: '/entity/Default/24.200.001/SalesOrder/' }).end(),
  );
  expect((await transport.invoke(ACTION)).status).toBe(204);
  expect(erp.log.filter((line) => line.startsWith('GET'))).toEqual([]);
});

it.each([
  ['relative to the host', (): string => STATUS],
  ['absolute', (erp: MiniErp): string => erp.url + STATUS],
])('follows a Location that is %s', async (_name, location) => {
  const [erp, transport, clock] = await site((request, response) => {
    if (request.method === 'POST') response.writeHead(202, { Location: location(erp) }).end();
    else response.writeHead(204).end();
  });
  expect((await clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS)).status).toBe(204);
});

it.each(['https://erp.internal.example.com', 'http://127.0.0.1'])(
  'asks its own site where the Location names another origin, %s, as behind a proxy',
  async (origin) => {
    const [erp, transport, clock] = await site(operation(origin + STATUS, 0, done));
    expect((await clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS)).status).toBe(204);
    expect(erp.log).toContain(`GET ${STATUS}`);
  },
);

it.each([undefined, 'https://evil.example.com/status/1', 'http://', '/entity/'])(
  'says so where the ERP does not tell where to ask: %s',
  async (Location) => {
    const [erp, transport] = await site(
      (_request, response) => void response.writeHead(202, Location === undefined ? {} : { Location }).end(),
    );
    expect(await failureOf(transport.invoke(ACTION))).toMatchObject({
      code: 'AMBIGUOUS_OUTCOME',
      repeatable: false,
      message: expect.stringContaining('did not say where to ask') as string,
    });
    expect(erp.log.filter((line) => line.startsWith('GET'))).toEqual([]);
  },
);

it('fails with what the ERP says about a failed operation', async () => {
  const refusal = JSON.stringify({
    message: 'An error has occurred.',
    exceptionMessage: 'The order is on hold.',
    exceptionType: 'PX.Data.PXException',
  });
  const [, transport, clock] = await site(
    operation(STATUS, 1, (_request, response) => void response.writeHead(500).end(refusal)),
  );
  const failure = await failureOf(clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS));
  expect(failure.message).toContain('The order is on hold.');
});

it('ends the waiting, not the job, when the time is over, and resumes by a handle that went through JSON', async () => {
  const [erp, transport, clock] = await site(operation(STATUS, 4, done));
  const failure = await failureOf(clock.until(transport.invoke(ACTION, {}, { timeoutMs: 2_000 }), PAUSES_BELOW_MS));
  expect(failure).toBeInstanceOf(OperationTimeoutError);
  expect(failure).toMatchObject({ name: 'AcumaticaTimeoutError', timeoutSeconds: 2 });
  const kept = JSON.parse(JSON.stringify(failure['handle'])) as OperationHandle;
  expect((await clock.until(transport.resume(kept), PAUSES_BELOW_MS)).status).toBe(204);
  expect(erp.log.filter((line) => line.startsWith('POST') && line.includes('SalesOrder'))).toHaveLength(1);
});

it('says of an operation that was abandoned in a pause that it goes on, and how to wait on for it', async () => {
  const [erp, transport, clock] = await site(operation(STATUS, 3, done));
  const abort = new AbortController();
  const waiting = transport.invoke(ACTION, {}, { signal: abort.signal, onProgress: () => abort.abort() });
  const failure = await clock.until(failureOf(waiting), PAUSES_BELOW_MS);
  expect(failure).toBeInstanceOf(OperationAbandonedError);
  expect(AcumaticaAmbiguousOutcomeError.is(failure)).toBe(true);
  expect(failure).toMatchObject({
    cause: { name: 'AbortError' },
    message: expect.stringContaining('was begun') as string,
  });
  const kept = JSON.parse(JSON.stringify(failure['handle'])) as OperationHandle;
  expect((await clock.until(transport.resume(kept), PAUSES_BELOW_MS)).status).toBe(204);
  expect(erp.log.filter((line) => line === `POST ${ACTION}`)).toHaveLength(1);
});

it.each([
  ['a gateway', 503],
  ['a session that ended', 401],
  ['a server that does not know it any more', 404],
])('takes no answer of %s for the end of an operation', async (_whose, status) => {
  const [, transport, clock] = await site(
    operation(STATUS, 1, (_request, response) => void response.writeHead(status).end()),
  );
  const failure = await failureOf(clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS));
  expect(failure).toBeInstanceOf(OperationAbandonedError);
  expect(failure.cause).toMatchObject({ status });
});

const json =
  (status: number, body: object): Answering =>
  (_request, response) =>
    void response.writeHead(status).end(JSON.stringify(body));

it.each<[string, Answering]>([
  ['a page', (_request, response) => void response.writeHead(500).end('<html><title>Runtime Error</title></html>')],
  ['what a gateway says', json(500, { message: 'upstream failed' })],
  ['a failure to shape the answer', json(500, { exceptionType: 'System.NullReferenceException', message: 'x' })],
  ['a redirect', (_request, response) => void response.writeHead(302, { Location: '/Frames/Error.aspx' }).end()],
  ['a 200 that holds nothing', json(200, {})],
  ['an empty 200', (_request, response) => void response.writeHead(200).end()],
])('takes %s for no word of the ERP on an operation', async (_what, end) => {
  const [, transport, clock] = await site(operation(STATUS, 1, end));
  const failure = await failureOf(clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS));
  expect(failure).toBeInstanceOf(OperationAbandonedError);
  expect(failure['repeatable']).toBe(false);
});

it.each<[string, Answering]>([
  ['200 and nothing', (_request, response) => void response.writeHead(200).end()],
  ['200 and an object', json(200, {})],
  ['201', (_request, response) => void response.writeHead(201).end()],
])('does not know what came of an action that is answered with %s', async (_what, answer) => {
  const [, transport] = await site(answer);
  expect(await failureOf(transport.invoke(ACTION))).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: false });
});

it('keeps its session between two looks also with persistentLogin: false', async () => {
  const [erp, transport, clock] = await site(operation(STATUS, 2, done), { persistentLogin: false });
  await clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS);
  expect(erp.log.map((line) => line.split(' ')[0])).toEqual(['POST', 'POST', 'GET', 'GET', 'GET', 'POST']);
  expect(erp.seats.size).toBe(0);
});

it('brings the file of a report', async () => {
  const place = '/entity/Report/0001/CashAccountSummary/report/PDF/77';
  const [, transport, clock] = await site(
    operation(
      place,
      2,
      (request, response) =>
        void response.writeHead(200, { 'Content-Type': request.headers.accept ?? '' }).end('%PDF-1.7'),
    ),
  );
  const report = await clock.until(
    transport.invoke(
      '/entity/Report/0001/CashAccountSummary',
      {},
      { responseType: 'bytes', headers: { Accept: 'application/pdf' } },
    ),
    PAUSES_BELOW_MS,
  );
  expect(String(report.body)).toBe('%PDF-1.7');
  expect(report.headers.get('content-type')).toBe('application/pdf');
});

it('ends when the transport is closed', async () => {
  const [erp, transport, clock] = await site(operation(STATUS, 1_000, done));
  const failure = failureOf(transport.invoke(ACTION, {}, { pollMs: 10, maxPollMs: 10 }));
  await clock.until(new Promise<void>((resolve) => setTimeout(resolve, 30)), PAUSES_BELOW_MS);
  await clock.until(transport.close({ graceMs: 100 }), PAUSES_BELOW_MS);
  expect(await failure).toMatchObject({ handle: { statusPath: STATUS }, cause: { code: 'CLOSED' } });
  expect(erp.seats.size).toBe(0);
});

it('waits out a 409, since another operation of the form runs', async () => {
  let busy = 2;
  const [erp, transport, clock] = await site(
    (_request, response) => void response.writeHead((busy -= 1) >= 0 ? 409 : 204).end(),
  );
  expect((await clock.until(transport.invoke(ACTION), PAUSES_BELOW_MS)).status).toBe(204);
  expect(erp.log.filter((line) => line.includes('SalesOrder'))).toHaveLength(3);
});

it('runs a long action of the simulator to its end', async () => {
  const sim = await startSimulator({
    actions: { PrepareInvoice: { long: true, polls: 2 }, SalesOrderCreateShipment: { long: true, polls: 2 } },
  });
  const transport = openTransport(sim.url);
  open.push(sim, transport);
  const { body } = await transport.send({
    method: 'GET',
    path: '/entity/Default/24.200.001/SalesOrder',
    query: { $filter: "Status eq 'Open'", $top: 1 },
  });
  const [order] = body as { id: string }[];
  const finished = await transport.invoke(ACTION, { entity: { id: order?.id } }, { pollMs: 5 });
  expect(finished.status).toBe(204);
  expect(sim.operations().at(-1)?.state).toBe('done');
});
