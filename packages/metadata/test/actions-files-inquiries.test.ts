import { AcumaticaNotFoundError, AcumaticaQueryError } from '@acurecord/errors';
import { defineEntity, setDefaultClient } from '@acurecord/metadata';
import type { DetailCollection, Entity } from '@acurecord/metadata';
import { Customer, SalesOrder } from './demo-entities.js';
import { simulated } from './simulated.js';
import type { Simulated } from './simulated.js';

let erp: Simulated;

beforeAll(async () => {
  erp = await simulated();
  setDefaultClient(erp.client);
});

afterAll(async () => {
  setDefaultClient(undefined);
  await erp.close();
});

beforeEach(() => erp.sent());

const anOrder = (): Promise<SalesOrder> =>
  SalesOrder.create({ OrderType: 'SO', CustomerID: 'ABARTENDE', Details: [{ InventoryID: 'BTBLENDER', OrderQty: 1 }] });

describe('an action', () => {
  it('resolves when the ERP has finished, and reloads where asked', async () => {
    const order = await anOrder();
    erp.sent();
    await order.invoke(
      'SalesOrderCreateShipment',
      { WarehouseID: 'MAIN', ShipmentDate: new Date('2026-06-01T00:00:00Z') },
      { pollMs: 1, reload: true },
    );
    const post = erp.sim
      .requests()
      .find(({ method, path }) => method === 'POST' && path.endsWith('SalesOrderCreateShipment'));
    expect(post?.body).toEqual({
      entity: { id: order.id },
      parameters: { WarehouseID: { value: 'MAIN' }, ShipmentDate: { value: '2026-06-01T00:00:00+00:00' } },
    });
    expect(erp.sent().at(-1)).toMatch(/^GET SalesOrder\/.*\?\$expand=Details$/);
  });

  it('refuses parameters that it does not have, before anything is sent', async () => {
    const order = await anOrder();
    erp.sent();
    await expect(order.invoke('SalesOrderCreateShipment', { Warehouse: 'MAIN' })).rejects.toThrow(
      'The action SalesOrderCreateShipment has no parameter "Warehouse". Did you mean WarehouseID?',
    );
    await expect(new SalesOrder({ CustomerID: 'X' }).invoke('CancelSalesOrder')).rejects.toThrow(
      'save this SalesOrder first',
    );
    expect(erp.sent()).toEqual([]);
  });

  it('sends unsaved changes only where asked', async () => {
    const order = await anOrder();
    order.Description = 'Unsaved';
    await order.invoke('AutoRecalculateDiscounts', {}, { pollMs: 1 });
    await order.invoke('AutoRecalculateDiscounts', {}, { pollMs: 1, sendChanges: true });
    const bodies = erp.sim
      .requests()
      .filter(({ path }) => path.endsWith('/AutoRecalculateDiscounts'))
      .map(({ body }) => body);
    expect(bodies).toEqual([
      { entity: { id: order.id }, parameters: {} },
      { entity: { id: order.id, Description: { value: 'Unsaved' } }, parameters: {} },
    ]);
  });

  it('takes changes along once: a later save does not double the rows', async () => {
    const order = await anOrder();
    const added = order.Details.add({ InventoryID: 'BTBLENDER', OrderQty: 2 });
    const invoked = order.invoke('AutoRecalculateDiscounts', {}, { pollMs: 1, sendChanges: true });
    await new Promise(setImmediate);
    added.OrderQty = 5;
    await invoked;
    expect([order.Details.length, typeof added.id, order.changes]).toEqual([
      2,
      'string',
      { Details: [{ id: added.id, OrderQty: 5 }] },
    ]);
    await order.save();
    const again = await SalesOrder.find(String(order.id), { expand: ['Details'] });
    expect(again.Details.map(({ OrderQty }) => OrderQty)).toEqual([1, 5]);
  });

  it('is a method of a class made at run time', async () => {
    const order = await anOrder();
    const Dynamic = defineEntity(erp.client.schema, 'SalesOrder');
    const same = await Dynamic.find(String(order.id));
    await (same.cancelSalesOrder as (parameters?: object, options?: object) => Promise<void>)({}, { pollMs: 1 });
    expect(erp.sent().filter((line) => line.startsWith('POST'))).toEqual(['POST SalesOrder/CancelSalesOrder']);
  });

  it('of an unknown name is the error of the server', async () => {
    const order = await anOrder();
    await expect(order.invoke('NoSuchAction')).rejects.toThrow(AcumaticaNotFoundError);
    const error: unknown = await order.invoke('SalesOrderCreateShipmnt').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AcumaticaNotFoundError);
    expect(error).toMatchObject({
      status: 404,
      suggestions: [expect.stringContaining('Write SalesOrderCreateShipment ')],
    });
    expect(String(error)).toMatch(/Did you mean SalesOrderCreateShipment\?$/);
  });

  it('is not called on a record that is named by half of its keys', async () => {
    await expect(new SalesOrder({ OrderType: 'SO' }).invoke('OpenSalesOrder')).rejects.toThrow(
      'OpenSalesOrder needs a record that the server has',
    );
    expect(erp.sent()).toEqual([]);
    const { OrderType, OrderNbr } = await anOrder();
    await new SalesOrder({ OrderType, OrderNbr }).invoke('CancelSalesOrder', {}, { pollMs: 1 });
  });
});

describe('files', () => {
  const read = async (stream: AsyncIterable<Buffer>): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  it('are attached, listed and read again', async () => {
    const customer = await Customer.find('ABARTENDE');
    await customer.attach('Preis & Größe #1.txt', 'Zwölf', { comment: 'Offer' });
    const files = await customer.files();
    expect(files).toEqual([
      expect.objectContaining({ name: 'Preis & Größe #1.txt', id: expect.any(String) as string }),
    ]);
    expect(await read(await customer.download('Preis & Größe #1.txt'))).toBe('Zwölf');
    expect(await read(await customer.download(files[0] ?? ''))).toBe('Zwölf');
    await expect(customer.download('none.txt')).rejects.toThrow('the record has Preis & Größe #1.txt');
    await expect(customer.attach(' ', 'x')).rejects.toThrow(AcumaticaQueryError);
  });

  it('belong to detail rows too', async () => {
    const order = await anOrder();
    const line = order.Details.at(0);
    await line?.attach('line.txt', new TextEncoder().encode('row'));
    expect((await line?.files())?.map(({ name }) => name)).toEqual(['line.txt']);
    expect(await order.files()).toEqual([]);
    expect(await read((await line?.download('line.txt')) ?? (await order.download('line.txt')))).toBe('row');
  });

  it('that were read with their records are answered without a request, until one is attached', async () => {
    await (await Customer.find('ABARTENDE')).attach('offer.txt', 'x');
    const reads = (): number => erp.sim.requests().filter(({ method }) => method === 'GET').length;
    const before = reads();
    const customers = await Customer.query().expand('files').toArray();
    const names = await Promise.all(
      customers.map(async (customer) => (await customer.files()).map(({ name }) => name)),
    );
    expect(reads() - before).toBe(1);
    const place = customers.findIndex(({ CustomerID }) => CustomerID?.trim() === 'ABARTENDE');
    expect(names[place]).toContain('offer.txt');
    await customers[place]?.attach('answer.txt', 'y');
    expect((await customers[place]?.files())?.map(({ name }) => name)).toContain('answer.txt');
    expect(reads() - before).toBe(2);
    await customers[place]?.reload({ expand: ['files'] });
    await customers[place]?.files();
    expect(reads() - before).toBe(3);
  });

  it('are attached by keys where the server gives no link', async () => {
    const customer = new Customer({ CustomerID: 'ABARTENDE' });
    await customer.attach('keyed.txt', 'x');
    expect((await (await Customer.find('ABARTENDE')).files()).map(({ name }) => name)).toContain('keyed.txt');
    await expect(new Customer({ CustomerName: 'X' }).attach('a.txt', 'x')).rejects.toThrow('no id yet');
  });
});

interface Summary extends Entity {
  InventoryID: string | null;
  Results: DetailCollection;
}

describe('an inquiry of the contract', () => {
  it('gives all its rows for its parameters', async () => {
    const Inquiry = defineEntity<Summary>(erp.client.schema, 'InventorySummaryInquiry');
    const answer = await Inquiry.run({ InventoryID: 'BTBLENDER' });
    expect(answer.Results.length).toBeGreaterThan(0);
    expect(answer.Results.at(0)?.isDirty).toBe(false);
    expect(erp.sim.requests().at(-1)).toMatchObject({
      method: 'PUT',
      query: { $expand: 'Results' },
      body: { InventoryID: { value: 'BTBLENDER' } },
    });
  });

  it('says how it is read when somebody lists it', async () => {
    const Inquiry = defineEntity<Summary>(erp.client.schema, 'InventorySummaryInquiry');
    await expect(Inquiry.all()).rejects.toThrow('InventorySummaryInquiry.run({ … })');
  });
});

describe('custom fields', () => {
  it('are written and come back with the record', async () => {
    const customer = await Customer.find('ABARTENDE', { custom: ['CurrentCustomer.UsrLevel'] });
    customer.setCustom('CurrentCustomer', 'UsrLevel', 'Gold');
    await customer.save();
    expect(customer.custom.CurrentCustomer?.UsrLevel).toBe('Gold');
    expect(customer.isDirty).toBe(false);
    const again = await Customer.find('ABARTENDE', { custom: ['CurrentCustomer.UsrLevel'] });
    expect(again.custom).toEqual({ CurrentCustomer: { UsrLevel: 'Gold' } });
  });
});
