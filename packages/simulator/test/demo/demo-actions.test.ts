import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { demoRules } from '../../src/demo/demo-rules.js';
import { Random } from '../../src/generate/random.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import type { RawAnswer } from '../support/raw-request.js';

let simulator: Simulator;
let caller: Caller;
beforeEach(async () => {
  simulator = await startSimulator();
  caller = await signedIn(simulator);
});
afterEach(() => simulator.close());

type Wire = Record<string, unknown>;
const valueOf = (record: unknown, name: string): unknown =>
  (record as Record<string, { value?: unknown } | undefined>)[name]?.value;
const rowsOf = (record: unknown, name: string): Wire[] => (record as Record<string, Wire[]>)[name] ?? [];
const cents = (amount: number): number => Math.round(amount * 100) / 100;

async function read(path: string): Promise<Wire> {
  const { status, json, text } = await caller.get(path);
  if (status !== 200) throw new Error(`${path}: ${String(status)} ${text}`);
  return json as Wire;
}

async function write(path: string, body: Wire): Promise<Wire> {
  const { status, json, text } = await caller.put(path, body);
  if (status !== 200) throw new Error(`${path}: ${String(status)} ${text}`);
  return json as Wire;
}

/** Runs an action to its end; a refusal is the answer. */
async function invoke(path: string, entity: Wire, parameters: Wire = {}): Promise<RawAnswer> {
  const started = await caller.post(path, { entity: wired(entity), parameters: wired(parameters) });
  if (started.status !== 202) return started;
  for (let polls = 0; polls < 5; polls += 1) {
    const answer = await caller.send('GET', started.headers.location ?? '');
    if (answer.status !== 202) return answer;
  }
  throw new Error(`${path} was never finished`);
}

const balanceOf = async (customer: string): Promise<number> => {
  const record = await read(`Customer/${customer}?$custom=CustomerBalance.Balance`);
  const { custom } = record as { custom: { CustomerBalance: { Balance: { value: number } } } };
  return custom.CustomerBalance.Balance.value;
};

const newOrder = (lines: Wire[]): Promise<Wire> =>
  write('SalesOrder?$expand=Details,Totals', { ...wired({ CustomerID: 'ABARTENDE' }), Details: lines.map(wired) });

describe('an order of the demo company', () => {
  test('goes from two warehouses to the customer, is billed, paid and refunded, and all numbers follow', async () => {
    const owed = await balanceOf('ABARTENDE');
    const order = await newOrder([
      { InventoryID: 'GLPINT16', OrderQty: 10, UnitPrice: 2, WarehouseID: 'MAIN' },
      { InventoryID: 'GLSHOT2', OrderQty: 5, UnitPrice: 1.5, DiscountPercent: 10, WarehouseID: 'WEST' },
    ]);
    const key = { OrderType: valueOf(order, 'OrderType'), OrderNbr: valueOf(order, 'OrderNbr') };
    expect(rowsOf(order, 'Details').map((line) => valueOf(line, 'Amount'))).toEqual([20, 6.75]);
    expect(valueOf(order, 'OrderTotal')).toBe(cents(26.75 + Number(valueOf(order, 'TaxTotal'))));
    expect(valueOf(order, 'Status')).toBe('Open');

    expect((await invoke('SalesOrder/SalesOrderCreateShipment', key, { WarehouseID: 'MAIN' })).status).toBe(204);
    const path = `SalesOrder/SO/${String(key.OrderNbr)}?$expand=Shipments,Details`;
    const shipping = await read(path);
    expect([valueOf(shipping, 'Status'), rowsOf(shipping, 'Shipments').length]).toEqual(['Shipping', 1]);
    const shipment = { ShipmentNbr: valueOf(rowsOf(shipping, 'Shipments')[0], 'ShipmentNbr') };
    expect((await invoke('Shipment/ConfirmShipment', shipment)).status).toBe(204);
    expect(valueOf(await read(path), 'Status')).toBe('Back Order');
    expect((await invoke('Shipment/PrepareInvoice', shipment)).status).toBe(204);
    const billed = await read(path);
    expect(
      rowsOf(billed, 'Details').map((line) => [valueOf(line, 'OpenQty'), valueOf(line, 'UnbilledAmount')]),
    ).toEqual([
      [0, 0],
      [5, 6.75],
    ]);

    const reference = String(valueOf(rowsOf(billed, 'Shipments')[0], 'InvoiceNbr'));
    const invoice = { Type: 'Invoice', ReferenceNbr: reference };
    expect(await balanceOf('ABARTENDE')).toBe(owed);
    expect((await invoke('SalesInvoice/ReleaseSalesInvoice', invoice)).status).toBe(204);
    const amount = Number(valueOf(await read(`Invoice/Invoice/${reference}`), 'Amount'));
    expect(await balanceOf('ABARTENDE')).toBe(cents(owed + amount));

    const payment = await write('Payment', {
      ...wired({ CustomerID: 'ABARTENDE', PaymentAmount: amount }),
      DocumentsToApply: [wired({ ReferenceNbr: reference, AmountPaid: amount })],
    });
    const paid = { Type: 'Payment', ReferenceNbr: valueOf(payment, 'ReferenceNbr') };
    expect((await invoke('Payment/ReleasePayment', paid)).status).toBe(204);
    for (const form of ['Invoice', 'SalesInvoice']) {
      const closed = await read(`${form}/Invoice/${reference}`);
      expect([form, valueOf(closed, 'Status'), valueOf(closed, 'Balance')]).toEqual([form, 'Closed', 0]);
    }
    expect(await balanceOf('ABARTENDE')).toBe(owed);

    expect((await invoke('Payment/VoidPayment', paid)).status).toBe(204);
    expect(valueOf(await read(`Invoice/Invoice/${reference}`), 'Status')).toBe('Open');
    expect(await balanceOf('ABARTENDE')).toBe(cents(owed + amount));
  });

  test('is held, released and cancelled, and cannot be changed afterwards', async () => {
    const order = await newOrder([{ InventoryID: 'GLPINT16', OrderQty: 1 }]);
    const key = { OrderType: 'SO', OrderNbr: valueOf(order, 'OrderNbr') };
    const path = `SalesOrder/SO/${String(key.OrderNbr)}`;
    const held = await write('SalesOrder', wired({ ...key, Hold: true }));
    expect(valueOf(held, 'Status')).toBe('On Hold');
    expect((await invoke('SalesOrder/ReleaseFromHold', key)).status).toBe(204);
    const released = await read(path);
    expect([valueOf(released, 'Status'), valueOf(released, 'Hold')]).toEqual(['Open', false]);
    expect((await invoke('SalesOrder/CancelSalesOrder', key)).status).toBe(204);
    expect((await caller.put('SalesOrder', wired({ ...key, Description: 'late' }))).status).toBe(422);
    expect((await invoke('SalesOrder/SalesOrderCreateShipment', key)).status).toBe(500);
  });

  test('without lines of a warehouse cannot be shipped from it', async () => {
    const order = await newOrder([{ InventoryID: 'GLPINT16', OrderQty: 1, WarehouseID: 'MAIN' }]);
    const answer = await invoke(
      'SalesOrder/SalesOrderCreateShipment',
      { OrderType: 'SO', OrderNbr: valueOf(order, 'OrderNbr') },
      { WarehouseID: 'WEST' },
    );
    expect([answer.status, answer.text.includes('nothing to ship from warehouse WEST')]).toEqual([500, true]);
  });
});

describe('forms of the demo company', () => {
  test.each<[string, Wire, string, RegExp]>([
    ['Customer', { CustomerID: 'NEW1' }, 'CustomerName', /'Customer Name' cannot be empty/],
    [
      'Customer',
      { CustomerID: 'NEW1', CustomerName: 'New', CustomerClass: 'NOPE' },
      'CustomerClass',
      /cannot be found/,
    ],
    ['Customer', { CustomerID: 'NEW1', CustomerName: 'New', Status: 'Asleep' }, 'Status', /Asleep/],
    ['SalesOrder', { CustomerID: 'NOBODY' }, 'CustomerID', /cannot be found/],
    ['SalesOrder', {}, 'CustomerID', /'Customer' cannot be empty/],
    ['Contact', { FirstName: 'Only' }, 'LastName', /'Last Name' cannot be empty/],
    ['Case', { ClassID: 'SUPPORT' }, 'Subject', /'Subject' cannot be empty/],
    ['Payment', { CustomerID: 'ABARTENDE', PaymentAmount: -1 }, 'PaymentAmount', /cannot be negative/],
  ])('%s refuses %j with 422, beside %s', async (entity, body, field, message) => {
    const { status, json } = await caller.put(entity, wired(body));
    expect(status).toBe(422);
    expect((json as Record<string, { error?: string }>)[field]?.error).toMatch(message);
  });

  test('refuse a bad line beside its field', async () => {
    const body = { ...wired({ CustomerID: 'ABARTENDE' }), Details: [wired({ InventoryID: 'NOPE', OrderQty: 1 })] };
    const { status, json } = await caller.put('SalesOrder?$expand=Details', body);
    expect(status).toBe(422);
    expect(rowsOf(json, 'Details')[0]).toMatchObject({
      InventoryID: { value: 'NOPE', error: expect.stringContaining('cannot be found') as string },
    });
  });

  test.each([
    'Customer/ABARTENDE',
    'StockItem/GLPINT16',
    'Warehouse/MAIN',
    'ItemClass/GLASSWARE',
    'CustomerClass/LOCAL',
  ])('refuse to delete %s, which others need', async (path) => {
    expect((await caller.send('DELETE', `/entity/Default/24.200.001/${path}`)).status).toBeGreaterThanOrEqual(400);
    expect((await caller.get(path)).status).toBe(200);
  });

  test('make a person of a customer, who is in both forms, and follow the person', async () => {
    const answer = await invoke(
      'Customer/CreateContactFromCustomer',
      { CustomerID: 'ABARTENDE' },
      { LastName: 'Novak', Email: 'n@example.com' },
    );
    expect(answer.status).toBe(204);
    const filter = encodeURIComponent("LastName eq 'Novak'");
    const [contact] = (await caller.get(`Contact?$filter=${filter}`)).json as Wire[];
    expect(valueOf(contact, 'BusinessAccount')).toBe('ABARTENDE');
    await write('Contact', wired({ ContactID: valueOf(contact, 'ContactID'), Email: 'novak@example.com' }));
    const customer = await read('Customer/ABARTENDE?$expand=Contacts,Contacts/Contact');
    const person = rowsOf(customer, 'Contacts').find(
      (row) => valueOf(row, 'ContactID') === valueOf(contact, 'ContactID'),
    );
    expect(valueOf(person?.['Contact'], 'Email')).toBe('novak@example.com');
  });

  test('close and release a case', async () => {
    const opened = await write('Case', wired({ Subject: 'Broken', BusinessAccount: 'ABARTENDE' }));
    expect([valueOf(opened, 'Status'), valueOf(opened, 'BusinessAccountName')]).toEqual(['New', 'A Bar & Tender']);
    const key = { CaseID: valueOf(opened, 'CaseID') };
    const dialog = { custom: { FilterPreview: { Reason: { type: 'CustomStringField', value: 'Abandoned' } } } };
    expect((await invoke('Case/Close', key, dialog)).status).toBe(204);
    expect((await invoke('Case/ReleaseCase', key)).status).toBe(204);
    const released = await read(`Case/${String(key.CaseID)}`);
    expect([valueOf(released, 'Status'), valueOf(released, 'Reason')]).toEqual(['Released', 'Abandoned']);
    expect((await caller.put('Case', wired({ ...key, Subject: 'Again' }))).status).toBe(422);
  });

  test('take any action on any record in any order, and the books stay right', async () => {
    const random = new Random(3, 'actions');
    const entities = [...demoRules].filter(([, { actions }]) => Object.keys(actions).length > 0);
    for (let step = 0; step < 200; step += 1) {
      const [entity, { actions }] = entities[random.int(0, entities.length - 1)] ?? ['', { actions: {} }];
      const names = Object.keys(actions);
      const ids = simulator.store.all(entity).map((record) => record['id']);
      const answer = await invoke(`${entity}/${names[random.int(0, names.length - 1)] ?? ''}`, {
        id: ids[random.int(0, ids.length - 1)],
      });
      if (![204, 422, 500].includes(answer.status) || answer.text.includes('NullReference'))
        throw new Error(`${entity}: ${String(answer.status)} ${answer.text}`);
    }
    await checkBooks();
  });
});

async function checkBooks(): Promise<void> {
  const invoices = (await caller.get('Invoice?$expand=ApplicationsDefault')).json as Wire[];
  for (const invoice of invoices) {
    const paid = rowsOf(invoice, 'ApplicationsDefault').reduce(
      (sum, row) => sum + Number(valueOf(row, 'AmountPaid')),
      0,
    );
    expect(valueOf(invoice, 'Balance')).toBe(cents(Number(valueOf(invoice, 'Amount')) - paid));
  }
  const orders = (await caller.get('SalesOrder?$expand=Details,TaxDetails')).json as Wire[];
  for (const order of orders) {
    const lines = rowsOf(order, 'Details').reduce((sum, line) => sum + Number(valueOf(line, 'Amount')), 0);
    expect(valueOf(order, 'OrderTotal')).toBe(cents(lines + Number(valueOf(order, 'TaxTotal'))));
  }
  const payments = (await caller.get('Payment')).json as Wire[];
  for (const customer of (await caller.get('Customer')).json as Wire[]) {
    const id = valueOf(customer, 'CustomerID');
    const open = invoices.filter(
      (invoice) => valueOf(invoice, 'Customer') === id && valueOf(invoice, 'Status') === 'Open',
    );
    const credit = payments.filter(
      (payment) => valueOf(payment, 'CustomerID') === id && valueOf(payment, 'Status') === 'Open',
    );
    const sum = (records: Wire[], field: string): number =>
      records.reduce((total, record) => total + Number(valueOf(record, field)), 0);
    expect([id, await balanceOf(String(id))]).toEqual([
      id,
      cents(sum(open, 'Balance') - sum(credit, 'AvailableBalance')),
    ]);
  }
}
