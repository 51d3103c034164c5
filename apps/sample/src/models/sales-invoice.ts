import { entity } from 'acurecord';
import type { Query } from 'acurecord';
import { SalesInvoice as GeneratedInvoice } from '../generated/index.js';
import { dateFromDay } from './plain-day.js';
import type { PlainDay } from './plain-day.js';

/** What a customer is billed. */
@entity('SalesInvoice', { keys: ['Type', 'ReferenceNbr'] })
export class SalesInvoice extends GeneratedInvoice {
  /** Billed on this day or later. */
  static since(day: PlainDay): Query<SalesInvoice> {
    return this.where((invoice) => invoice.Date.ge(dateFromDay(day)));
  }

  /** What it adds to the revenue: a credit memo takes away. */
  get revenue(): number {
    const amount = this.Amount ?? 0;
    return this.Type === 'Credit Memo' ? -amount : amount;
  }
}
