import { Entity, entity, field } from '@acurecord/metadata';
import type {
  DetailCollection,
  EntityChanges,
  EntityInit,
  ExpandPath,
  Link,
  MemberName,
  PlainEntity,
  SelectPath,
} from '@acurecord/metadata';
import { expectTypeOf } from 'expect-type';

@entity('Address')
class Address extends Entity {
  @field.string() accessor City!: string | null;
}

@entity('Contact')
class Contact extends Entity {
  @field.link(() => Address) accessor Address!: Link<Address>;
  @field.string() accessor Email!: string | null;
}

@entity('Allocation')
class Allocation extends Entity {
  @field.decimal() accessor Qty!: number | null;
}

@entity('Line')
class Line extends Entity {
  @field.details(() => Allocation) accessor Allocations!: DetailCollection<Allocation>;
  @field.decimal() accessor OrderQty!: number | null;
}

@entity('Order')
class Order extends Entity {
  declare readonly '~actions'?: { CreateShipment: { ShipmentDate?: Date; WarehouseID?: string }; Cancel: object };
  @field.link(() => Contact) accessor Contact!: Link<Contact>;
  @field.dateTime() accessor Date!: Date | null;
  @field.details(() => Line) accessor Details!: DetailCollection<Line>;
  @field.boolean() accessor Hold!: boolean | null;
  @field.string() accessor Status!: string | null;
  @field.decimal() accessor Total!: number | null;

  /** A method is no member. */
  approve(): void {
    this.Hold = false;
  }
}

expectTypeOf<MemberName<Order>>().toEqualTypeOf<'Contact' | 'Date' | 'Details' | 'Hold' | 'Status' | 'Total'>();

/** Conditions know the type of each field. */
export function conditions(): void {
  Order.where((o) =>
    o.Status.eq('Open').and(o.Total.gt(5)).and(o.Hold.eq(true)).and(o.Contact.Address.City.eq('Bonn')),
  );
  Order.where({ Status: 'Open' });
  // @ts-expect-error Total is a number
  Order.where((o) => o.Total.eq(true));
  // @ts-expect-error a boolean is neither more nor less
  Order.where((o) => o.Hold.gt(true));
  // @ts-expect-error there is no such member
  Order.where((o) => o.Stauts.eq('Open'));
  // @ts-expect-error a method is no field
  Order.where((o) => o.approve.eq('x'));
}

/** Paths complete, with either separator, three members deep. */
export function paths(): void {
  Order.query().expand('Details', 'Details/Allocations', 'Contact.Address', 'Details.files', 'files');
  Order.query().select(
    'Status',
    'Details/OrderQty',
    'Contact.Address.City',
    'Contact/Address/City',
    'Details.Allocations.Qty',
  );
  void Order.find('1', { expand: ['Contact/Address'], select: ['Total'] });
  // @ts-expect-error a field is not expanded
  Order.query().expand('Status');
  // @ts-expect-error Line has no such member
  Order.query().select('Details/Nope');
  // @ts-expect-error there is nothing behind an address
  Order.query().expand('Contact.Address.City.Street');
}

expectTypeOf<Exclude<ExpandPath<Contact>, never>>().toEqualTypeOf<
  'Address' | 'files' | 'Address/files' | 'Address.files'
>();
expectTypeOf<'Contact.Address.City'>().toExtend<SelectPath<Order>>();

/** What new records are made of. */
export function inits(): void {
  void Order.create({
    Status: 'Open',
    Date: '2024-01-02',
    Contact: { Email: 'a@b' },
    Details: [{ OrderQty: 1, Allocations: [{ Qty: 1 }] }],
  });
  void Order.create({ Contact: new Contact(), Details: [new Line()], note: 'x', custom: { Document: { UsrX: 1 } } });
  // @ts-expect-error there is no such member
  void Order.create({ Stauts: 'Open' });
  // @ts-expect-error OrderQty is a number
  void Order.create({ Details: [{ OrderQty: 'one' }] });
  // @ts-expect-error undefined is not a value
  void Order.create({ Status: undefined });
}

expectTypeOf<EntityInit<Order>['Date']>().toEqualTypeOf<Date | string | null | undefined>();
expectTypeOf<EntityChanges<Order>['Total']>().toEqualTypeOf<number | null | undefined>();

/** What a record says of itself. */
export function records(order: Order): void {
  expectTypeOf(order.changes.Contact?.Email).toEqualTypeOf<string | null | undefined>();
  expectTypeOf(order.changes.Details?.[0]?.OrderQty).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(order.changes.Details?.[0]?.delete).toEqualTypeOf<true | undefined>();
  expectTypeOf(order.toPlain()).toEqualTypeOf<PlainEntity<Order>>();
  expectTypeOf(order.toPlain().Details?.[0]?.Allocations?.[0]?.Qty).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(order.save()).toEqualTypeOf<Promise<Order>>();
  expectTypeOf(order.Details.at(0)).toEqualTypeOf<Line | undefined>();
  expectTypeOf(Order.find('1')).toEqualTypeOf<Promise<Order>>();
  expectTypeOf(Order.query().toArray()).toEqualTypeOf<Promise<Order[]>>();
}

/** Actions of the class are checked; others may be workflow actions. */
export function actions(order: Order): void {
  void order.invoke('CreateShipment', { WarehouseID: 'MAIN', ShipmentDate: new Date() }, { reload: true });
  void order.invoke('Cancel');
  void order.invoke('SomeWorkflowAction', { custom: { Dialog: { Reason: 'x' } } });
  // @ts-expect-error CreateShipment has no such parameter
  void order.invoke('CreateShipment', { Warehouse: 'MAIN' });
  // @ts-expect-error WarehouseID is a text
  void order.invoke('CreateShipment', { WarehouseID: 5 });
}

/** A decorator fits the type of its accessor. */
export class Wrong extends Entity {
  // @ts-expect-error a text is no number
  @field.string() accessor Count!: number | null;
  // @ts-expect-error a link is no text
  @field.link(() => Address) accessor Place!: string | null;
}

/** A record may be made of another one; what is not of its class is refused. */
export async function copies(order: Order, line: Line): Promise<void> {
  expectTypeOf(new Order(order)).toEqualTypeOf<Order>();
  expectTypeOf(await Order.create(order)).toEqualTypeOf<Order>();
  expectTypeOf(await Order.upsert({ ...order, Status: null })).toEqualTypeOf<Order>();
  expectTypeOf(await Order.create({ Status: 'Open', Details: [{ OrderQty: 1 }] })).toEqualTypeOf<Order>();
  // @ts-expect-error a line is no order
  await Order.create(line);
  // @ts-expect-error there is no such member
  await Order.create({ Stauts: 'Open' });
  // @ts-expect-error Total is a number
  await Order.create({ Total: 'much' });
}
