import { AcumaticaBatchError, AcumaticaConfigError, AcumaticaTimeoutError } from '@acurecord/errors';
import { runBatch } from '../src/batch/run-batch.js';

const failing = () => Promise.reject(new Error('no'));

test('results stand in the order of the calls, whichever ends first', async () => {
  const opened: (() => void)[] = [];
  const calls = [1, 2, 3].map((value) => () => new Promise<number>((done) => opened.push(() => done(value))));
  const batch = runBatch(calls);
  await new Promise(setImmediate);
  for (const open of opened.reverse()) open();
  const results = await batch;
  expect(results.map((result) => result.ok && result.value)).toEqual([1, 2, 3]);
  expect([results.ok, results.failures, results.valuesOrThrow()]).toEqual([true, [], [1, 2, 3]]);
  expect(results.every(({ ms }) => ms >= 0)).toBe(true);
});

test('no more calls run at once than allowed, and progress counts them', async () => {
  let running = 0;
  let most = 0;
  const progress: string[] = [];
  const call = async () => {
    most = Math.max(most, (running += 1));
    await new Promise(setImmediate);
    running -= 1;
  };
  await runBatch(
    Array.from({ length: 6 }, () => call),
    {
      concurrency: 2,
      onProgress: ({ done, failed, total }) => progress.push(`${done}/${total} ${failed}`),
    },
  );
  expect([most, progress]).toEqual([2, ['1/6 0', '2/6 0', '3/6 0', '4/6 0', '5/6 0', '6/6 0']]);
});

test('a failure leaves the other calls alone, and only failed calls are run again', async () => {
  const runs = [0, 0, 0];
  const calls = runs.map((_, index) => async () => {
    runs[index] = (runs[index] ?? 0) + 1;
    if (index === 1 && runs[1] === 1) throw new Error('at first');
    return `call ${index}`;
  });
  const results = await runBatch(calls);
  expect(results).toMatchObject([{ ok: true }, { ok: false, error: new Error('at first') }, { ok: true }]);
  expect(() => results.valuesOrThrow()).toThrow(AcumaticaBatchError);
  const again = await results.retryFailed();
  expect(again.valuesOrThrow()).toEqual(['call 0', 'call 1', 'call 2']);
  expect(runs).toEqual([1, 2, 1]);
  expect((await again.retryFailed()).ok).toBe(true);
});

test('with failFast the first failure aborts what runs and keeps the rest from starting', async () => {
  let started = 0;
  const waiting = (signal: AbortSignal) => {
    started += 1;
    return new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  };
  const results = await runBatch([waiting, failing, waiting, waiting], { concurrency: 2, failFast: true });
  expect(started).toBe(1);
  expect(results.failures.map(({ error }) => error.message)).toEqual([
    expect.stringContaining('call 1 failed: no'),
    'no',
    expect.stringContaining('call 1 failed: no'),
    expect.stringContaining('call 1 failed: no'),
  ]);
});

test('the batch ends with its signal, also when calls do not heed it', async () => {
  const stop = new AbortController();
  const batch = runBatch([() => new Promise<never>(() => undefined), () => 1], { signal: stop.signal, concurrency: 1 });
  await new Promise(setImmediate);
  stop.abort(new Error('enough'));
  expect(await batch).toMatchObject([
    { ok: false, error: new Error('enough') },
    { ok: false, error: new Error('enough') },
  ]);
});

test('a call that takes too long fails alone', async () => {
  const results = await runBatch([() => new Promise<never>(() => undefined), () => 'done'], { timeoutMs: 5 });
  expect(results[0]).toMatchObject({ ok: false, error: expect.any(AcumaticaTimeoutError) as Error });
  expect(results[1]).toMatchObject({ ok: true, value: 'done' });
});

test('a call that throws at once, or throws no error, is a failure like any other', async () => {
  const calls = [
    () => {
      throw new Error('at once');
    },
    () => {
      throw 'a text'; // eslint-disable-line @typescript-eslint/only-throw-error -- others do
    },
  ];
  expect((await runBatch(calls)).failures.map(({ error }) => error.message)).toEqual(['at once', 'a text']);
});

test('nothing to do is done', async () => {
  expect(await runBatch([])).toHaveLength(0);
});

test.each([0, -1, 1.5, Number.NaN])('a concurrency of %d is refused', async (concurrency) => {
  await expect(runBatch([], { concurrency })).rejects.toThrow(AcumaticaConfigError);
});
