import { Customer } from '../models/customer.js';
import { chapter, say } from './terminal.js';

/** Finds a customer, changes one field, and shows that nothing else is written. */
export async function changeCustomer(): Promise<void> {
  chapter('Find a customer, change it, save it');
  const [listed] = await Customer.query().select('CustomerID').take(1).toArray();
  const customer = await Customer.find(listed?.CustomerID ?? 'ABARTENDE');
  say(`${customer.CustomerID} is ${customer.CustomerName}`);

  customer.CustomerName = `${customer.CustomerName} (visited)`;
  say(`to be sent: ${JSON.stringify(customer.toWire())}`);
  await customer.save();
  say(`saved as ${customer.CustomerName}`);

  await customer.save();
  say('saved again: nothing had changed, so nothing was sent');
}
