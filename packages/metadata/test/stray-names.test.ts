import { inspect } from 'node:util';
import { AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity, entity, Entity, field } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');

@entity('Customer', { keys: ['CustomerID'] })
class Customer extends Entity {
  @field.string() accessor CustomerID!: string | null;
  @field.decimal() accessor CreditLimit!: number | null;
  visits = 0;
}

async function loaded(): Promise<{ order: OrderUnderTest; verbs: () => string[] }> {
  const client = scriptedClient(() => orderRow());
  const order = await Order.using(client).find('SO', '000123');
  return { order, verbs: () => client.calls.map(({ verb }) => verb).slice(1) };
}

const slip = (target: object, name: string, value: unknown = 5): void => void Object.assign(target, { [name]: value });

describe('a property that is no member', () => {
  it('of a class made at run time is refused by save, toWire and changes, with the name that was meant', async () => {
    const { order, verbs } = await loaded();
    slip(order, 'OrderTotall');
    const fault = 'SalesOrder has no member "OrderTotall". Did you mean OrderTotal?';
    await expect(order.save()).rejects.toThrow(fault);
    expect(() => order.toWire()).toThrow(fault);
    expect(() => order.changes).toThrow(fault);
    await expect(order.invoke('Release', {}, { sendChanges: true })).rejects.toThrow(AcumaticaValidationError);
    expect(verbs()).toEqual([]);
    expect(order.isDirty).toBe(true);
  });

  it('is refused whatever its name, since such a class has no properties of its own', async () => {
    const { order } = await loaded();
    slip(order, 'zzz');
    await expect(order.save()).rejects.toThrow('SalesOrder has no member "zzz"');
  });

  it('is told on rows, rows of rows and links with its place', async () => {
    const { order } = await loaded();
    const row = order.Details.add({ InventoryID: 'X' });
    slip(row, 'OrderQuantity');
    await expect(order.save()).rejects.toMatchObject({
      message: expect.stringContaining(`Details[${order.Details.length - 1}].OrderQuantity`) as string,
      issues: [{ path: `Details[${order.Details.length - 1}].OrderQuantity` }],
    });
    order.Details.remove(row);
    expect(order.isDirty).toBe(false);
    slip(order.ShipToContact?.Address ?? {}, 'Citty', 'Paris');
    await expect(order.save()).rejects.toThrow('ShipToContact.Address.Citty');
  });

  it('is shown, and never breaks what a log or debugger prints', async () => {
    const { order } = await loaded();
    slip(order, 'OrderTotall');
    expect(order.toJSON()).toMatchObject({ OrderTotall: 5 });
    expect(JSON.stringify(order)).toContain('"OrderTotall":5');
    expect(inspect(order)).toContain('OrderTotall: 5');
  });

  it('is free on a written class unless it is near a member', () => {
    const customer = new Customer({ CustomerID: 'A' });
    slip(customer, 'visits', 7);
    slip(customer, 'shownInList', true);
    expect(customer.toWire()).toEqual({ CustomerID: { value: 'A' } });
    slip(customer, 'CreditLimt');
    expect(() => customer.toWire()).toThrow('Customer has no member "CreditLimt". Did you mean CreditLimit?');
  });

  it('is free as a symbol, and as a function that a test puts in the place of a method', async () => {
    const { order } = await loaded();
    Object.assign(order, { [Symbol('seen')]: true });
    jest.spyOn(order, 'reload').mockResolvedValue(order);
    slip(order, 'onChange', () => undefined);
    expect(order.isDirty).toBe(false);
    await order.save();
  });

  it('of a subclass that needs parameters cannot be told from its fields, and is free', () => {
    class Special extends Customer {
      readonly label: string;
      constructor(parameters: { readonly label: string }) {
        super();
        this.label = parameters.label;
      }
    }
    const special = new Special({ label: 'x' });
    special.CustomerID = 'A';
    slip(special, 'CreditLimt');
    expect(special.toWire()).toEqual({ CustomerID: { value: 'A' } });
  });
});
