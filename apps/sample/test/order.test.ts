import type { ActionProgress, ConflictProblem, OrderDocument, Problem, RefusedProblem } from '../contract/index.js';
import { SalesOrder } from '../src/models/sales-order.js';
import { useDesk } from './support/use-desk.js';

const { opened, get, post, put } = useDesk();

/** The first open order, as its page has it. */
async function openOrder(status = 'Open'): Promise<{ url: string; order: OrderDocument }> {
  const found = await opened.desk.client.run(() => SalesOrder.open().where({ Status: status }).firstOrThrow());
  const url = `/api/orders/${found.OrderType}/${found.OrderNbr}`;
  return { url, order: (await get<OrderDocument>(url)).body };
}

const base = (order: OrderDocument) => ({ lastModified: order.header.lastModified });
const writes = () => opened.simulator.requests().filter(({ method }) => method === 'PUT');

it('shows an order whole', async () => {
  const { order } = await openOrder();
  expect(order.header).toMatchObject({ status: 'Open', hold: false, currency: 'USD' });
  expect(order.header.lastModified).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  expect(order.lines.length).toBeGreaterThan(0);
  expect(order.lines[0]).toMatchObject({ lineNbr: 1, quantity: expect.any(Number) as number });
  expect(order.lines[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
  const enabled = order.actions.filter((action) => action.enabled).map(({ name }) => name);
  expect(enabled).toEqual(['hold', 'ship', 'cancel']);
  expect(order.editable).toBe(true);
});

it('says that an order is not there', async () => {
  const { status, body } = await get<Problem>('/api/orders/SO/999999');
  expect(status).toBe(404);
  expect(body).toMatchObject({ type: '/problems/not-found', status: 404 });
});

it('shows exactly what saving would send, and sends nothing', async () => {
  const { url, order } = await openOrder();
  const [line] = order.lines;
  const before = writes().length;
  const { body } = await post(`${url}/preview`, {
    base: base(order),
    header: { description: 'Rush' },
    lines: { change: [{ id: line?.id, quantity: 7 }], add: [{ inventoryId: 'BTBLENDER', quantity: 2 }] },
  });
  expect(body).toEqual({
    empty: false,
    method: 'PUT',
    path: '/entity/Default/24.200.001/SalesOrder',
    payload: {
      id: order.id,
      Description: { value: 'Rush' },
      Details: [
        { id: line?.id, OrderQty: { value: 7 } },
        { InventoryID: { value: 'BTBLENDER' }, OrderQty: { value: 2 } },
      ],
    },
  });
  expect(writes()).toHaveLength(before);
});

it('finds nothing to send where nothing changed', async () => {
  const { url, order } = await openOrder();
  const edit = { base: base(order), header: { description: order.header.description, hold: false }, note: order.note };
  expect((await post(`${url}/preview`, edit)).body).toMatchObject({ empty: true });
  const before = writes().length;
  expect((await put(url, edit)).status).toBe(200);
  expect(writes()).toHaveLength(before);
});

it('saves head, note and lines in one request', async () => {
  const { url, order } = await openOrder();
  const [line] = order.lines;
  const before = writes().length;
  const { status, body } = await put<OrderDocument>(url, {
    base: base(order),
    header: { description: 'Rush', requestedOn: '2030-01-31' },
    note: 'Call before noon.',
    lines: {
      change: [{ id: line?.id, quantity: 7, discountPercent: 5 }],
      add: [{ inventoryId: 'BTBLENDER', quantity: 2, warehouse: 'MAIN' }],
    },
  });
  expect(status).toBe(200);
  expect(writes()).toHaveLength(before + 1);
  expect(body.header).toMatchObject({ description: 'Rush', requestedOn: '2030-01-31', late: false });
  expect(body.note).toBe('Call before noon.');
  expect(body.lines).toHaveLength(order.lines.length + 1);
  expect(body.lines[0]).toMatchObject({ quantity: 7, discountPercent: 5 });
  expect(body.header.total).not.toBe(order.header.total);
  const gone = await put<OrderDocument>(url, { base: base(body), lines: { remove: [body.lines.at(-1)?.id] } });
  expect(gone.body.lines).toHaveLength(order.lines.length);
  expect((await get<OrderDocument>(url)).body.lines.map(({ id }) => id)).toEqual(order.lines.map(({ id }) => id));
});

describe('a value that is wrong', () => {
  it('is told at its place before anything is sent', async () => {
    const { url, order } = await openOrder();
    const [line] = order.lines;
    const before = writes().length;
    const { status, body } = await put<RefusedProblem>(url, {
      base: base(order),
      header: { customerId: '', description: 'x'.repeat(300) },
      lines: { change: [{ id: line?.id, quantity: -1 }], add: [{ inventoryId: 'BTBLENDER', quantity: 0 }] },
    });
    expect(status).toBe(422);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { path: 'header.customerId', message: 'CustomerID must not be empty' },
        { path: 'header.description', message: 'Description must not be longer than 256 characters' },
        { path: `lines.${line?.id}.quantity`, message: 'Quantity must be more than 0' },
        { path: 'lines.add.0.quantity', message: 'Quantity must be more than 0' },
      ]),
    );
    expect(writes()).toHaveLength(before);
  });

  it('is told at its place when the ERP refuses it', async () => {
    const { url, order } = await openOrder();
    const last = order.lines.at(-1);
    const { status, body } = await put<RefusedProblem>(url, {
      base: base(order),
      header: { customerId: 'NOPE' },
      lines: { change: [{ id: last?.id, warehouse: 'MOON' }], add: [{ inventoryId: 'NOTHING', quantity: 1 }] },
    });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['header.customerId', `lines.${last?.id}.warehouse`, 'lines.add.0.inventoryId']),
    );
    expect((await get<OrderDocument>(url)).body).toEqual(order);
  });

  it('is told at its place when it is no day, or a line is gone', async () => {
    const { url, order } = await openOrder();
    const { status, body } = await put<RefusedProblem>(url, {
      base: base(order),
      header: { requestedOn: '2030-02-30' },
      lines: { change: [{ id: 'gone', quantity: 2 }], remove: ['gone too'] },
      overwrite: true,
    });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(['header.requestedOn', 'lines.gone', 'lines.gone too']);
  });

  it.each<[string, object, string]>([
    ['a member that nobody knows', { base: { lastModified: '' }, header: { status: 'Open' } }, 'header.status'],
    ['a member that nobody knows at the top', { base: { lastModified: '' }, isAdmin: true }, 'isAdmin'],
    ['no base', { header: {} }, 'base'],
    [
      'a text for a number',
      { base: { lastModified: '' }, lines: { add: [{ inventoryId: 'A', quantity: '2' }] } },
      'lines.add.0.quantity',
    ],
  ])('is refused for its form: %s', async (_what, edit, path) => {
    const { url } = await openOrder();
    const { status, body } = await put<Problem>(url, edit);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.path).toBe(path);
  });
});

describe('an order that somebody else has changed', () => {
  async function changedByAnother() {
    const { url, order } = await openOrder();
    const theirs = await put<OrderDocument>(url, { base: base(order), header: { description: 'Theirs' } });
    expect(theirs.status).toBe(200);
    return { url, order, theirs: theirs.body };
  }

  it('is not overwritten: both versions are shown', async () => {
    const { url, order, theirs } = await changedByAnother();
    const edit = {
      base: { ...base(order), header: { description: order.header.description, shipVia: order.header.shipVia } },
      header: { description: 'Mine', shipVia: 'FEDEX' },
    };
    const { status, body } = await put<ConflictProblem>(url, edit);
    expect(status).toBe(409);
    expect(body.yours).toEqual(edit);
    expect(body.theirs).toEqual(theirs);
    expect(body.fields).toEqual([
      { path: 'header.description', base: order.header.description, yours: 'Mine', theirs: 'Theirs', clash: true },
      {
        path: 'header.shipVia',
        base: order.header.shipVia,
        yours: 'FEDEX',
        theirs: order.header.shipVia,
        clash: false,
      },
    ]);
    expect((await get<OrderDocument>(url)).body.header.description).toBe('Theirs');
  });

  it('is overwritten where the visitor says so', async () => {
    const { url, order } = await changedByAnother();
    const { body } = await put<OrderDocument>(url, { base: base(order), header: { shipVia: null }, overwrite: true });
    expect(body.header).toMatchObject({ description: 'Theirs', shipVia: null });
  });

  it('is kept from two visitors who save in the same moment', async () => {
    const { url, order } = await openOrder();
    const save = (description: string) => put(url, { base: base(order), header: { description } });
    const answers = await Promise.all([save('One'), save('Two')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

it('says what to look for when nobody knows whether a save was done', async () => {
  const { url, order } = await openOrder();
  opened.simulator.failNext({ method: 'PUT', path: '/SalesOrder', after: 'commit' });
  const { status, body } = await put<Problem>(url, {
    base: base(order),
    lines: { add: [{ inventoryId: 'BTBLENDER', quantity: 1 }] },
  });
  expect(status).toBe(502);
  expect(body.type).toBe('/problems/ambiguous');
  expect(body.hint).toContain('Open the order anew');
  expect((await get<OrderDocument>(url)).body.lines).toHaveLength(order.lines.length + 1);
});

describe('an action', () => {
  const act = async (url: string, action: string) => {
    const answer = await post(`${url}/actions/${action}`);
    const lines = answer.status === 200 ? answer.text.trim().split('\n') : [];
    return { ...answer, progress: lines.map((line) => JSON.parse(line) as ActionProgress) };
  };

  it('releases, ships and bills an order, and names what it made', async () => {
    const { url } = await openOrder('On Hold');
    const released = (await act(url, 'release')).progress;
    expect(released[0]).toEqual({ state: 'running', seconds: 0 });
    expect(released.at(-1)).toMatchObject({ state: 'done', order: { header: { status: 'Open', hold: false } } });
    const shipped = (await act(url, 'ship')).progress.at(-1);
    expect(shipped).toMatchObject({
      state: 'done',
      created: { kind: 'Shipment', nbr: expect.stringMatching(/^\d+$/) as string },
    });
    const billed = (await act(url, 'invoice')).progress.at(-1);
    expect(billed).toMatchObject({ state: 'done', created: { kind: 'Invoice' } });
    expect(billed?.state === 'done' && billed.order.shipments[0]?.invoiceNbr).toBeTruthy();
  });

  it('makes one shipment of a double click', async () => {
    const { url } = await openOrder();
    const shipments = () => opened.simulator.store.count('Shipment');
    const before = shipments();
    const answers = await Promise.all([act(url, 'ship'), act(url, 'ship')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ type: '/problems/busy' });
    expect(shipments()).toBe(before + 1);
    expect((await act(url, 'ship')).status).toBe(409);
  });

  it('is refused where the status does not allow it', async () => {
    const { url } = await openOrder('On Hold');
    const { status, body } = await act(url, 'ship');
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: '/problems/impossible', detail: 'Create shipment: The order is On Hold.' });
  });

  it('tells as its last line why it failed', async () => {
    const { url } = await openOrder();
    opened.simulator.failNext({ method: 'POST', path: 'SalesOrderCreateShipment', status: 500 });
    const last = (await act(url, 'ship')).progress.at(-1);
    expect(last).toMatchObject({ state: 'failed', problem: { status: expect.any(Number) as number } });
  });

  it('is refused when nobody knows it', async () => {
    const { url } = await openOrder();
    expect((await act(url, 'constructor')).status).toBe(404);
  });
});
