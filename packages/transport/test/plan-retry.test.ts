import {
  AcumaticaConcurrencyError,
  AcumaticaConnectionError,
  AcumaticaNotFoundError,
  AcumaticaRateLimitError,
  AcumaticaServerError,
} from '@acurecord/errors';
import { callFromRequest } from '../src/request/call-from-request.js';
import { siteFromBaseUrl } from '../src/request/site.js';
import type { Call } from '../src/request/call.js';
import { planRetry } from '../src/policy/plan-retry.js';
import { asCertain } from '../src/response/certain-refusal.js';
import type { RetryPlan, RetryState } from '../src/policy/plan-retry.js';
import type { TransportRequest } from '../src/index.js';

const OPTIONS = { attempts: 3, baseDelayMs: 100, maxDelayMs: 5_000, busyWaitMs: 60_000, random: () => 0.5 };
const FIRST: RetryState = { attempts: 1, mayHaveHappened: false, busyMs: 0 };
const SECOND: RetryState = { ...FIRST, attempts: 2, mayHaveHappened: true };
const lost = new AcumaticaConnectionError('lost', { context: { sent: true } });

const call = (request: Partial<TransportRequest> = {}): Call =>
  callFromRequest({ method: 'GET', path: '/entity', ...request }, siteFromBaseUrl('http://erp'), 1000);
const delayOf = (plan: RetryPlan): unknown => (plan.kind === 'again' ? plan.delayMs : plan);

it('doubles the ceiling of a random pause up to the longest', () => {
  const delays = [1, 2, 3, 10].map((attempts) =>
    delayOf(planRetry(call(), lost, { ...FIRST, attempts }, { ...OPTIONS, attempts: 20 })),
  );
  expect(delays).toEqual([50, 100, 200, 2500]);
});

it('waits as long as the server asks, but not longer than the longest pause', () => {
  const asked = (retryAfterMs: number): unknown =>
    delayOf(
      planRetry(call(), new AcumaticaRateLimitError('x', { status: 429, context: { retryAfterMs } }), FIRST, OPTIONS),
    );
  expect([asked(20), asked(3_000), asked(90_000)]).toEqual([50, 3_000, 5_000]);
});

it('gives up after the last attempt', () => {
  expect(planRetry(call(), lost, { ...FIRST, attempts: 3 }, OPTIONS)).toEqual({ kind: 'fail', error: lost });
});

it('sends a single-use stream again only where no byte of it left', () => {
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('x');
  };
  const body = stream();
  const refused = new AcumaticaConnectionError('refused', { context: { sent: false } });
  expect(planRetry(call({ method: 'PUT', body, idempotent: true }), lost, FIRST, OPTIONS).kind).toBe('fail');
  expect(planRetry(call({ method: 'PUT', body }), refused, FIRST, OPTIONS).kind).toBe('again');
});

it('takes the second "not found" of a DELETE for success, and the first for a failure', () => {
  const missing = new AcumaticaNotFoundError('x', { status: 500 });
  expect(planRetry(call({ method: 'DELETE' }), missing, FIRST, OPTIONS).kind).toBe('fail');
  expect(planRetry(call({ method: 'DELETE' }), missing, SECOND, OPTIONS).kind).toBe('done');
  expect(planRetry(call(), missing, SECOND, OPTIONS).kind).toBe('fail');
});

it('does not know whose record a repeated insert found', () => {
  const exists = asCertain(new AcumaticaConcurrencyError('exists', { status: 412 }));
  const insert = call({ method: 'PUT', idempotent: true, headers: { 'If-None-Match': '*' } });
  expect(planRetry(insert, exists, FIRST, OPTIONS)).toEqual({ kind: 'fail', error: exists });
  expect(planRetry(insert, exists, SECOND, OPTIONS)).toMatchObject({
    error: { name: 'AcumaticaAmbiguousOutcomeError', status: 412 },
  });
});

it('waits for a long operation whatever the call is, with growing pauses up to busyWaitMs', () => {
  const busy = new AcumaticaConcurrencyError('busy', { status: 409 });
  let state = FIRST;
  const delays: number[] = [];
  for (;;) {
    const plan = planRetry(call({ method: 'POST' }), busy, state, OPTIONS);
    if (plan.kind !== 'again') break;
    delays.push(Math.round(plan.delayMs));
    state = { ...plan, attempts: state.attempts + 1 };
  }
  expect(delays.slice(0, 7)).toEqual([1000, 1500, 2250, 3375, 5063, 7594, 10000]);
  expect(delays.reduce((sum, delay) => sum + delay)).toBeLessThanOrEqual(60_000);
});

it('retries what a gateway says, and not what the ERP says', () => {
  const kinds = [500, 502, 503, 504, 501].map(
    (status) => planRetry(call(), new AcumaticaServerError('x', { status }), FIRST, OPTIONS).kind,
  );
  expect(kinds).toEqual(['fail', 'again', 'again', 'again', 'fail']);
});

it.each([408, 499, 502, 503, 504, 520, 521, 522, 523, 524, 598])('asks again after a %d of a gateway', (status) => {
  const error = new AcumaticaServerError('x', { status });
  expect(planRetry(call(), error, FIRST, OPTIONS).kind).toBe('again');
  expect(planRetry(call({ method: 'PUT', idempotent: true }), error, FIRST, OPTIONS).kind).toBe('again');
  expect(planRetry(call({ method: 'PUT' }), error, FIRST, OPTIONS)).toMatchObject({
    error: { code: 'AMBIGUOUS_OUTCOME', repeatable: false, status, cause: error },
  });
});

it('says of a write that has used up its tries that it may have been done, and how often it was sent', () => {
  const write = call({ method: 'PUT', path: '/entity/E/1/X', idempotent: true });
  expect(planRetry(write, lost, { ...SECOND, attempts: 3 }, OPTIONS)).toMatchObject({
    error: {
      code: 'AMBIGUOUS_OUTCOME',
      repeatable: true,
      cause: lost,
      message: 'PUT /entity/E/1/X was sent 3 times, and the ERP may have done it or not: lost',
    },
  });
});

it('takes no refusal of a repeated write for its end, since the first try may have been done', () => {
  const refused = asCertain(new AcumaticaServerError('on hold', { status: 422 }));
  const write = call({ method: 'PUT', idempotent: true });
  expect(planRetry(write, refused, FIRST, OPTIONS)).toEqual({ kind: 'fail', error: refused });
  expect(planRetry(write, refused, SECOND, OPTIONS)).toMatchObject({
    error: { code: 'AMBIGUOUS_OUTCOME', cause: refused },
  });
});

it('sends a new document again after a sign-in that was lost, since nothing of it had left', () => {
  const signIn = asCertain(new AcumaticaConnectionError('lost', { context: { sent: true } }));
  expect(planRetry(call({ method: 'PUT' }), signIn, FIRST, OPTIONS)).toMatchObject({
    kind: 'again',
    mayHaveHappened: false,
  });
});

it('leaves what is no error of ours alone', () => {
  const abort = new DOMException('stop', 'AbortError');
  expect(planRetry(call(), abort, FIRST, OPTIONS)).toEqual({ kind: 'fail', error: abort });
});

it('keeps what the ERP said of a call that was given up at the same time', () => {
  const given = call({ method: 'PUT' });
  given.cancellation.cancel(new DOMException('stop', 'AbortError'));
  const refused = asCertain(new AcumaticaServerError('no', { status: 500 }));
  expect(planRetry(given, refused, FIRST, OPTIONS)).toEqual({ kind: 'fail', error: refused });
});

it('tells what was given up in a pause by whether an earlier try may have arrived', () => {
  const abort = new DOMException('stop', 'AbortError');
  const given = (request: Partial<TransportRequest>, state: RetryState): unknown => {
    const cut = call(request);
    cut.cancellation.cancel(abort);
    const plan = planRetry(cut, abort, state, OPTIONS);
    return plan.kind === 'fail' && plan.error;
  };
  const write = { method: 'PUT', idempotent: true } as const;
  expect([given({}, SECOND), given(write, FIRST)]).toEqual([abort, abort]);
  expect(given(write, SECOND)).toMatchObject({ code: 'AMBIGUOUS_OUTCOME', repeatable: true, cause: abort });
});
