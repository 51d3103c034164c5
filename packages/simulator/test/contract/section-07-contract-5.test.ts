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
  it('nests options of $expand', async () => {
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
