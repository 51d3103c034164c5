import { getEventListeners } from 'node:events';
import { SingleFlight } from '../../src/read/single-flight.js';

/** Loads that the test ends itself; each has a number. */
function loads() {
  const started: { end: (value: number) => void; fail: (error: Error) => void; signal: AbortSignal }[] = [];
  const start = (signal: AbortSignal): Promise<number> =>
    new Promise((resolve, reject) => started.push({ end: resolve, fail: reject, signal }));
  return { started, start };
}

const settled = (): Promise<void> => new Promise(setImmediate);

test('a load that was forgotten does not end the one that took its place', async () => {
  const flight = new SingleFlight<number>();
  const { started, start } = loads();
  const first = flight.join('key', ['tag'], undefined, start);
  flight.forget(['tag']);
  const second = flight.join('key', ['tag'], undefined, start);
  started[0]?.end(1);
  expect(await first).toBe(1);
  const third = flight.join('key', ['tag'], undefined, start);
  expect(started).toHaveLength(2);
  started[1]?.end(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
});

test('a load is forgotten by any of its tags, and by no other', async () => {
  const flight = new SingleFlight<number>();
  const { started, start } = loads();
  void flight.join('key', ['a', 'b'], undefined, start);
  flight.forget(['other']);
  void flight.join('key', ['a', 'b'], undefined, start);
  expect(started).toHaveLength(1);
  flight.forget(['b']);
  void flight.join('key', ['a', 'b'], undefined, start);
  expect(started).toHaveLength(2);
  flight.forgetAll();
  void flight.join('key', ['a', 'b'], undefined, start);
  expect(started).toHaveLength(3);
});

test('a load that is over is not joined', async () => {
  const flight = new SingleFlight<number>();
  const { started, start } = loads();
  const first = flight.join('key', [], undefined, start);
  started[0]?.end(1);
  await first;
  void flight.join('key', [], undefined, start);
  expect(started).toHaveLength(2);
});

test('one who waits with a signal gives up for the reason it was aborted with, and leaves no listener', async () => {
  const flight = new SingleFlight<number>();
  const { started, start } = loads();
  const [patient, hasty] = [new AbortController(), new AbortController()];
  const results = [
    flight.join('key', [], patient.signal, start),
    flight.join('key', [], hasty.signal, start).catch((error: unknown) => String(error)),
  ];
  await settled();
  hasty.abort(new Error('enough'));
  expect(await results[1]).toBe('Error: enough');
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.end(7);
  expect(await results[0]).toBe(7);
  expect(getEventListeners(patient.signal, 'abort')).toEqual([]);
});

test('a load that nobody waits for any longer is told so', async () => {
  const flight = new SingleFlight<number>();
  const { started, start } = loads();
  const hasty = new AbortController();
  const result = flight.join('key', [], hasty.signal, start).catch((error: unknown) => String(error));
  await settled();
  hasty.abort(new Error('enough'));
  expect(await result).toBe('Error: enough');
  const { name, message } = started[0]?.signal.reason as DOMException;
  expect([name, message]).toEqual(['AbortError', 'Nobody waits for this any longer.']);
  started[0]?.fail(new Error('nobody sees this'));
  await settled();
});

test('a signal that is aborted already ends the wait, whatever the load does', async () => {
  const flight = new SingleFlight<number>();
  const aborted = AbortSignal.abort(new Error('too late'));
  await expect(flight.join('key', [], aborted, () => Promise.resolve(1))).rejects.toThrow('too late');
});
