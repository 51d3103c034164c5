import { F, QueryOptions, allOf, anyOf, not } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, simulated } from '../support/simulated.js';

type Condition = ReturnType<typeof not>;

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
async function found(filter: Condition) {
  const customers = await client.customers.getList(new QueryOptions({ filter }));
  return [customers.map(({ CustomerID }) => CustomerID), sim.requests().at(-1)?.query['$filter']];
}

/** Keys of the rows that a filter finds in the inquiry of customers, and the filter as it went over the wire. */
async function rowsFound(filter: Condition) {
  const rows = await client.inquiries.get('Customers').where(filter).toArray();
  return [rows.map(({ CustomerID }) => CustomerID), sim.requests().at(-1)?.query['$filter']];
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

test('tolower().startswith', async () => {
  const filter = F.CustomerName.toLower().startsWith('tech');
  expect(await found(filter)).toEqual([['TECHCO'], "startswith(CustomerName,'tech')"]);
});

test('contains', async () => {
  const contract = await found(F.CustomerName.contains('bartending'));
  expect(contract).toEqual([['ABARTENDE'], "substringof('bartending',CustomerName)"]);
  expect(await rowsFound(F.CustomerName.contains('Bartending'))).toEqual([
    ['ABARTENDE'],
    "contains(CustomerName,'Bartending')",
  ]);
});

test('endswith', async () => {
  expect(await found(F.CustomerName.endsWith('LLC'))).toEqual([['OLDLLC'], "endswith(CustomerName,'LLC')"]);
});

test('arithmetic', async () => {
  const filter = F.CreditLimit.mul(2).add(1).gt(2_001);
  expect(await rowsFound(filter)).toEqual([['TECHCO'], '(CreditLimit mul 2) add 1 gt 2001']);
  expect(await rowsFound(F.CreditLimit.div(2).sub(1).lt(0))).toEqual([['OLDLLC'], '(CreditLimit div 2) sub 1 lt 0']);
  const contract = client.models.Customer.where(filter).explain();
  expect(JSON.stringify(contract)).toContain('Arithmetic: no contract endpoint has been seen to answer it');
});

test('year()', async () => {
  const [order] = await client.salesOrders.getList({ top: 1 });
  const year = (order?.Date as Date).getUTCFullYear();
  const ofYear = await client.salesOrders.getList({ filter: F.Date.year().eq(year) });
  expect(sim.requests().at(-1)?.query['$filter']).toBe(
    `Date ge datetimeoffset'${year}-01-01' and Date lt datetimeoffset'${year + 1}-01-01'`,
  );
  const all = await client.salesOrders.getList();
  expect(ofYear).toHaveLength(all.filter(({ Date: date }) => (date as Date).getUTCFullYear() === year).length);
  expect(await client.salesOrders.getList({ filter: F.Date.year().lt(2000) })).toEqual([]);
});

test('month()', async () => {
  const orders = client.inquiries.get('OpenSalesOrders');
  const months = (await orders.toArray()).map(({ Date: date }) => (date as Date).getUTCMonth() + 1);
  const [month = 0] = months;
  expect(await orders.where(F.Date.month().eq(month)).toArray()).toHaveLength(
    months.filter((other) => other === month).length,
  );
  expect(sim.requests().at(-1)?.query['$filter']).toBe(`month(Date) eq ${month}`);
  const contract = client.models.SalesOrder.where(F.Date.month().eq(3)).explain();
  expect(JSON.stringify(contract)).toContain('no contract endpoint has been seen to answer it');
});

test('F.MainContact.Email != None', async () => {
  expect(await found(F.MainContact.Email.isNotNull())).toEqual([['ABARTENDE', 'OLDLLC'], 'MainContact/Email ne null']);
  expect((await found(F.MainContact.Email.isNull()))[0]).toEqual(['TECHCO']);
});

test('F.MainContact.Address.City == "New York"', async () => {
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

test('F.cf(type, view, field)', async () => {
  const customer = await client.customers.getById('ABARTENDE');
  customer.setCustom('CurrentCustomer', 'UsrRegion', 'North');
  await client.customers.putEntity(customer);
  expect(await found(F.cf('String', 'CurrentCustomer', 'UsrRegion').eq('North'))).toEqual([
    ['ABARTENDE'],
    "cf.String(f='CurrentCustomer.UsrRegion') eq 'North'",
  ]);
});
