import { inspect } from 'node:util';
import { AcumaticaClient, AcumaticaConfigError } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { connectTo, optionsFor, simulated } from './support/simulated.js';

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

const models = (): Readonly<Record<string | symbol, unknown>> => client.models;

test.each([
  ['Custommer', 'Default 24.200.001 has no entity "Custommer" (did you mean Customer'],
  ['customer', 'has no entity "customer" (did you mean Customer'],
])('a class by the wrong name %s throws and names what was meant', (name, message) => {
  expect(() => models()[name]).toThrow(AcumaticaConfigError);
  expect(() => models()[name]).toThrow(message);
});

test('a name like no other gives nothing, as of any object', () => {
  expect([models()['Nonsense'], models()['Row'], models()['Cast']]).toEqual([undefined, undefined, undefined]);
});

test('whether there is a class can be asked', () => {
  expect(['Customer', 'Custommer', 'then'].map((name) => name in client.models)).toEqual([true, false, false]);
  expect(Object.hasOwn(client.models, 'Custommer')).toBe(false);
  expect(Object.keys(client.models)).toEqual(client.listModels());
});

test('to languages and tools the classes are an ordinary object', async () => {
  expect(await Promise.resolve(client.models)).toBe(client.models);
  expect([models()[Symbol.iterator], models()['toJSON'], models()['constructor'], models()['$$typeof']]).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
  expect(JSON.stringify(client.models)).toBe('{}');
  expect(inspect(client.models)).toBe('[Object: null prototype] {}');
  expect({ ...client.models }).toEqual(client.models);
  expect(client.models).not.toEqual({ Customer: 1 });
  expect(() => expect(client.models).toEqual({})).toThrow('deep equality');
});

test('a class asked for before the client is connected says what to do', () => {
  const { models: early } = new AcumaticaClient(optionsFor(sim));
  expect(() => early.Customer).toThrow('await client.connect() first');
  expect('Customer' in early).toBe(false);
});

test('a slip in the name of a service throws too, and what tools ask of a client does not', async () => {
  const members = client as unknown as Readonly<Record<string, unknown>>;
  expect(() => members['custmers']).toThrow('The client has no service "custmers" (did you mean customers');
  expect(['onModuleInit', 'asymmetricMatch', 'size', 'ngOnDestroy'].map((name) => members[name])).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
  expect(await Promise.resolve(client)).toBe(client);
  expect(client).toEqual(client);
  expect(Object.getPrototypeOf(client)).not.toEqual(client);
});
