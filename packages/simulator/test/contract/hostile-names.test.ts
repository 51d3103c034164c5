import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';

const value = (type: string): object => ({ $ref: `#/components/schemas/${type}Value` });
const entity = (properties: string): object => ({
  allOf: [{ $ref: '#/components/schemas/Entity' }, { type: 'object', properties: JSON.parse(properties) as unknown }],
});

/** A document whose names are those every object has. */
const document = {
  openapi: '3.0.1',
  info: { title: 'Hostile/1.0', version: '4' },
  paths: {
    '/constructor': { get: { tags: ['constructor'] }, put: {} },
    '/constructor/{id}': { get: {} },
    '/constructor/{ids}': { get: {} },
  },
  components: {
    schemas: {
      Entity: { type: 'object', properties: {} },
      StringValue: { type: 'object', properties: { value: { type: 'string' } } },
      Row: entity(JSON.stringify({ toString: value('String') })),
      constructor: entity(
        `{"hasOwnProperty":${JSON.stringify(value('String'))},"__proto__":${JSON.stringify(value('String'))},"valueOf":{"type":"array","items":{"$ref":"#/components/schemas/Row"}}}`,
      ),
    },
  },
};

describe('names that every object has', () => {
  let simulator: Simulator;
  afterEach(() => simulator.close());

  it('are names like any other', async () => {
    simulator = await startSimulator({ schema: document });
    const caller = await signedIn(simulator, {}, '/entity/Hostile/1.0');
    const written = await caller.put('constructor?$expand=valueOf', {
      hasOwnProperty: { value: 'a' },
      valueOf: [{ toString: { value: 'b' } }],
    });
    expect([written.status, simulator.requests().some(({ fault }) => fault !== undefined)]).toEqual([200, false]);
    expect(written.json).toMatchObject({ hasOwnProperty: { value: 'a' }, valueOf: [{ toString: { value: 'b' } }] });
    expect((await caller.get('constructor')).status).toBe(200);
    expect((await caller.get('constructor/$adHocSchema')).status).toBe(200);
    expect({}).not.toHaveProperty('type');
  });
});
