import { action, defineFields, field } from '@acurecord/metadata';
import type { DetailCollection, Entity, EntityClass, Link } from '@acurecord/metadata';
import { expectTypeOf } from 'expect-type';
import { SalesOrder, SalesOrderDetail } from './defined-order.js';

class Contact extends defineFields('Contact', { Email: field.string({ maxLength: 50 }) }) {}

class Customer extends defineFields('Customer', {
  CustomerID: field.string({ key: true }),
  Status: field.string({ oneOf: ['Active', 'On Hold'] }),
  CreditLimit: field.decimal(),
  Exact: field.decimal({ decimals: 'string' }),
  Since: field.dateTime(),
  Contacts: field.details(() => Contact),
  MainContact: field.link(() => Contact),
  UsrCount: field.custom('BAccount', 'Int', 'UsrNumber'),
  Later: field.of('DateOnly'),
}) {
  get isRich(): boolean {
    return (this.CreditLimit ?? 0) > 1000;
  }
}

/** Members have the types that decorated classes declare by hand. */
export function members(customer: Customer): void {
  expectTypeOf(customer.CustomerID).toEqualTypeOf<string | null>();
  expectTypeOf(customer.Status).toEqualTypeOf<'Active' | 'On Hold' | null>();
  expectTypeOf(customer.CreditLimit).toEqualTypeOf<number | null>();
  expectTypeOf(customer.Exact).toEqualTypeOf<string | null>();
  expectTypeOf(customer.Since).toEqualTypeOf<Date | null>();
  expectTypeOf(customer.Contacts).toEqualTypeOf<DetailCollection<Contact>>();
  expectTypeOf(customer.MainContact).toEqualTypeOf<Link<Contact>>();
  expectTypeOf(customer.UsrCount).toEqualTypeOf<number | null>();
  expectTypeOf(customer.Later).toEqualTypeOf<unknown>();
}

/** Everything that a decorated class offers is typed as there. */
export async function typed(): Promise<void> {
  const customer = await Customer.find('ABARTENDE', { expand: ['MainContact', 'Contacts'] });
  const isRich: boolean = customer.isRich;
  const open = await Customer.where((c) => c.CreditLimit.gt(5).and(c.MainContact.Email.isNotNull())).toArray();
  const made = new Customer({ CustomerID: 'X', MainContact: { Email: isRich ? 'a@b' : null } });
  await made.save();
  open[0]?.Contacts.add({ Email: 'a@b' });
  await Customer.create(new Customer(customer));
  customer.Status = 'On Hold';
  // @ts-expect-error no such label
  customer.Status = 'Closed';
  // @ts-expect-error CreditLimit is a number
  new Customer({ CreditLimit: 'much' });
  // @ts-expect-error there is no such member
  await Customer.create({ CustomerNmae: 'X' });
  // @ts-expect-error it has one key
  await Customer.find('A', 'B');
}

/** Several keys are counted, and named ones all needed; actions know their parameters. */
export async function keysAndActions(): Promise<void> {
  const order = await SalesOrder.find('SO', '000123');
  await SalesOrder.find({ OrderType: 'SO', OrderNbr: '000123' });
  // @ts-expect-error it has two keys
  await SalesOrder.find('SO', '000123', 'more');
  // @ts-expect-error OrderNbr is missing
  await SalesOrder.find({ OrderType: 'SO' });
  await order.createShipment({ WarehouseID: 'MAIN', ShipmentDate: new Date(), custom: { View: { Field: 1 } } });
  await order.invoke('SalesOrderCreateShipment', { WarehouseID: 'MAIN' });
  // @ts-expect-error it has no such parameter
  await order.createShipment({ Warehouse: 'MAIN' });
  // @ts-expect-error WarehouseID is a text
  await order.invoke('SalesOrderCreateShipment', { WarehouseID: 1 });
  const quantity: number | null | undefined = order.Details.at(0)?.OrderQty;
  order.Details.add({ OrderQty: quantity ?? 1, Allocations: [{ Qty: 1 }] });
  order.Details.add(new SalesOrderDetail({ InventoryID: 'X' }));
}

/** The order of keys can be told where it differs from that of the members. */
class Case extends defineFields('Case', { Nbr: field.string(), Type: field.string() }, { keys: ['Type', 'Nbr'] }) {}
export const inOrder = (keys: NonNullable<Case['~keys']>): readonly ['Type', 'Nbr'] => keys;
// @ts-expect-error no such member
defineFields('Case', { Nbr: field.string() }, { keys: ['Number'] });

/** A class is extended by fields: its own stay, with their types and statics. */
class Base extends defineFields('Customer', { CustomerID: field.string({ key: true }), Email: field.string() }) {
  static readonly shown = ['CustomerID'];
  get name(): string {
    return this.CustomerID ?? '';
  }
}
class Checked extends defineFields(Base, { Email: field.string({ required: true }), UsrX: field.custom('V', 'Int') }) {}
export async function extended(): Promise<void> {
  const checked = await Checked.find('A');
  expectTypeOf(checked.UsrX).toEqualTypeOf<number | null>();
  expectTypeOf(checked.Email).toEqualTypeOf<string | null>();
  expectTypeOf(checked.name).toEqualTypeOf<string>();
  expectTypeOf(Checked.shown).toEqualTypeOf<string[]>();
  const base: Base = checked;
  base.Email = null;
}

/** Of classes that lead to each other, one says less in its members and declares the type in its body. */
class Project extends defineFields('Project', {
  ProjectID: field.string({ key: true }),
  Tasks: field.details((): EntityClass<Entity> => Task),
}) {
  declare Tasks: DetailCollection<Task>;
}
class Task extends defineFields('Task', { Project: field.link(() => Project), Name: field.string() }) {}
export const circle = (task: Task): string | null | undefined => task.Project?.Tasks.at(0)?.Project?.ProjectID;

/** What is no member is refused. */
const decorator: PropertyDecorator = () => undefined;
// @ts-expect-error a rule of class-validator is no member
defineFields('Customer', { Email: decorator });
// @ts-expect-error every record has an id
defineFields('Customer', { id: field.string() });
// @ts-expect-error neither is a value
defineFields('Customer', { Email: 'String' });

export const anything: Entity[] = [new Customer(), new Checked(), new Case()];
export const release = action('ReleaseInvoice');
