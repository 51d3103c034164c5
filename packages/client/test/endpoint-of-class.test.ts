import { AcumaticaConfigError, AcumaticaClient, defineFields, field } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';

const members = { CustomerID: field.string({ key: true }), CustomerName: field.string() };
class Customer extends defineFields('Customer', members, { endpoint: 'Default', version: '24.200.001' }) {}
class PlantCustomer extends defineFields('Customer', members, { endpoint: 'Manufacturing', version: '24.200.001' }) {}
class OldCustomer extends defineFields('Customer', members, { endpoint: 'Default', version: '20.200.001' }) {}

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterEach(() => expect(simulator.sessions()).toHaveLength(0));

afterAll(() => simulator.close());

const settings = () => ({
  baseUrl: simulator.url,
  username: 'admin',
  password: 'admin-secret',
  tenant: 'Company',
  autoLoadEnv: false,
});

const refusal =
  "The class of Customer was made for the endpoint Manufacturing/24.200.001, and its client speaks with Default/24.200.001. Use it with a client of Manufacturing (endpointName: 'Manufacturing'), or generate it for Default.";

it('a client says which endpoint it speaks with, once it has connected', async () => {
  await using client = new AcumaticaClient(settings());
  expect(client.endpoint).toBeUndefined();
  await client.connect();
  expect(client.endpoint).toEqual({ name: 'Default', version: '24.200.001' });
});

it('a class of another endpoint is refused at once by a client that has connected, and nothing is sent', async () => {
  await using client = await AcumaticaClient.connect(settings());
  const before = simulator.requests().length;
  expect(() => PlantCustomer.using(client)).toThrow(refusal);
  await expect(PlantCustomer.find('ABARTENDE')).rejects.toThrow(refusal);
  await expect(PlantCustomer.where({ CustomerID: 'A' }).first()).rejects.toThrow(AcumaticaConfigError);
  await expect(new PlantCustomer({ CustomerID: 'NEW' }).save()).rejects.toThrow(refusal);
  expect(simulator.requests()).toHaveLength(before);
  expect((await Customer.find('ABARTENDE')).CustomerID).toBe('ABARTENDE');
});

it.each([
  ['find', (client: AcumaticaClient) => PlantCustomer.using(client).find('ABARTENDE')],
  ['save', (client: AcumaticaClient) => PlantCustomer.using(client).create({ CustomerID: 'NEW' })],
  ['query', (client: AcumaticaClient) => PlantCustomer.using(client).where({ CustomerID: 'A' }).first()],
  ['delete', (client: AcumaticaClient) => PlantCustomer.using(client).deleteByKey('ABARTENDE')],
])('a class of another endpoint is refused by a client that connects for it, before %s is sent', async (_what, use) => {
  simulator.reset();
  await using client = new AcumaticaClient(settings());
  const results = await Promise.allSettled([use(client), use(client)]);
  expect(results.map((result) => result.status === 'rejected' && (result.reason as Error).message)).toEqual([
    refusal,
    refusal,
  ]);
  expect(simulator.requests().some(({ path }) => path.includes('/Customer'))).toBe(false);
});

it('a class of another version is taken, and warned about once', async () => {
  const warnings = jest.spyOn(process, 'emitWarning').mockReturnValue();
  await using client = await AcumaticaClient.connect(settings());
  const found = await OldCustomer.using(client).find('ABARTENDE');
  await OldCustomer.using(client).find('ABARTENDE');
  expect(found.CustomerID).toBe('ABARTENDE');
  const told = warnings.mock.calls.map(([message]) => message);
  warnings.mockRestore();
  expect(told).toEqual([
    "The class of Customer was made for the endpoint Default/20.200.001, and its client speaks with Default/24.200.001. Members may differ: connect with endpointVersion '20.200.001', or generate the classes again.",
  ]);
});

it('classes of one client are refused by a client of another endpoint', async () => {
  await using erp = await AcumaticaClient.connect(settings());
  const other = { gateway: erp.gateway, closed: false, endpoint: { name: 'Manufacturing', version: '24.200.001' } };
  expect(() => erp.models['Customer']?.using(other)).toThrow('its client speaks with Manufacturing/24.200.001');
});
