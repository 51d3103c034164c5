import { AcumaticaAmbiguousOutcomeError } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, simulated } from './support/simulated.js';

let sim: Simulator;
let client: AcumaticaClient;
let abort: AbortController;
/** Whether requests to the entity abort the signal as soon as they have left; what looks around before a write may pass. */
let aborts: readonly string[] = [];
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(async () => {
  sim.reset();
  aborts = [];
  abort = new AbortController();
  client = await connectTo(sim, {
    hooks: { onRequest: ({ method }) => void (aborts.includes(method) && setTimeout(() => abort.abort(), 50)) },
  });
});
afterEach(() => {
  aborts = [];
  return client.close();
});

/** What becomes of a call whose caller gives up while the ERP is at it. */
async function givenUp(
  call: (signal: AbortSignal) => Promise<unknown>,
  method = ['PUT', 'POST', 'DELETE'],
): Promise<Error> {
  sim.behave([{ path: '/entity/Default', method, delayMs: 60_000 }]);
  aborts = method;
  return call(abort.signal).then(
    () => new Error('It succeeded.'),
    (error: Error) => error,
  );
}

test.each<[string, boolean, (signal: AbortSignal) => Promise<unknown>]>([
  [
    'a new record',
    false,
    (signal) => client.models.SalesOrder.create({ OrderType: 'SO', CustomerID: 'TECHCO' }, { signal }),
  ],
  [
    'an insert with a key',
    false,
    (signal) => client.models.Customer.create({ CustomerID: 'NEW' }, { signal, validate: false }),
  ],
  [
    'an upsert with a key, which the form may replace',
    false,
    (signal) => client.models.Customer.upsert({ CustomerID: 'TECHCO', CreditLimit: 1 }, { signal }),
  ],
  [
    'an update with a key',
    true,
    (signal) => new client.models.Customer({ CustomerID: 'TECHCO', Terms: '30D' }).save({ signal, mode: 'updateOnly' }),
  ],
  ['a deletion by key', true, (signal) => client.customers.deleteById('TECHCO', { signal })],
  [
    'an action',
    false,
    (signal) => client.customers.invokeAction('CreateContactFromCustomer', 'TECHCO', { LastName: 'B' }, { signal }),
  ],
  ['a file', false, (signal) => client.customers.putFile('TECHCO', 'a.txt', 'x', { signal })],
  [
    'a write in a scope',
    true,
    (signal) =>
      client.with({ signal }).customers.putEntity({ CustomerID: 'TECHCO', CreditLimit: 1 }, { mode: 'updateOnly' }),
  ],
])('%s whose caller gave up on the way is told as in doubt', async (_what, repeatable, call) => {
  const error = await givenUp(call);
  expect(AcumaticaAmbiguousOutcomeError.is(error)).toBe(true);
  expect([error.cause, error]).toMatchObject([{ name: 'AbortError' }, { repeatable }]);
});

test('a record whose save was given up keeps its changes, and saving it again is all that is needed', async () => {
  const customer = await client.models.Customer.find('TECHCO');
  customer.set('CreditLimit', 77);
  const error = await givenUp((signal) => customer.save({ signal }));
  expect(error).toMatchObject({ repeatable: true, suggestions: [expect.stringContaining('Send it again')] });
  expect(customer.changes).toEqual({ CreditLimit: 77 });
  sim.behave([]);
  aborts = [];
  await customer.save();
  expect(sim.store.find('Customer', 'TECHCO')).toMatchObject({ CreditLimit: 77 });
});

test('reads are aborts and no more, and so are writes that have not left', async () => {
  const Customer = client.models.Customer;
  expect((await givenUp((signal) => Customer.find('TECHCO', { signal }), ['GET'])).name).toBe('AbortError');
  const before = sim.requests().length;
  const error: unknown = await Customer.create({ CustomerID: 'X' }, { signal: abort.signal }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'AbortError' });
  expect(sim.requests()).toHaveLength(before);
});

test('a failure of the reading after an action or a save does not look as if that had failed', async () => {
  const order = await client.models.SalesOrder.create({ OrderType: 'SO', CustomerID: 'TECHCO' });
  sim.failNext({ method: 'GET', path: 'SalesOrder', status: 500 });
  const acted: unknown = await order.invoke('PutOnHold', {}, { reload: true }).catch((reason: unknown) => reason);
  sim.failNext({ method: 'GET', path: 'SalesOrder', status: 500 });
  order.set('Description', 'Rush');
  const saved: unknown = await order.save({ verify: true }).catch((reason: unknown) => reason);
  expect([acted, saved].map((error) => AcumaticaAmbiguousOutcomeError.is(error) && error.repeatable)).toEqual([
    false,
    false,
  ]);
  expect((acted as Error).message).toContain('The action PutOnHold on SalesOrder was done');
  expect((saved as Error).message).toContain('The save of SalesOrder was done');
  expect([(saved as Error).cause, order.isDirty]).toEqual([expect.objectContaining({ status: 500 }), false]);
});

test('what is read for an action or a file goes by the options of the call', async () => {
  const order = await client.models.SalesOrder.create({ OrderType: 'SO', CustomerID: 'TECHCO' });
  const before = sim.requests().length;
  await order.invoke('PutOnHold', {}, { reload: true, branch: 'MAIN' });
  const branches = sim
    .requests()
    .slice(before)
    .map(({ headers }) => headers['px-cbapibranch']);
  expect(branches).toEqual(['MAIN', 'MAIN']);
});
