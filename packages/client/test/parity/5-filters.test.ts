import { F, QueryOptions, allOf, anyOf, not } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, simulated } from '../support/simulated.js';

let sim: Simulator;
let client: AcumaticaClient;
beforeAll(async () => {
  sim = await simulated();
  client = await connectTo(sim);
});
afterAll(async () => {
  await client.close();
  await sim.close();
});

/** Keys of the customers that a filter finds, and the filter as it went over the wire. */
async function found(filter: NonNullable<ConstructorParameters<typeof QueryOptions>[0]>['filter'] & object) {
  const customers = await client.customers.getList(new QueryOptions({ filter }));
  return [customers.map(({ CustomerID }) => CustomerID), sim.requests().at(-1)?.query['$filter']];
}

test('F.Status == "Active"', async () => {
  expect(await found(F.Status.eq('Active'))).toEqual([['ABARTENDE', 'TECHCO'], "Status eq 'Active'"]);
});

test('> >= < <= !=', async () => {
  expect(await found(F.CreditLimit.gt(1000))).toEqual([['TECHCO'], 'CreditLimit gt 1000']);
  expect(await found(F.CreditLimit.ge(1000))).toEqual([['ABARTENDE', 'TECHCO'], 'CreditLimit ge 1000']);
  expect(await found(F.CreditLimit.lt(1000))).toEqual([['OLDLLC'], 'CreditLimit lt 1000']);
  expect(await found(F.CreditLimit.le(1000))).toEqual([['ABARTENDE', 'OLDLLC'], 'CreditLimit le 1000']);
  expect(await found(F.Status.ne('Active'))).toEqual([['OLDLLC'], "Status ne 'Active'"]);
});

test('& | ~', async () => {
  expect((await found(F.Status.eq('Active').and(F.CreditLimit.gt(5000))))[0]).toEqual(['TECHCO']);
  expect((await found(F.Status.eq('Inactive').or(F.CustomerID.eq('TECHCO'))))[0]).toEqual(['OLDLLC', 'TECHCO']);
  expect((await found(not(F.Status.eq('Active'))))[0]).toEqual(['OLDLLC']);
});

test('tolower().startswith, contains, endswith', async () => {
  expect((await found(F.CustomerName.toLower().startsWith('tech')))[0]).toEqual(['TECHCO']);
  expect(await found(F.CustomerName.contains('bartending'))).toEqual([
    ['ABARTENDE'],
    "substringof('bartending',CustomerName)",
  ]);
  expect((await found(F.CustomerName.endsWith('LLC')))[0]).toEqual(['OLDLLC']);
});

test('F.MainContact.Email != None, F.MainContact.Address.City == "New York"', async () => {
  expect((await found(F.MainContact.Email.isNotNull()))[0]).toEqual(['ABARTENDE', 'OLDLLC']);
  expect(await found(F.MainContact.Address.City.eq('New York'))).toEqual([
    ['ABARTENDE'],
    "MainContact/Address/City eq 'New York'",
  ]);
});

test('nested combinations', async () => {
  const filter = allOf([
    anyOf([F.Status.eq('Active'), F.Status.eq('OnHold')]),
    F.CreditLimit.gt(1000),
    F.CustomerName.toLower().startsWith('tech'),
    anyOf([F.Terms.eq('30D'), F.Terms.eq('60D')]),
  ]);
  expect((await found(filter))[0]).toEqual(['TECHCO']);
});

test('arithmetic, year(), month(): compiled for the dialect they are sent to', async () => {
  const [inquiry = ''] = await client.inquiries.list();
  const schema = await client.inquiries.get(inquiry).describe();
  const date = Object.keys(schema.members).find((name) => schema.members[name]?.type.startsWith('Date'));
  const amount = Object.keys(schema.members).find((name) =>
    ['Decimal', 'Double', 'Int'].includes(schema.members[name]?.type ?? ''),
  );
  const rows = client.inquiries.get(inquiry);
  if (date !== undefined) {
    await rows
      .where(F[date]?.year().ge(2000) ?? {})
      .take(1)
      .toArray();
    expect(sim.requests().at(-1)?.query['$filter']).toBe(`year(${date}) ge 2000`);
  }
  if (amount !== undefined) {
    await rows
      .where(F[amount]?.mul(2).ge(0) ?? {})
      .take(1)
      .toArray();
    expect(sim.requests().at(-1)?.query['$filter']).toBe(`${amount} mul 2 ge 0`);
  }
  expect(date ?? amount).toBeDefined();
});

test('F.cf(type, view, field)', async () => {
  const customer = await client.customers.getById('ABARTENDE');
  customer.setCustom('CurrentCustomer', 'UsrRegion', 'North');
  await client.customers.putEntity(customer);
  expect(await found(F.cf('String', 'CurrentCustomer', 'UsrRegion').eq('North'))).toEqual([
    ['ABARTENDE'],
    "cf.String(f='CurrentCustomer.UsrRegion') eq 'North'",
  ]);
});
