import { Entity, entity, field } from '@acurecord/metadata';
import type { DetailCollection, Link } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import { Exclude, Expose, instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';

@entity('Contact')
class Contact extends Entity {
  @field.string() accessor Email!: string | null;
  @field.string() accessor Phone1!: string | null;
}

class BaseLine extends Entity {
  @field.decimal() accessor UnitCost!: number | null;
  @field.decimal() accessor OrderQty!: number | null;
}

@entity('Line')
class Line extends BaseLine {
  // @ts-expect-error TypeScript wants a third parameter of decorators of accessor fields; at run time this works
  @Exclude() @field.decimal() override accessor UnitCost: number | null = null;
}

@entity('Order')
class PlainOrder extends Entity {
  @field.link(() => Contact) accessor Contact!: Link<Contact>;
  @field.string() accessor CreditLimit!: string | null;
  @field.dateTime() accessor Date!: Date | null;
  @field.string() accessor Description!: string | null;
  @field.details(() => BaseLine) accessor Details!: DetailCollection<BaseLine>;
  @field.string() accessor OrderNbr!: string | null;
}

@entity('Order')
class Order extends PlainOrder {
  // @ts-expect-error as above
  @Exclude() @field.string() override accessor CreditLimit: string | null = null;
  // @ts-expect-error as above
  @Transform(({ value }) => String(value).toUpperCase()) @field.string() override accessor Description: string | null =
    null;
  @field.details(() => Line) override accessor Details: DetailCollection<Line> = undefined as never;
  // @ts-expect-error as above
  @Expose({ name: 'number' }) @field.string() override accessor OrderNbr: string | null = null;
}

@Exclude()
@entity('Order')
class SecretOrder extends PlainOrder {
  // @ts-expect-error as above
  @Expose() @field.string() override accessor OrderNbr: string | null = null;
}

@entity('Order')
class GroupedOrder extends PlainOrder {
  // @ts-expect-error as above
  @Expose({ groups: ['office'] }) @field.string() override accessor CreditLimit: string | null = null;
}

class NumberedLine extends BaseLine {
  // @ts-expect-error as above
  @Type(() => Number) @field.decimal() override accessor OrderQty: number | null = null;
}

class OwnContact extends Contact {}

@entity('Order')
class TypedOrder extends PlainOrder {
  // @ts-expect-error as above
  @Type(() => OwnContact) @field.link(() => OwnContact) override accessor Contact: Link<OwnContact> = null;
  // @ts-expect-error as above
  @Type(() => NumberedLine)
  @field.details(() => NumberedLine)
  override accessor Details: DetailCollection<NumberedLine> = undefined as never;
  // @ts-expect-error as above
  @Type(() => String) @field.string() override accessor OrderNbr: string | null = null;
}

const row = {
  id: 'an-id',
  note: { value: 'Note' },
  OrderNbr: { value: '000123' },
  CreditLimit: { value: 'secret' },
  Date: { value: '2024-01-02T00:00:00+00:00' },
  Description: { value: 'rush' },
  Contact: { id: 'c', Email: { value: 'a@b.example' } },
  Details: [{ id: 'l', OrderQty: { value: 2 }, UnitCost: { value: 1 } }],
  custom: { Document: { UsrA: { type: 'CustomStringField', value: 'x' } } },
};

/** What `instanceToPlain` of a plain order gives. */
const plain = {
  id: 'an-id',
  note: 'Note',
  Contact: { id: 'c', Email: 'a@b.example' },
  CreditLimit: 'secret',
  Date: new Date('2024-01-02T00:00:00Z'),
  Description: 'rush',
  Details: [{ id: 'l', OrderQty: 2, UnitCost: 1 }],
  OrderNbr: '000123',
  custom: { Document: { UsrA: 'x' } },
};

const shown = {
  id: 'an-id',
  note: 'Note',
  Contact: { id: 'c', Email: 'a@b.example' },
  Date: plain.Date,
  Description: 'RUSH',
  Details: [{ id: 'l', OrderQty: 2 }],
  number: '000123',
  custom: plain.custom,
};

const client = scriptedClient(() => [row]);
const readPlain = async (): Promise<PlainOrder> => PlainOrder.using(client).query().firstOrThrow();
const readOrder = async (): Promise<Order> => Order.using(client).query().firstOrThrow();

describe('class-transformer, as the serializer of NestJS uses it', () => {
  it('sees the members of a record that was read', async () => {
    expect(instanceToPlain(await readPlain())).toEqual(plain);
    expect(instanceToPlain([await readPlain()])).toEqual([plain]);
  });

  it('sees the members of a record that was made', () => {
    const made = new PlainOrder({ OrderNbr: '1', Contact: { Email: 'a' }, Details: [{ OrderQty: 1 }] });
    expect(instanceToPlain(made)).toEqual({ OrderNbr: '1', Contact: { Email: 'a' }, Details: [{ OrderQty: 1 }] });
    expect(instanceToPlain(new PlainOrder({ OrderNbr: '1' }))).toEqual({ OrderNbr: '1' });
  });

  it('heeds the decorators of the application, in parts too', async () => {
    expect(instanceToPlain(await readOrder())).toEqual(shown);
  });

  it('shows of a class that is excluded as a whole what it exposes itself, whatever its parent shows', async () => {
    await readPlain();
    const secret = await SecretOrder.using(client).query().firstOrThrow();
    expect(instanceToPlain(secret)).toEqual({ OrderNbr: '000123' });
    expect(secret.toPlain()).toEqual({ OrderNbr: '000123' });
  });
});

describe('options of class-transformer', () => {
  it('that hide what is not exposed hide no member, for all count as exposed; what is in custom may go', async () => {
    expect(instanceToPlain(await readPlain(), { excludeExtraneousValues: true })).toEqual(plain);
    expect(instanceToPlain(await readOrder(), { excludeExtraneousValues: true })).toEqual(shown);
    const options = { strategy: 'excludeAll' } as const;
    expect(instanceToPlain(await readPlain(), options)).toEqual({ ...plain, custom: {} });
    expect(instanceToPlain(await readOrder(), options)).toEqual({ ...shown, custom: {} });
  });

  it('that hide what is not exposed hide what a class excludes as a whole', async () => {
    const secret = await SecretOrder.using(client).query().firstOrThrow();
    for (const options of [
      { excludeExtraneousValues: true },
      { strategy: 'excludeAll' as const },
      { strategy: 'exposeAll' as const },
    ])
      expect(instanceToPlain(secret, options)).toEqual({ OrderNbr: '000123' });
  });

  it('take values by groups, versions and prefixes', async () => {
    const order = await GroupedOrder.using(client).query().firstOrThrow();
    expect(instanceToPlain(order, { groups: ['office'] })).toMatchObject({ CreditLimit: 'secret' });
    expect(instanceToPlain(order)).not.toHaveProperty('CreditLimit');
  });
});

describe('a type that the application gives to a member', () => {
  it('makes its instances of the rows of a body', () => {
    const body = { Details: [{ OrderQty: '2' }], Contact: { Email: 'a' }, OrderNbr: 7 };
    for (const order of [plainToInstance(TypedOrder, body), TypedOrder.fromPlain(body)]) {
      const line = order.Details.at(0);
      expect([line instanceof NumberedLine, order.Contact instanceof OwnContact, order.OrderNbr]).toEqual([
        true,
        true,
        '7',
      ]);
      expect(order.toWire()).toEqual({
        Contact: { Email: { value: 'a' } },
        Details: [{ OrderQty: { value: 2 } }],
        OrderNbr: { value: '7' },
      });
    }
  });

  it('shows what it exposes', async () => {
    const order = await TypedOrder.using(client).query().firstOrThrow();
    expect(instanceToPlain(order)).toMatchObject({
      Details: [{ id: 'l', OrderQty: 2 }],
      Contact: { Email: 'a@b.example' },
    });
    expect(order.toPlain()).toMatchObject({ Details: [{ id: 'l', OrderQty: 2 }], OrderNbr: '000123' });
  });
});

describe('toPlain and fromPlain', () => {
  it('heed the decorators of the application', async () => {
    const order = await readOrder();
    expect(order.toPlain()).toStrictEqual(shown);
    const made = Order.fromPlain({ number: '1', CreditLimit: 'mine', Description: 'x', Details: [{ OrderQty: 1 }] });
    expect(made.changes).toEqual({ OrderNbr: '1', Description: 'X', Details: [{ OrderQty: 1 }] });
    expect(made.Details.at(0)).toBeInstanceOf(Line);
  });

  it('leave JSON and a class without such decorators as they are', async () => {
    expect(JSON.parse(JSON.stringify(await readOrder()))).toMatchObject({ CreditLimit: 'secret', Description: 'rush' });
    expect((await readPlain()).toPlain()).toStrictEqual(plain);
    expect(PlainOrder.fromPlain(plain).toPlain()).toStrictEqual(plain);
  });

  it('refuse what the class does not have, also where class-transformer makes the record', () => {
    expect(() => Order.fromPlain({ Descriptio: 'x' })).toThrow('has no member "Descriptio". Did you mean Description');
    expect(() => Order.fromPlain({ Details: [{ Qty: 1 }] })).toThrow('Line has no member "Qty"');
    expect(() => Order.fromPlain({ Contact: { Emai: 1 } })).toThrow('Contact has no member "Emai"');
  });

  it('take a body with implicit conversion', () => {
    const body = { Details: [{ OrderQty: 1 }], Contact: { Email: 'a' } };
    const order = plainToInstance(PlainOrder, body, { enableImplicitConversion: true });
    expect(order.changes).toEqual(body);
  });
});
