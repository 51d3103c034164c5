import { F } from 'acurecord';
import { connectTo, requestsOf, simulated } from './support/simulated.js';

test.each([
  ['23R2', '/odata/Company'],
  ['24R2', '/t/Company/api/odata/gi'],
] as const)(
  'inquiries of %s are read where that release has them, whether or not anything is looked up at the start',
  async (release, root) => {
    await using sim = await simulated({ release });
    for (const discovery of [{}, { discover: false, endpointVersion: '24.200.001', models: {} }]) {
      await using client = await connectTo(sim, discovery);
      const customers = client.inquiries.get('Customers').where(F.CustomerID.eq('TECHCO')).take(1);
      expect(await customers.toArray()).toMatchObject([{ CustomerID: 'TECHCO' }]);
      expect(sim.requests().at(-1)).toMatchObject({ path: `${root}/Customers`, status: 200 });
      const before = requestsOf(sim).length;
      await client.inquiries.get('InvoicesbyCustomer').parameters({ Customer: 'ABARTENDE', Status: 'Open' }).toArray();
      expect(requestsOf(sim, before)).toEqual([expect.stringContaining(`${root}/Invoices`)]);
      expect(sim.sessions()).toHaveLength(1);
    }
  },
);

test('a client of 23R2 reads, writes and acts like any other', async () => {
  await using sim = await simulated({ release: '23R2' });
  await using client = await connectTo(sim);
  expect((await client.getEndpointInfo()).version.acumaticaBuildVersion).toMatch(/^23\.2/);
  const customer = await client.customers.getById('ABARTENDE');
  customer.CustomerName = 'Changed';
  await customer.save();
  expect(sim.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'Changed' });
  await client.customers.putFile('ABARTENDE', 'a.txt', 'x');
  expect(await client.customers.getFiles('ABARTENDE')).toHaveLength(1);
});
