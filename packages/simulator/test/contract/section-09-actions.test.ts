import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import type { RawAnswer } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

/** What stands for a record that cannot be told. */
const nobody = '00000000-0000-0000-0000-000000000000';

let simulator: Simulator;
let caller: Caller;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator(options);
  caller = await signedIn(simulator);
};
afterEach(() => simulator.close());

const invoke = (action: string, entity: Record<string, unknown>, parameters?: unknown): Promise<RawAnswer> =>
  caller.post(action, { entity: wired(entity), ...(parameters === undefined ? {} : { parameters }) });

/** Follows the address of an operation until it has an outcome. */
const outcome = async (started: RawAnswer): Promise<RawAnswer> => {
  expect(started.status).toBe(202);
  for (let polls = 0; polls < 20; polls += 1) {
    const answer = await caller.send('GET', started.headers.location ?? '');
    if (answer.status !== 202) return answer;
  }
  throw new Error('The operation does not end.');
};

const newOrder = async (hold: boolean): Promise<{ OrderType: string; OrderNbr: string }> => {
  const { json } = await caller.put('SalesOrder', {
    ...wired({ CustomerID: 'ABARTENDE', Hold: hold }),
    Details: [wired({ InventoryID: 'BTBLENDER', OrderQty: 3, UnitPrice: 10 })],
  });
  const { OrderNbr } = json as { OrderNbr: { value: string } };
  return { OrderType: 'SO', OrderNbr: OrderNbr.value };
};
const status = ({ OrderType, OrderNbr }: { OrderType: string; OrderNbr: string }): unknown =>
  simulator.store.find('SalesOrder', OrderType, OrderNbr)?.['Status'];

describe('§9 actions', () => {
  it('that are done at once answer 204 with the address of the record, by its id', async () => {
    await start();
    const order = await newOrder(true);
    const answer = await invoke('SalesOrder/OpenSalesOrder', order);
    const id = simulator.store.find('SalesOrder', 'SO', order.OrderNbr)?.id ?? '';
    expect([answer.status, answer.text, answer.headers.location]).toEqual([
      204,
      '',
      `${endpointPath}/SalesOrder/${id}`,
    ]);
    expect(status(order)).toBe('Open');
  });

  it('may leave Location out on 204, and make it absolute', async () => {
    await start({ assume: { locationOn204: false } });
    expect((await invoke('SalesOrder/OpenSalesOrder', await newOrder(true))).headers).not.toHaveProperty('location');
  });

  it('that take their time answer 202 with an address of seven parts, which answers 202 until it answers 204', async () => {
    await start({ actions: { SalesOrderCreateShipment: { polls: 2 } } });
    const order = await newOrder(false);
    const started = await invoke('SalesOrder/SalesOrderCreateShipment', order, wired({ WarehouseID: 'MAIN' }));
    const location = started.headers.location ?? '';
    expect(location.split('/')).toHaveLength(8);
    expect(location).toMatch(/\/SalesOrder\/SalesOrderCreateShipment\/status\/[0-9a-f-]{36}$/);
    const polls = [];
    for (let count = 0; count < 4; count += 1) polls.push((await caller.send('GET', location)).status);
    expect(polls).toEqual([202, 202, 204, 204]);
    expect(simulator.operations()[0]).toMatchObject({ action: 'SalesOrderCreateShipment', state: 'done' });
  });

  it('finish by time though nobody asks', async () => {
    await start({ actions: { SalesOrderCreateShipment: { polls: Infinity, durationMs: 60_000 } } });
    const started = await invoke('SalesOrder/SalesOrderCreateShipment', await newOrder(false));
    expect((await caller.send('GET', started.headers.location ?? '')).status).toBe(202);
    simulator.advance(60_000);
    expect((await caller.send('GET', started.headers.location ?? '')).status).toBe(204);
  });

  it('are told of to the session that started them only: for others they are no operation, and done', async () => {
    await start();
    const started = await invoke('SalesOrder/SalesOrderCreateShipment', await newOrder(false));
    const other = await signedIn(simulator);
    const { status: told, headers } = await other.send('GET', started.headers.location ?? '');
    expect([told, headers.location]).toEqual([204, `${endpointPath}/SalesOrder/${nobody}`]);
    expect(simulator.operations()[0]?.state).toBe('running');
  });

  it('fail in the middle with a 500 and their message, and change nothing', async () => {
    await start({ actions: { SalesOrderCreateShipment: { failWith: 'No stock.' } } });
    const order = await newOrder(false);
    const failed = await outcome(await invoke('SalesOrder/SalesOrderCreateShipment', order));
    expect(failed.status).toBe(500);
    expect(failed.json).toMatchObject({ exceptionMessage: 'No stock.' });
    expect(status(order)).toBe('Open');
  });

  it('carry an order from hold to the invoice', async () => {
    await start();
    const order = await newOrder(true);
    await invoke('SalesOrder/OpenSalesOrder', order);
    expect(
      (await outcome(await invoke('SalesOrder/SalesOrderCreateShipment', order, wired({ WarehouseID: 'MAIN' }))))
        .status,
    ).toBe(204);
    const { Shipments } = simulator.store.find('SalesOrder', 'SO', order.OrderNbr) as unknown as {
      Shipments: { ShipmentNbr: string }[];
    };
    const ShipmentNbr = Shipments[0]?.ShipmentNbr ?? '';
    expect((await outcome(await invoke('Shipment/ConfirmShipment', { ShipmentNbr }))).status).toBe(204);
    expect((await outcome(await invoke('Shipment/PrepareInvoice', { ShipmentNbr }))).status).toBe(204);
    expect(status(order)).toBe('Completed');
  });

  it('are found whatever the contract says of them, if the form has them', async () => {
    await start();
    const [first] = simulator.store.all('Case').filter((one) => one['Status'] === 'Open' || one['Status'] === 'New');
    const answer = await invoke('Case/Close', { CaseID: first?.['CaseID'] });
    expect([202, 204]).toContain(answer.status);
    expect((await invoke('Case/FlyToTheMoon', { CaseID: first?.['CaseID'] })).status).toBe(404);
  });

  it('that are greyed out in the status of the record are refused', async () => {
    await start();
    const refused = await invoke('SalesOrder/OpenSalesOrder', await newOrder(false));
    expect(refused.status).toBe(500);
    expect(refused.text).toContain('button is disabled');
  });

  it('answer 400 without a body and to parameters of the wrong type', async () => {
    await start();
    expect((await caller.post('SalesOrder/OpenSalesOrder', undefined)).status).toBe(400);
    const order = await newOrder(false);
    const wrong = await invoke('SalesOrder/SalesOrderCreateShipment', order, wired({ ShipmentDate: 'soon' }));
    expect(wrong.status).toBe(400);
  });

  it('answer 500 when the record they name does not exist', async () => {
    await start();
    const answer = await invoke('SalesOrder/OpenSalesOrder', { OrderType: 'SO', OrderNbr: 'NOPE' });
    expect(answer.text).toContain('No entity satisfies the condition.');
  });

  it('keep the form of their session busy: 409 since 25R2', async () => {
    await start({ release: '25R2' });
    await invoke('SalesOrder/SalesOrderCreateShipment', await newOrder(false));
    expect((await caller.get('SalesOrder?$top=1')).status).toBe(409);
    expect((await caller.get('Customer?$top=1')).status).toBe(200);
    const other = await signedIn(simulator);
    expect((await other.get('SalesOrder?$top=1')).status).toBe(200);
  });
});

describe('§9 actions that open something', () => {
  it.each([
    ['form', 'PX.Data.PXRedirectRequiredException'],
    ['report', 'PX.Data.PXReportRequiredException'],
    ['file', 'PX.Data.PXRedirectToFileException'],
    ['url', 'PX.Data.PXRedirectToUrlException'],
  ] as const)('a %s end in an error and do nothing', async (opens, exceptionType) => {
    await start({ actions: { OpenSalesOrder: { opens } } });
    const order = await newOrder(true);
    const answer = await invoke('SalesOrder/OpenSalesOrder', order);
    expect([answer.status, answer.json]).toEqual([500, expect.objectContaining({ exceptionType })]);
    expect(status(order)).toBe('On Hold');
  });
});

describe('§9 actions the contract does not name', () => {
  it('exist when an option says that the form has them', async () => {
    await start({ actions: { 'SalesOrder/PrintQuote': { long: false } } });
    const order = await newOrder(true);
    expect((await invoke('SalesOrder/PrintQuote', order)).status).toBe(204);
    expect((await invoke('SalesOrder/printquote', order)).status).toBe(204);
    expect((await invoke('Customer/PrintQuote', { CustomerID: 'ABARTENDE' })).status).toBe(404);
  });
});

describe('§9 processing forms', () => {
  it('take the record a PUT gave back, in the same session', async () => {
    await start();
    const { json } = await caller.put('EmailProcessing', wired({ Type: 'Outgoing' }));
    for (const action of ['ProcessEmailProcessing', 'ProcessAllEmailProcessing']) {
      const started = await caller.post(`EmailProcessing/${action}`, { entity: json });
      expect((await outcome(started)).status).toBe(204);
    }
  });
});
