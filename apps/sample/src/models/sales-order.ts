import { allOf, entity, field } from 'acurecord';
import type { DetailCollection, Query } from 'acurecord';
import { SalesOrder as GeneratedOrder } from '../generated/index.js';
import { OrderLine } from './order-line.js';
import { dateFromDay, dayOf, today } from './plain-day.js';
import type { PlainDay } from './plain-day.js';

/** Statuses behind which nothing happens any more, in the spellings of different releases. */
const finished = ['Completed', 'Cancelled', 'Canceled', 'Rejected', 'Expired', 'Voided'];

/** What an action reports while the ERP is at it. */
export interface Waiting {
  /** Told every now and then, with the seconds that have passed. */
  readonly onProgress?: (seconds: number) => void;
}

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
  release(waiting: Waiting = {}): Promise<void> {
    return this.#act('OpenSalesOrder', waiting);
  }

  /** Keeps it back. */
  hold(waiting: Waiting = {}): Promise<void> {
    return this.#act('PutOnHold', waiting);
  }

  cancel(waiting: Waiting = {}): Promise<void> {
    return this.#act('CancelSalesOrder', waiting);
  }

  reopen(waiting: Waiting = {}): Promise<void> {
    return this.#act('ReopenSalesOrder', waiting);
  }

  /** Creates a shipment of all that is open, and says its number. */
  async ship(waiting: Waiting = {}): Promise<string | undefined> {
    const before = this.#shipmentNumbers();
    await this.#act('SalesOrderCreateShipment', waiting);
    return this.#shipmentNumbers().find((nbr) => !before.includes(nbr));
  }

  /** Prepares the invoice of all that is shipped, and says its number. */
  async invoice(waiting: Waiting = {}): Promise<string | undefined> {
    const before = this.#invoiceNumbers();
    await this.#act('PrepareSalesInvoice', waiting);
    return this.#invoiceNumbers().find((nbr) => !before.includes(nbr));
  }

  async #act(action: string, { onProgress }: Waiting): Promise<void> {
    await this.invoke(action as 'OpenSalesOrder', undefined, {
      reload: true,
      pollMs: 250,
      ...(onProgress && { onProgress: ({ elapsedMs }) => onProgress(Math.round(elapsedMs / 100) / 10) }),
    });
  }

  #shipmentNumbers(): string[] {
    return this.Shipments.map((shipment) => shipment.ShipmentNbr ?? '').filter(Boolean);
  }

  #invoiceNumbers(): string[] {
    return this.Shipments.map((shipment) => shipment.InvoiceNbr ?? '').filter(Boolean);
  }
}
