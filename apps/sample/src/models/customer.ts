import { anyOf, entity } from 'acurecord';
import type { Query } from 'acurecord';
import { Customer as GeneratedCustomer } from '../generated/index.js';

/** A customer and how much credit is left. */
@entity('Customer', { keys: ['CustomerID'] })
export class Customer extends GeneratedCustomer {
  /** Customers whose number or name has the text in it; the first ones for an empty text. */
  static matching(text: string): Query<Customer> {
    const all = this.query();
    return text === ''
      ? all
      : all.where((customer) => anyOf([customer.CustomerID.contains(text), customer.CustomerName.contains(text)]));
  }

  /** Changed at this moment or later; all of them without one. */
  static changedSince(moment: Date | undefined): Query<Customer> {
    return moment === undefined ? this.query() : this.where((customer) => customer.LastModifiedDateTime.ge(moment));
  }
}
