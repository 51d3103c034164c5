import { allOf, entity, field } from 'acurecord';
import type { DetailCollection, Query } from 'acurecord';
import { SalesOrder as GeneratedOrder } from '../generated/index.js';
import { OrderLine } from './order-line.js';
import { dateFromDay, dayOf, today } from './plain-day.js';
import type { PlainDay } from './plain-day.js';

/** Statuses behind which nothing happens any more, in the spellings of different releases. */
const finished = ['Completed', 'Cancelled', 'Canceled', 'Rejected', 'Expired', 'Voided'];

/** A sales order and what a sales desk does with it. */
@entity('SalesOrder', { keys: ['OrderType', 'OrderNbr'] })
export class SalesOrder extends GeneratedOrder {
  @field.string({ required: true, maxLength: 30 }) override accessor CustomerID: string | null = null;
  @field.string({ maxLength: 40 }) override accessor CustomerOrder: string | null = null;
  @field.string({ maxLength: 256 }) override accessor Description: string | null = null;
  @field.string({ maxLength: 40 }) override accessor ExternalRef: string | null = null;
  @field.string({ maxLength: 15 }) override accessor ShipVia: string | null = null;
  @field.details(() => OrderLine) override accessor Details: DetailCollection<OrderLine> = undefined as never;

  /** Orders on which work is left to do; quotes are none. */
  static open(): Query<SalesOrder> {
    return this.where((order) =>
      allOf([order.OrderType.ne('QT'), ...finished.map((status) => order.Status.ne(status))]),
    );
  }

  /** Open orders that were promised for a day before `day`. */
  static late(day: PlainDay = today()): Query<SalesOrder> {
    return this.open().where((order) => order.RequestedOn.lt(dateFromDay(day)));
  }

  /** The whole document. @throws AcumaticaNotFoundError */
  static document(type: string, nbr: string): Promise<SalesOrder> {
    return this.find(type, nbr, { expand: ['Details', 'Shipments'] });
  }

  get isOpen(): boolean {
    return this.OrderType !== 'QT' && !finished.includes(this.Status ?? '');
  }

  /** Promised for a day that is gone, and not finished. */
  get isLate(): boolean {
    const promised = dayOf(this, 'RequestedOn');
    return this.isOpen && promised !== null && promised < today();
  }

  /** Lets the warehouse have it. */
  release(): Promise<void> {
    return act(this, 'OpenSalesOrder');
  }

  /** Keeps it back. */
  hold(): Promise<void> {
    return act(this, 'PutOnHold');
  }

  cancel(): Promise<void> {
    return act(this, 'CancelSalesOrder');
  }

  reopen(): Promise<void> {
    return act(this, 'ReopenSalesOrder');
  }

  /** Creates a shipment of all that is open, and says its number. */
  async ship(): Promise<string | undefined> {
    const numbers = () => this.Shipments.map(({ ShipmentNbr }) => ShipmentNbr ?? '');
    const before = numbers();
    await act(this, 'SalesOrderCreateShipment');
    return newNumber(before, numbers());
  }

  /** Prepares the invoice of all that is shipped, and says its number. */
  async invoice(): Promise<string | undefined> {
    const numbers = () => this.Shipments.map(({ InvoiceNbr }) => InvoiceNbr ?? '');
    const before = numbers();
    await act(this, 'PrepareSalesInvoice');
    return newNumber(before, numbers());
  }
}

/** Runs an action to its end and reads the order anew. A record is made without its constructor: it has no `#private` methods. */
function act(order: SalesOrder, action: string): Promise<void> {
  // Any workflow action of the form can be invoked by its name, declared or not.
  return order.invoke(action as 'OpenSalesOrder', undefined, { reload: true, pollMs: 250 });
}

/** What is in one set of numbers and not in the other. */
function newNumber(before: readonly string[], now: readonly string[]): string | undefined {
  return now.find((nbr) => nbr !== '' && !before.includes(nbr));
}
