import {
  AcumaticaConcurrencyError,
  AcumaticaConfigError,
  AcumaticaNotFoundError,
  AcumaticaQueryError,
  AcumaticaValidationError,
} from '@acurecord/errors';
import { Entity, entity, field, runWithClient, setDefaultClient } from '@acurecord/metadata';
import type { EntityGateway } from '@acurecord/metadata';
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

beforeEach(() => {
  erp.sim.reset();
  erp.sent();
});

const lastBody = (): unknown => erp.sim.requests().at(-1)?.body;

describe('a record', () => {
  it('is found by its key, changed, and saved with that change alone', async () => {
    const customer = await Customer.find('ABARTENDE');
    customer.CreditLimit = 12_345;
    await customer.save();
    expect(lastBody()).toEqual({ id: customer.id, CreditLimit: { value: 12_345 } });
    expect(erp.sim.store.find('Customer', 'ABARTENDE')).toMatchObject({ CreditLimit: 12_345 });
    expect(customer.isDirty).toBe(false);
    await customer.save();
    expect(erp.sent()).toEqual(['GET Customer/ABARTENDE', 'PUT Customer']);
  });

  it('is found by keys in order, by named keys and by id', async () => {
    const [first] = erp.sim.store.all('SalesOrder');
    const [type, number] = [String(first?.OrderType), String(first?.OrderNbr)];
    const order = await SalesOrder.find(type, number);
    expect((await SalesOrder.find({ OrderNbr: number, OrderType: type })).id).toBe(order.id);
    expect((await SalesOrder.find(String(order.id))).OrderNbr).toBe(number);
    expect((await SalesOrder.find([type, number], { select: ['OrderTotal'] })).CustomerID).toBeUndefined();
  });

  it.each(['A B', 'A#B', '50%', 'A+B', 'MÜLLER', 'A/B', 'A|B', 'A.B', "O'NEIL", 'A&B', 'A?B', 'A=B'])(
    'is found by the key %s',
    async (key) => {
      erp.sim.store.put('Customer', { CustomerID: key, CustomerName: 'Odd' });
      expect((await Customer.find(key)).CustomerID).toBe(key);
    },
  );

  it('that is not there is an error, or null where that is wanted', async () => {
    await expect(Customer.find('NOBODY')).rejects.toThrow(AcumaticaNotFoundError);
    await expect(Customer.find('NO/BODY')).rejects.toThrow('There is no Customer with CustomerID "NO/BODY".');
    expect(await Customer.findOrNull('NOBODY')).toBeNull();
    expect(await Customer.findOrNull('NO/BODY')).toBeNull();
  });

  it('that is not there is named by the keys that were asked for', async () => {
    const missing = (find: Promise<unknown>): Promise<unknown> => find.catch((error: unknown) => error);
    const id = '13582ef4-ba9a-ee11-8359-0690322d016b';
    expect(await missing(SalesOrder.find('SO', 42))).toMatchObject({
      message: 'There is no SalesOrder with OrderType "SO" and OrderNbr "42".',
      resourceType: 'SalesOrder',
      resourceId: 'SO/42',
      status: 500,
      suggestions: ["Write 42 as the form shows it, with its zeros at the front, such as '000042'."],
    });
    expect(await missing(Customer.find(id))).toMatchObject({ message: `There is no Customer with id "${id}".` });
    expect(await missing(Customer.deleteByKey('NOBODY '))).toMatchObject({
      message: 'There is no Customer with CustomerID "NOBODY ".',
      suggestions: ['Take the blanks off "NOBODY ".'],
    });
  });

  it('is not taken for missing where the endpoint or the entity is', async () => {
    @entity('Custmer', { keys: ['CustomerID'] })
    class Custmer extends Entity {
      @field.string() accessor CustomerID!: string | null;
    }
    for (const attempt of [Custmer.findOrNull('A'), Custmer.query().toArray(), Custmer.findMany(['A', 'B'])])
      await expect(attempt).rejects.toThrow('Did you mean Customer');
    await expect(Customer.findOrNull('ABARTENDE', { apiVersion: '1.200.001' })).rejects.toThrow('404');
    await expect((await Customer.find('ABARTENDE')).invoke('RecalculateX' as never)).rejects.toThrow('404');
    erp.sim.failNext({ status: 404 });
    expect(await Customer.findOrNull('ABARTENDE')).toBeNull();
    await expect(Customer.using({ ...erp.client, schema: undefined }).findOrNull('NOBODY')).resolves.toBeNull();
    erp.sim.failNext({ status: 404 });
    await expect(Customer.using({ ...erp.client, schema: undefined }).findOrNull('A')).rejects.toThrow('404');
  });

  it('is looked for only by keys that can be right', async () => {
    await expect(SalesOrder.find('000123')).rejects.toThrow(
      'SalesOrder is found by 2 keys (OrderType, OrderNbr), but 1 was given.',
    );
    await expect(SalesOrder.find({ OrderType: 'SO' })).rejects.toThrow(
      'The keys of SalesOrder are OrderType, OrderNbr',
    );
    await expect(SalesOrder.find({ OrderTyp: 'SO' } as never)).rejects.toThrow('Did you mean OrderType?');
    await expect(Customer.find('')).rejects.toThrow(AcumaticaQueryError);
    for (const key of [undefined, null, Number.NaN, {}, { CustomerID: undefined }, []])
      await expect(Customer.find(key as never)).rejects.toThrow(AcumaticaQueryError);
    expect(erp.sent()).toEqual([]);
  });

  it('of many is found with few requests, in the order of the keys', async () => {
    const ids = erp.sim.store
      .all('Customer')
      .map(({ CustomerID }) => String(CustomerID))
      .reverse();
    const found = await Customer.findMany([...ids, 'NOBODY']);
    expect(found.map(({ CustomerID }) => CustomerID)).toEqual(ids);
    expect(erp.sent().length).toBeLessThanOrEqual(3);
    const orders = erp.sim.store
      .all('SalesOrder')
      .slice(0, 6)
      .map(({ OrderType, OrderNbr }) => [String(OrderType), String(OrderNbr)]);
    expect((await SalesOrder.findMany(orders)).map(({ OrderNbr }) => OrderNbr)).toEqual(
      orders.map(([, number]) => number),
    );
  });

  it('is inserted once only', async () => {
    const made = await Customer.create({ CustomerID: 'NEWONE', CustomerName: 'New', CustomerClass: 'LOCAL' });
    expect([made.isNew, made.id !== undefined, made.Status]).toEqual([false, true, 'Active']);
    await expect(Customer.create({ CustomerID: 'NEWONE', CustomerName: 'Again' })).rejects.toThrow(
      AcumaticaConcurrencyError,
    );
    const same = await Customer.upsert({ CustomerID: 'NEWONE', CustomerName: 'Once more' });
    expect([same.id, same.CustomerName]).toEqual([made.id, 'Once more']);
  });

  it('that somebody deleted is not made anew by saving it', async () => {
    const customer = await Customer.find('ABARTENDE');
    erp.sim.store.delete('Customer', 'ABARTENDE');
    customer.CreditLimit = 1;
    await expect(customer.save()).rejects.toThrow(AcumaticaConcurrencyError);
    expect([customer.changes, erp.sim.store.find('Customer', 'ABARTENDE')]).toEqual([{ CreditLimit: 1 }, undefined]);
  });

  it('is deleted, by instance and by key', async () => {
    const order = await SalesOrder.create({ OrderType: 'SO', CustomerID: 'ABARTENDE' });
    await order.delete();
    await expect(SalesOrder.find(String(order.id))).rejects.toThrow(AcumaticaNotFoundError);
    erp.sim.store.put('Customer', { CustomerID: 'A/B', CustomerName: 'Odd' });
    await Customer.deleteByKey('A/B');
    expect(await Customer.findOrNull('A/B')).toBeNull();
    await expect(Customer.deleteByKey('NOBODY')).rejects.toThrow(AcumaticaNotFoundError);
  });

  it('is read again with what was expanded before', async () => {
    const customer = await Customer.find('ABARTENDE', { expand: ['MainContact.Address'] });
    erp.sim.store.put('Customer', { ...erp.sim.store.find('Customer', 'ABARTENDE'), CustomerName: 'Renamed' });
    customer.CreditLimit = 1;
    await customer.reload();
    expect([customer.CustomerName, customer.isDirty]).toEqual(['Renamed', false]);
    expect(erp.sent().at(-1)).toContain('$expand=MainContact,MainContact/Address');
  });
});

describe('saving', () => {
  it('gives new rows their ids, and takes over what the form computed', async () => {
    const order = await SalesOrder.create({
      OrderType: 'SO',
      CustomerID: 'ABARTENDE',
      Details: [{ InventoryID: 'BTBLENDER', OrderQty: 2, UnitPrice: 100 }],
    });
    const [line] = order.Details;
    expect([order.OrderNbr === undefined, typeof line?.id, line?.ExtendedPrice]).toEqual([false, 'string', 200]);
    const added = order.Details.add({ InventoryID: 'BTBLENDER', OrderQty: 1, UnitPrice: 50 });
    if (line) line.OrderQty = 3;
    await order.save();
    expect(order.Details.toArray()).toEqual([line, added]);
    expect([line?.ExtendedPrice, added.ExtendedPrice, typeof added.id]).toEqual([300, 50, 'string']);
    if (line) order.Details.remove(line);
    await order.save();
    const fresh = await SalesOrder.find(String(order.id), { expand: ['Details'] });
    expect(fresh.Details.map(({ id }) => id)).toEqual([added.id]);
  });

  it('leaves rows that are not expanded alone', async () => {
    const { id } = await SalesOrder.create({
      OrderType: 'SO',
      CustomerID: 'ABARTENDE',
      Details: [{ InventoryID: 'BTBLENDER', OrderQty: 2 }],
    });
    const order = await SalesOrder.find(String(id));
    order.Description = 'Changed';
    await order.save();
    expect(order.Details).toBeUndefined();
    expect((await order.reload({ expand: ['Details'] })).Details.length).toBe(1);
  });

  it('runs the saves of one record one after the other, and keeps what changes meanwhile', async () => {
    const customer = await Customer.find('ABARTENDE');
    customer.CreditLimit = 1;
    const first = customer.save();
    await new Promise(setImmediate);
    customer.CreditLimit = 2;
    const second = customer.save();
    customer.Email = 'late@b.example';
    await Promise.all([first, second]);
    expect(erp.sim.store.find('Customer', 'ABARTENDE')).toMatchObject({ CreditLimit: 2, Email: 'late@b.example' });
    expect(customer.isDirty).toBe(false);
  });

  it('keeps a change made while a save is under way', async () => {
    const { gateway } = erp.client;
    const meanwhile: (() => void)[] = [];
    const put: EntityGateway['put'] = async (request) => {
      const answer = await gateway.put(request);
      meanwhile.pop()?.();
      return answer;
    };
    const client = { ...erp.client, gateway: { get: gateway.get.bind(gateway), put } as unknown as EntityGateway };
    const customer = await Customer.using(client).find('ABARTENDE');
    customer.CreditLimit = 1;
    meanwhile.push(() => (customer.CustomerName = 'Meanwhile'));
    await customer.save();
    expect(customer.changes).toEqual({ CustomerName: 'Meanwhile' });
    await customer.save();
    expect(erp.sim.store.find('Customer', 'ABARTENDE')).toMatchObject({ CustomerName: 'Meanwhile', CreditLimit: 1 });
  });

  it('leaves the changes as they were when it fails', async () => {
    const customer = await Customer.find('ABARTENDE');
    customer.CreditLimit = 1;
    erp.sim.failNext({ method: 'PUT', status: 422 });
    await expect(customer.save()).rejects.toThrow();
    expect(customer.changes).toEqual({ CreditLimit: 1 });
    await customer.save();
    expect(customer.isDirty).toBe(false);
  });

  it('says by header what must not be, and for which branch and day', async () => {
    await Customer.upsert({ CustomerID: 'ABARTENDE', Email: 'x@b.example' }, { validate: false });
    expect(erp.sim.requests().at(-1)?.headers).not.toMatchObject({ 'if-match': '*' });
    const customer = await Customer.find('ABARTENDE');
    customer.CreditLimit = 3;
    await customer.save({ mode: 'updateOnly', branch: 'MAIN', businessDate: new Date('2026-05-06T00:00:00Z') });
    expect(erp.sim.requests().at(-1)?.headers).toMatchObject({
      'if-match': '*',
      'px-cbapibranch': 'MAIN',
      'px-cbapibusinessdate': '2026-05-06',
    });
    customer.CreditLimit = 4;
    await expect(customer.save({ mode: 'insert' as never })).rejects.toThrow('not as "insert"');
    await expect(customer.save({ expand: ['Nope'] })).rejects.toThrow('Customer has no member "Nope"');
    expect(() => new Customer(null as never)).toThrow('Customer is made of values by their names, not of null');
    const fresh = new Customer({ CustomerID: 'ABARTENDE', CustomerName: 'Doubled' });
    await expect(fresh.save({ mode: 'insertOnly' })).rejects.toThrow(AcumaticaConcurrencyError);
    await expect(fresh.save({ mode: 'insertOnly' })).rejects.toThrow('The record exists already');
    const absent = new Customer({ CustomerID: 'NOBODY', CustomerName: 'Nobody' });
    await expect(absent.save({ mode: 'updateOnly' })).rejects.toThrow('The record is not there');
  });

  it('verifies, where asked, that the server took the values', async () => {
    const order = await SalesOrder.create({ OrderType: 'SO', CustomerID: 'ABARTENDE' });
    order.Description = 'Taken';
    await order.save({ verify: true });
    order.OrderTotal = 99;
    const error: unknown = await order.save({ verify: true }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AcumaticaValidationError);
    expect((error as AcumaticaValidationError).issues).toEqual([
      { path: 'OrderTotal', value: 99, message: 'OrderTotal was sent as 99 and is 0 on the server.' },
    ]);
  });

  it('shows the fields that the server refuses', async () => {
    const customer = await Customer.find('ABARTENDE');
    customer.CustomerClass = 'NOWHERE';
    const error: unknown = await customer.save().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AcumaticaValidationError);
    expect((error as AcumaticaValidationError).issues.map(({ path }) => path)).toContain('CustomerClass');
  });
});

describe('validation before sending', () => {
  it('refuses what the rules of the class refuse, and sends nothing', async () => {
    const customer = await Customer.find('ABARTENDE', { expand: ['MainContact'] });
    erp.sent();
    customer.Status = 'Activ';
    customer.CustomerName = null;
    if (customer.MainContact) customer.MainContact.Email = 'x'.repeat(61);
    const error: unknown = await customer.save().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AcumaticaValidationError);
    expect((error as AcumaticaValidationError).fieldErrors).toEqual({
      CustomerName: ['CustomerName must not be empty'],
      Status: ['Status must be one of Active, Inactive, On Hold, Credit Hold, One-Time'],
      'MainContact.Email': ['MainContact.Email must not be longer than 60 characters'],
    });
    expect(erp.sent()).toEqual([]);
  });

  it('knows wire types, in rows too', async () => {
    const order = new SalesOrder({ OrderType: 'SO', Details: [{ InventoryID: 'X' }, { LineNbr: 3_000_000_000 }] });
    Object.assign(order, { Hold: 1 });
    await expect(order.validate()).rejects.toMatchObject({
      fieldErrors: {
        Hold: ['Hold must be true or false'],
        'Details[1].LineNbr': ['Details[1].LineNbr must be a whole number from -2147483648 to 2147483647'],
      },
    });
  });

  it('does not judge what the server itself gave', async () => {
    erp.sim.store.put('Customer', { CustomerID: 'ODD', CustomerName: 'Odd', Status: 'Dormant' });
    const customer = await Customer.find('ODD');
    customer.CreditLimit = 5;
    await customer.save();
    await expect(customer.validate()).rejects.toThrow('Status must be one of');
  });

  it('can be left out', async () => {
    const fresh = new Customer({ CustomerID: 'NAMELESS' });
    await expect(fresh.save()).rejects.toThrow('CustomerName must be set');
    await expect(fresh.save({ validate: false })).rejects.not.toThrow('CustomerName must be set');
  });
});

describe('PATCH', () => {
  it('writes where the release has it, and never inserts', async () => {
    const later = await simulated({ release: '25R1' });
    try {
      const customer = await Customer.using(later.client).find('ABARTENDE');
      customer.CreditLimit = 77;
      await customer.save({ method: 'PATCH', select: ['CustomerID', 'CreditLimit'] });
      expect(later.sent().at(-1)).toBe('PATCH Customer?$select=CustomerID,CreditLimit');
      expect([customer.CreditLimit, customer.CustomerName, customer.isDirty]).toEqual([77, 'A Bar & Tender', false]);
      later.sim.store.delete('Customer', 'ABARTENDE');
      customer.CreditLimit = 78;
      await expect(customer.save({ method: 'PATCH' })).rejects.toThrow();
      expect(later.sim.store.find('Customer', 'ABARTENDE')).toBeUndefined();
    } finally {
      await later.close();
    }
  });
});

describe('the client of a record', () => {
  it('is chosen by using(), by scope, or is the default', async () => {
    const other = await simulated();
    other.sim.store.put('Customer', { CustomerID: 'ELSEWHERE', CustomerName: 'Other' });
    try {
      const found = await Customer.using(other.client).find('ELSEWHERE');
      expect([found.client, await Customer.findOrNull('ELSEWHERE')]).toEqual([other.client, null]);
      await runWithClient(other.client, async () => {
        await new Promise(setImmediate);
        expect((await Customer.where({ CustomerID: 'ELSEWHERE' }).first())?.client).toBe(other.client);
      });
      found.CreditLimit = 4;
      await found.save();
      expect(other.sim.store.find('Customer', 'ELSEWHERE')).toMatchObject({ CreditLimit: 4 });
    } finally {
      await other.close();
    }
  });

  it('says that it was closed', async () => {
    const client = { ...erp.client, closed: false };
    const customer = await Customer.using(client).find('ABARTENDE');
    client.closed = true;
    customer.CreditLimit = 9;
    await expect(customer.save()).rejects.toThrow('The client of Customer was closed');
    await expect(customer.reload()).rejects.toThrow(AcumaticaConfigError);
    await expect(Customer.using(client).query().toArray()).rejects.toThrow('was closed');
  });

  it('is missed in words', async () => {
    setDefaultClient(undefined);
    try {
      await expect(Customer.find('ABARTENDE')).rejects.toThrow('Customer has no client to speak through');
    } finally {
      setDefaultClient(erp.client);
    }
  });
});
