import {
  AcumaticaAuthError,
  AcumaticaBusinessRuleError,
  AcumaticaConcurrencyError,
  AcumaticaConnectionError,
  AcumaticaError,
  AcumaticaNotFoundError,
  AcumaticaRateLimitError,
  AcumaticaServerError,
  AcumaticaTimeoutError,
  AcumaticaValidationError,
} from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { FailureRule, Simulator } from '@acurecord/simulator';
import { connectTo, simulated } from '../support/simulated.js';

let sim: Simulator;
let client: AcumaticaClient;
beforeAll(async () => {
  sim = await simulated();
  client = await connectTo(sim, { retry: { attempts: 1 }, retryOnIdleLogout: false });
});
afterAll(async () => {
  await client.close();
  await sim.close();
});

/** What a read of a customer fails with when the server does as the rule says. */
async function failure(rule?: FailureRule, key = 'ABARTENDE', timeoutMs = 60_000): Promise<AcumaticaError> {
  if (rule !== undefined) sim.failNext(rule);
  const error: unknown = await client.customers.getById(key, { timeoutMs }).catch((reason: unknown) => reason);
  expect(AcumaticaError.is(error)).toBe(true);
  return error as AcumaticaError;
}

test('AcumaticaError (catch-all; getDetailedMessage(), context)', async () => {
  const error = await failure({ status: 500 });
  expect(error).toBeInstanceOf(AcumaticaError);
  expect(error.getDetailedMessage()).toContain('Customer');
  expect(error.context).toEqual(expect.any(Object));
  expect(error.statusCode).toBe(error.status);
});

test('…AuthError (401, 403; message, statusCode)', async () => {
  const forbidden = await failure({ status: 403 });
  expect(forbidden).toBeInstanceOf(AcumaticaAuthError);
  expect([forbidden.statusCode, forbidden.message]).toEqual([403, expect.stringContaining('403')]);
  await using other = await connectTo(sim, { retryOnIdleLogout: false });
  sim.failNext({ status: 401 });
  await expect(other.customers.getById('ABARTENDE')).rejects.toMatchObject({ statusCode: 401 });
});

test('…NotFoundError (suggestions)', async () => {
  const error = await failure(undefined, 'NOPE');
  expect(error).toBeInstanceOf(AcumaticaNotFoundError);
  expect(error).toMatchObject({
    resourceType: 'Customer',
    resourceId: 'NOPE',
    suggestions: expect.any(Array) as string[],
  });
});

test('…ValidationError (fieldErrors)', async () => {
  const write = client.salesOrders.putEntity({ OrderType: 'SO', CustomerID: 'NOBODY' });
  const error: unknown = await write.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AcumaticaValidationError);
  expect((error as AcumaticaValidationError).fieldErrors).toMatchObject({ CustomerID: [expect.any(String)] });
});

test('…BusinessRuleError (422)', async () => {
  const error = await failure({ status: 422, body: { message: 'The document is closed.' } });
  expect(error).toBeInstanceOf(AcumaticaBusinessRuleError);
  expect(error.status).toBe(422);
});

test('…ConcurrencyError (412)', async () => {
  const write = client.customers.putEntity({ CustomerID: 'ABARTENDE', CustomerName: 'Twice' }, { mode: 'insertOnly' });
  const error: unknown = await write.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AcumaticaConcurrencyError);
  expect(error).toMatchObject({ status: 412 });
});

test('…TimeoutError (timeoutSeconds)', async () => {
  const error = await failure({ delayMs: 60_000 }, 'ABARTENDE', 100);
  expect(error).toBeInstanceOf(AcumaticaTimeoutError);
  expect(error).toMatchObject({ timeoutSeconds: 0.1 });
});

test('…RateLimitError (retryAfter)', async () => {
  const error = await failure({ status: 429, headers: { 'retry-after': '1' } });
  expect(error).toBeInstanceOf(AcumaticaRateLimitError);
  expect(error).toMatchObject({ retryAfter: 1 });
});

test('…ServerError (statusCode)', async () => {
  const error = await failure({ status: 503 });
  expect(error).toBeInstanceOf(AcumaticaServerError);
  expect(error.statusCode).toBe(503);
});

test('…ConnectionError', async () => {
  const error = await failure({ after: 'request' });
  expect(error).toBeInstanceOf(AcumaticaConnectionError);
  expect(error.status).toBeUndefined();
});

test('`status` and `statusCode` are the same value', async () => {
  for (const status of [400, 403, 404, 412, 422, 429, 500, 503]) {
    const error = await failure({ status, body: { message: 'no' } });
    expect([error.status, error.statusCode]).toEqual([status, status]);
  }
});
