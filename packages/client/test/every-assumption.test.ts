import { AcumaticaError, F } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Assumptions, Simulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

type Told = Readonly<Record<string, unknown>>;
/** A value that an assumption can have, and what a program is then told otherwise than usual. */
type Other<V> = readonly [value: V, told?: Told];

/** What else the ERP may be like, wherever nobody has seen what it is like. */
const others: { readonly [A in keyof Assumptions]: readonly Other<Assumptions[A]>[] } = {
  unauthorizedBody: [['html'], ['empty']],
  tenantCookie: [['sent'], ['absent']],
  notFoundBody: [['html'], ['empty']],
  preconditionBody: [['empty']],
  throttledBody: [['json'], ['empty']],
  retryAfterSeconds: [[1]],
  seatLimit: [['user'], ['429'], ['later-401']],
  failedPollStatus: [[400], [404], [422]],
  plainTextBody: [['refused']],
  slowLists: [['each']],
  bareDays: [[['Date', 'DueDate', 'RequestedOn']]],
  largestList: [[100, { 'all of them': 'AcumaticaServerError' }]],
  inquiryList: [['blank']],
  balanceFilter: [['fails']],
  shipmentByNumber: [['insert']],
  errorCause: [['inner']],
  maxBodyBytes: [[1_000_000]],
  orderBy: [['apply']],
  detailMatching: [['id-or-keys']],
  rowIds: [['session']],
  brokenEndpoint: [['error']],
  hiddenTopCap: [[100]],
  fieldNameCase: [['sensitive']],
  guidLiteral: [[false, { 'a filter of a guid': 'AcumaticaServerError' }]],
  unknownIdOnPut: [['not-found']],
  postToEntity: [[406]],
  validationShape: [['http-error']],
  location: [['absolute']],
  locationOn204: [[false]],
  // From [] no client can tell that the ERP did not look; the manual says so of this filter and the next.
  crossViewFilterIsEmpty: [[true, { 'a filter of two views': 0 }]],
  complexFormFilter: [
    ['fails', { 'a filter of a complex form': 'AcumaticaCannotOptimizeError' }],
    ['empty', { 'a filter of a complex form': false }],
  ],
  detailFilter: [['empty']],
  odataDecimals: [['text']],
  odataKeys: [['padded']],
  odataV3Numbers: [['number']],
  odataV3Dates: [['utc'], ['offset']],
  odataV3MixedTypes: [['converted']],
  odataNextLink: [['relative']],
  workflowActions: [['map']],
  endpointHref: [['absolute']],
  endpointList: [['array', { build: '' }]],
  serverOffset: [['+03:00'], ['-05:00']],
  cookieOnOData: [[false]],
};

/** What a program is told in a day's work: values, or the class and status of an error. */
async function day(assume: Partial<Assumptions>): Promise<Told> {
  await using sim = await startSimulator({
    assume,
    tenants: ['Company', 'Other'],
    limits: { seats: 1 },
    odataPageSize: 40,
    actions: { PutOnHold: { failWith: 'It is not to be held.', long: true } },
  });
  const told: Record<string, unknown> = {};
  const tell = async (name: string, does: () => Promise<unknown>): Promise<void> => {
    const value = await does().catch((error: unknown) => {
      if (!(error instanceof AcumaticaError)) throw error;
      return error.name;
    });
    told[name] = value === undefined ? 'done' : plain(value);
  };
  const client = await connectTo(sim, { retry: { baseDelayMs: 1 } });
  await reads(client, tell);
  await writes(client, tell);
  await troubles(sim, client, tell);
  await client.close();
  told['seats left'] = sim.sessions().filter(({ kind }) => kind !== 'basic').length;
  return told;
}

/** What a record says, except moments and the ids of rows: these are of the day, the server's zone and the session. */
function plain(value: unknown): unknown {
  const varies = /Date|On$|^LastModified|^Created|^id$/;
  return JSON.parse(JSON.stringify(value, (name, part: unknown) => (varies.test(name) ? undefined : part)));
}

type Tell = (name: string, does: () => Promise<unknown>) => Promise<void>;

async function reads(client: AcumaticaClient, tell: Tell): Promise<void> {
  const { Customer, SalesOrder, Shipment } = client.models;
  await tell('build', async () => (await client.getEndpointInfo()).version.acumaticaBuildVersion);
  await tell('a record', () => Customer.find('ABARTENDE'));
  await tell('no record', () => Customer.find('NOBODY'));
  await tell('all of them', async () => (await SalesOrder.query().select('OrderNbr').toArray()).length);
  await tell('a filter', async () =>
    (await Customer.where(F.Status.eq('Active').and(F.CustomerName.startsWith('A'))).toArray()).map(
      (one) => one['CustomerID'],
    ),
  );
  await tell(
    'a filter of two views',
    async () =>
      (await Customer.where(F.MainContact.Email.isNotNull().and(F.CustomerName.startsWith('A'))).toArray()).length,
  );
  await tell('a filter of a guid', async () => {
    const { NoteID } = await Customer.find('ABARTENDE');
    return (await Customer.where(F.NoteID.eq(NoteID as string)).toArray()).length;
  });
  await tell(
    'a filter of rows',
    async () => (await client.salesOrders.getList({ filter: F.Details.InventoryID.eq('X') })).length,
  );
  await tell(
    'a filter of a complex form',
    async () => (await Shipment.where(F.Status.eq('Confirmed')).toArray()).length > 0,
  );
  await tell('an inquiry', () => client.inquiries.get('Customers').where(F.CreditLimit.gt(5000)).toArray());
  await tell('custom fields', async () => Object.keys((await client.getModelInfo('SalesOrder')).fields).length);
}

async function writes(client: AcumaticaClient, tell: Tell): Promise<void> {
  const { Customer, SalesOrder } = client.models;
  const order = await SalesOrder.create({
    OrderType: 'SO',
    CustomerID: 'ABARTENDE',
    Date: '2024-01-31',
    Details: [{ InventoryID: 'BTMAT', OrderQty: 2 }],
  });
  await tell('a new order', () => Promise.resolve(order));
  await tell('its day', () => Promise.resolve(String(order.raw('Date')).slice(0, 10)));
  await tell('a drop-down', async () => {
    const item = await client.stockItems.putEntity({ InventoryID: 'BTMAT', ItemStatus: 'No Sales' });
    return item['ItemStatus'];
  });
  await tell('a link', async () => {
    const customer = await Customer.find('ABARTENDE', { expand: ['MainContact'] });
    (customer['MainContact'] as { Email: string }).Email = 'a@b.example';
    await customer.save();
    return customer;
  });
  await tell('what is there already', () =>
    Customer.create({ CustomerID: 'ABARTENDE', CustomerName: 'x', CustomerClass: 'DEFAULT' }),
  );
  await tell('what is refused', () => SalesOrder.create({ OrderType: 'SO', CustomerID: 'NOBODY' }));
  await tell('a long action', () => order.invoke('SalesOrderCreateShipment', { WarehouseID: 'MAIN' }, { pollMs: 1 }));
  await tell('an action that fails', () => order.invoke('PutOnHold', {}, { pollMs: 1 }));
  await tell('no action', () => order.invoke('Nonsense'));
  await tell('a file', async () => {
    await order.attach('a.txt', 'text');
    return (await order.files()).map(({ name }) => name);
  });
  await tell('a deletion', () => client.customers.deleteById('NOBODY'));
}

async function troubles(sim: Simulator, client: AcumaticaClient, tell: Tell): Promise<void> {
  await tell('no seat', async () => {
    await using second = await connectTo(sim);
    return await second.customers.getById('ABARTENDE');
  });
  sim.faults.throttle({ times: 1 });
  await tell('a call that is declined', () => client.customers.getById('ABARTENDE'));
  sim.faults.expireSessions();
  await tell('a call after the session', async () => (await client.customers.getById('ABARTENDE')).CustomerID);
}

let usual: Told;
beforeAll(async () => void (usual = await day({})));

test('a program is told this by an ERP as usual', () => {
  expect(usual).toMatchObject({
    'a record': { CustomerID: 'ABARTENDE', CustomerName: 'A Bar & Tender' },
    'no record': 'AcumaticaNotFoundError',
    'all of them': 240,
    'a filter': ['ABARTENDE', 'ALTAACEHO'],
    'a filter of two views': 2,
    'a filter of a guid': 1,
    'a filter of rows': 'AcumaticaQueryError',
    'a filter of a complex form': true,
    'a new order': { OrderTotal: 32.44, Status: 'Open', Details: [{ InventoryID: 'BTMAT', OrderQty: 2 }] },
    'its day': '2024-01-31',
    'a drop-down': 'No Sales',
    'a link': { MainContact: { Email: 'a@b.example' } },
    'what is there already': 'AcumaticaConcurrencyError',
    'what is refused': 'AcumaticaValidationError',
    'a long action': 'done',
    'no action': 'AcumaticaNotFoundError',
    'a file': ['a.txt'],
    'no seat': 'AcumaticaSeatLimitError',
    'a call after the session': 'ABARTENDE',
    'seats left': 0,
  });
});

for (const [name, values] of Object.entries(others))
  test.each(values.map(([value, told = {}]) => [value, told] as const))(
    `a program is told the same when ${name} is %p`,
    async (value, told) => expect(await day({ [name]: value })).toEqual({ ...usual, ...told }),
  );
