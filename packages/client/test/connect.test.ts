import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { AcumaticaClient } from 'acurecord';

let sim: Simulator;
beforeAll(
  async () =>
    void (sim = await startSimulator({
      data: { Customer: [{ CustomerID: 'ABARTENDE', CustomerName: 'A Bar & Tender' }] },
    })),
);
afterAll(() => sim.close());
beforeEach(() => sim.reset());

const options = () => ({ baseUrl: sim.url, username: 'admin', password: 'admin-secret', tenant: 'Company' });

test('connecting takes three requests, and closing gives the seat back', async () => {
  const client = await AcumaticaClient.connect(options());
  expect(sim.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /entity/auth/login',
    'GET /entity',
    'GET /entity/Default/24.200.001/swagger.json',
  ]);
  expect(sim.sessions()).toHaveLength(1);
  await client.close();
  expect(sim.sessions()).toHaveLength(0);
});

test('a client that was made without connecting connects on its first use', async () => {
  await using client = new AcumaticaClient(options());
  expect(sim.requests()).toHaveLength(0);
  const customer = await client.customers.getById('ABARTENDE');
  expect(customer.CustomerID).toBe('ABARTENDE');
});
