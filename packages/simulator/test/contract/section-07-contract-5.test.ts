import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;

beforeAll(async () => {
  const demo = await startSimulator();
  const { json } = await rawRequest(demo.url, 'GET', `${endpointPath}/swagger.json`);
  await demo.close();
  simulator = await startSimulator({
    release: '26R2',
    schema: { ...(json as object), info: { title: 'Default/24.200.001', version: '5' } },
    data: {
      SalesOrder: [
        {
          OrderType: 'SO',
          OrderNbr: '1',
          Details: [{ InventoryID: 'A', OrderQty: 1, Allocations: [{ Qty: 1, LocationID: 'R' }] }],
          custom: { Document: { UsrDeliveryNote: 'x' } },
        },
      ],
    },
  });
  caller = await signedIn(simulator);
});
afterAll(() => simulator.close());

describe('§7 contract 5', () => {
  it('nests options of $expand (§5.6)', async () => {
    const expand = encodeURIComponent('Details($expand=Allocations($select=Qty);$select=OrderQty,Allocations)');
    const { json } = await caller.get(`SalesOrder/SO/1?$expand=${expand}`);
    const order = json as { OrderNbr: unknown; Details: Record<string, unknown>[] };
    const [line] = order.Details;
    const [allocation] = line?.['Allocations'] as object[];
    expect(order.OrderNbr).toEqual({ value: '1' });
    expect(Object.keys(line ?? {})).toEqual(['id', 'rowNumber', 'note', 'Allocations', 'OrderQty', 'custom', '_links']);
    expect(Object.keys(allocation ?? {})).toEqual(['id', 'rowNumber', 'note', 'Qty', 'custom', '_links']);
  });

  it('names custom fields in filters without f=', async () => {
    const filter = encodeURIComponent("cf.String('Document.UsrDeliveryNote') eq 'x'");
    expect((await caller.get(`SalesOrder?$filter=${filter}`)).json).toHaveLength(1);
  });

  it('demands the type of a custom field', async () => {
    const order = (field: object): unknown => ({
      ...wired({ OrderType: 'SO', OrderNbr: '1' }),
      custom: { Document: { UsrDeliveryNote: field } },
    });
    expect((await caller.put('SalesOrder', order({ value: 'y' }))).status).toBe(400);
    expect((await caller.put('SalesOrder', order({ type: 'CustomStringField', value: 'y' }))).status).toBe(200);
  });
});

describe('§7 a document of contract 5', () => {
  it('is served by 26R2 where no release is asked for', async () => {
    const { json: schema } = await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`);
    await using own = await startSimulator({ schema });
    const { json } = await rawRequest(own.url, 'GET', '/entity');
    expect(json).toMatchObject({ version: { acumaticaBuildVersion: expect.stringMatching(/^26\.2/) as unknown } });
  });

  it('is not served by releases before 26R2', async () => {
    const { json } = await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`);
    await expect(startSimulator({ release: '25R2', schema: json })).rejects.toThrow(
      'is contract 5, which 25R2 does not have',
    );
  });
});

describe('§7 values of contract 5', () => {
  const string = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const shaped = {
    StringSingleSelectValue: {},
    IntSingleSelectValue: {},
    StringMultiSelectValue: {},
    DateOnlyValue: {},
    StringValue: {},
    Entity: { type: 'object', properties: {} },
    Choice: {
      allOf: [
        string('Entity'),
        {
          type: 'object',
          properties: {
            ChoiceID: string('StringValue'),
            Colours: string('StringMultiSelectValue'),
            Level: string('IntSingleSelectValue'),
            On: string('DateOnlyValue'),
            Status: string('StringSingleSelectValue'),
          },
        },
      ],
    },
  };
  const document = {
    openapi: '3.0.1',
    info: { title: 'Own/1', version: '5' },
    paths: { '/Choice': { get: { operationId: 'Choice_GetList' }, put: { operationId: 'Choice_PutEntity' } } },
    components: { schemas: shaped },
  };
  const record = { ChoiceID: 'A', Status: 'Open', Level: 2, Colours: 'red,blue', On: '2024-01-31' };
  const choice = (id: unknown): object => ({ id, description: String(id) });

  it('are choices with id and description, several in an array, and dates without time', async () => {
    await using own = await startSimulator({ release: '26R2', schema: document, data: { Choice: [record] } });
    const user = await signedIn(own, {}, '/entity/Own/1');
    expect((await user.get('Choice/A')).json).toMatchObject({
      Status: { value: choice('Open') },
      Level: { value: { id: 2, description: '2' } },
      Colours: { value: [choice('red'), choice('blue')] },
      On: { value: '2024-01-31' },
    });
  });

  it('are written by id, by description, as an array, and come back', async () => {
    await using own = await startSimulator({ release: '26R2', schema: document, data: { Choice: [record] } });
    const user = await signedIn(own, {}, '/entity/Own/1');
    const written = {
      Status: { id: 'Closed' },
      Level: { id: 3 },
      Colours: [{ id: 'green' }, { description: 'black' }],
      On: '2025-02-01',
    };
    const { status, json } = await user.put('Choice', wrapped({ ChoiceID: 'A', ...written }));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      Status: { value: choice('Closed') },
      Level: { value: { id: 3 } },
      Colours: { value: [choice('green'), choice('black')] },
      On: { value: '2025-02-01' },
    });
    expect((await user.get("Choice?$filter=Status eq 'Closed'")).json).toHaveLength(1);
  });
});

const wrapped = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
