import { defineEntity } from '@acurecord/metadata';
import type { DetailCollection, EndpointSchema, Entity, Link } from '@acurecord/metadata';

declare const schema: EndpointSchema;

interface Contact extends Entity {
  Email: string | null;
}

interface Customer extends Entity {
  readonly '~keys'?: readonly [CustomerID: 'CustomerID'];
  CustomerID: string | null;
  CreditLimit: number | null;
  MainContact: Link<Contact>;
  Contacts: DetailCollection<Contact>;
}

const Customer = defineEntity<Customer>(schema, 'Customer');

/** A class made at run time is used as a written one is. */
export async function typed(): Promise<void> {
  const customer = await Customer.find('ABARTENDE', { expand: ['MainContact', 'Contacts'] });
  const mail: string | null | undefined = customer.MainContact?.Email;
  const open = await Customer.where((c) => c.CreditLimit.gt(5).and(c.MainContact.Email.isNotNull())).toArray();
  const made = new Customer({ CustomerID: 'X', MainContact: { Email: mail ?? null } });
  await made.save();
  open[0]?.Contacts.add({ Email: 'a@b' });
  const copy: Customer = new Customer(customer);
  await Customer.create(copy);
  await Customer.upsert({ ...copy, CustomerID: 'Y' });
  // @ts-expect-error a contact is no customer
  if (customer.MainContact) new Customer(customer.MainContact);
  // @ts-expect-error CreditLimit is a number
  new Customer({ CreditLimit: 'much' });
  // @ts-expect-error there is no such member
  await Customer.create({ CustomerNmae: 'X' });
  // @ts-expect-error it has one key
  await Customer.find('A', 'B');
}

/** Without a type, members are reached by name. */
export async function untyped(): Promise<unknown> {
  const Order = defineEntity(schema, 'SalesOrder');
  const order = await Order.find('SO', '000123');
  return order.OrderTotal;
}
