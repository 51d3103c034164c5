import { OperationAbandonedError, OperationTimeoutError } from 'acurecord';
import type { AcumaticaClient, OperationHandle } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, simulated } from './support/simulated.js';

const ACTION = 'CreateContactFromCustomer';
let sim: Simulator;
let client: AcumaticaClient;
beforeAll(async () => void (sim = await simulated({ actions: { [ACTION]: { long: true, polls: 4 } } })));
afterAll(() => sim.close());
beforeEach(async () => {
  sim.reset();
  client = await connectTo(sim, { cacheReads: { ttlMs: 60_000 } });
});
afterEach(() => client.close());

const invoke = (options: Parameters<AcumaticaClient['resume']>[1]) =>
  client.customers.invokeAction(ACTION, 'TECHCO', { LastName: 'B' }, { pollMs: 5, ...options });
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );
const started = () => sim.requests().filter(({ path }) => path.endsWith(ACTION)).length;

test('an action whose time is over is waited for once more by its handle, also from a file', async () => {
  const error = await failureOf(invoke({ timeoutMs: 8 }));
  if (!(error instanceof OperationTimeoutError)) throw new Error('It was expected to take too long.');
  const kept = JSON.parse(JSON.stringify(error.handle)) as OperationHandle;
  await client.customers.getById('TECHCO');
  const polls: number[] = [];
  await client.resume(kept, { pollMs: 5, onProgress: (progress) => polls.push(progress.polls) });
  expect([started(), sim.operations().at(-1)?.state]).toEqual([1, 'done']);
  expect(polls.length).toBeGreaterThan(0);
  const before = sim.requests().length;
  await client.customers.getById('TECHCO');
  expect(sim.requests()).toHaveLength(before + 1);
});

test('so is one that was abandoned by its signal, and the signal of a scope ends that too', async () => {
  const abort = new AbortController();
  const error = await failureOf(invoke({ signal: abort.signal, onProgress: () => abort.abort() }));
  if (!(error instanceof OperationAbandonedError)) throw new Error('It was expected to be abandoned.');
  expect(error.cause).toMatchObject({ name: 'AbortError' });
  const ended = client.with({ signal: AbortSignal.abort(new Error('no')) }).resume(error.handle);
  await expect(ended).rejects.toThrow('no');
  await client.resume(error.handle, { pollMs: 5 });
  expect([started(), sim.operations().at(-1)?.state]).toEqual([1, 'done']);
});

test('retryFailed does not begin an action anew that the ERP works on', async () => {
  const results = await client.batch([() => invoke({ timeoutMs: 8 })]);
  expect(results.failures).toMatchObject([{ error: expect.any(OperationTimeoutError) as Error }]);
  expect((await results.retryFailed()).failures).toEqual(results.failures);
  expect(started()).toBe(1);
});
