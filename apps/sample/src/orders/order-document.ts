import type { EditableHeader, FileRow, OrderDocument, OrderLine as LineOfPage } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import type { OrderLine } from '../models/order-line.js';
import { dayOf } from '../models/plain-day.js';
import type { SalesOrder } from '../models/sales-order.js';
import { orderActions } from './order-actions.js';
import { orderRow } from './order-row.js';

/** An order as its page shows it. Asks for the list of its files; all else is read already. */
export async function orderDocument(order: SalesOrder, customers: CustomerIndex): Promise<OrderDocument> {
  return {
    id: order.id ?? '',
    header: {
      ...orderRow(order, customers),
      ...editableHeader(order),
      lastModified: lastModified(order),
      taxTotal: order.TaxTotal ?? 0,
      orderedQty: order.OrderedQty ?? 0,
    },
    lines: order.Details.map(lineOfPage),
    note: order.note ?? '',
    files: await fileRows(order),
    shipments: order.Shipments.map((shipment) => ({
      nbr: shipment.ShipmentNbr ?? '',
      date: dayOf(shipment, 'ShipmentDate'),
      status: shipment.Status ?? '',
      invoiceNbr: shipment.InvoiceNbr,
    })),
    actions: orderActions(order),
    editable: order.isOpen || order.OrderType === 'QT',
  };
}

/** The order's version: the text of its timestamp, as exact as the ERP gives it. */
export function lastModified(order: SalesOrder): string {
  const text = order.raw('LastModified');
  return typeof text === 'string' ? text : '';
}

/** What of the head can be changed. */
export function editableHeader(order: SalesOrder): EditableHeader {
  return {
    customerId: order.CustomerID ?? '',
    description: order.Description ?? null,
    customerOrder: order.CustomerOrder ?? null,
    externalRef: order.ExternalRef ?? null,
    date: dayOf(order, 'Date'),
    requestedOn: dayOf(order, 'RequestedOn'),
    shipVia: order.ShipVia ?? null,
    hold: order.Hold ?? false,
  };
}

/** A line as the page shows it. */
export function lineOfPage(line: OrderLine): LineOfPage {
  return {
    id: line.id ?? '',
    lineNbr: line.LineNbr ?? 0,
    inventoryId: line.InventoryID ?? '',
    description: line.LineDescription ?? null,
    quantity: line.OrderQty ?? 0,
    unitPrice: line.UnitPrice ?? 0,
    discountPercent: line.DiscountPercent ?? 0,
    warehouse: line.WarehouseID ?? null,
    amount: line.Amount ?? 0,
    openQty: line.OpenQty ?? 0,
    uom: line.UOM ?? null,
  };
}

/** The order's files, with where this server offers them. */
export async function fileRows(order: SalesOrder): Promise<FileRow[]> {
  const path = [order.OrderType ?? '', order.OrderNbr ?? ''].map(encodeURIComponent).join('/');
  const files = await order.files();
  return files.map(({ id, name, comment }) => ({
    id,
    name,
    comment: comment ?? null,
    href: `/api/orders/${path}/files/${encodeURIComponent(id)}`,
  }));
}
