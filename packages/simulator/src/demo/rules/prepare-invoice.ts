import type { EditableRecord } from '../../store/stored-record.js';
import type { RuleWorld } from '../entity-rules.js';
import { RuleViolation } from '../entity-rules.js';
import { addRow, amountOf, linkOf, rowsOf, setFields, textOf } from '../fields.js';
import { refreshBalance } from './customer-balance.js';
import { computeSalesInvoice, mirrorSalesInvoice } from './sales-invoice-rules.js';
import { computeLines, computeTotals } from './sales-lines.js';

/**
 * Makes the invoice for everything that an order has shipped (or one shipment has) and nobody has billed yet. The order
 * given is changed, not stored.
 *
 * @throws RuleViolation when there is nothing to bill.
 */
export function prepareInvoice(order: EditableRecord, world: RuleWorld, shipment?: EditableRecord): EditableRecord {
  const shipped = new Set(rowsOf(shipment ?? order, 'Details').map((row) => lineOf(row, shipment === undefined)));
  const lines = rowsOf(order, 'Details').filter(
    (line) =>
      amountOf(line, 'QtyOnShipments') > 0 && textOf(line, 'InvoiceNbr') === '' && shipped.has(lineOf(line, true)),
  );
  if (lines.length === 0) throw new RuleViolation(`Sales order ${textOf(order, 'OrderNbr')} has nothing to invoice.`);
  const shipmentNbr = textOf(shipment ?? rowsOf(order, 'Shipments').at(-1) ?? order, 'ShipmentNbr');
  const invoice = startInvoice(order, world);
  const reference = textOf(invoice, 'ReferenceNbr');
  for (const line of lines) {
    billLine(order, line, invoice, world, shipmentNbr);
    line.fields.set('InvoiceNbr', reference);
  }
  for (const row of rowsOf(order, 'Shipments'))
    if (textOf(row, 'ShipmentNbr') === shipmentNbr || shipment === undefined)
      setFields(row, { InvoiceType: 'Invoice', InvoiceNbr: reference });
  linkOf(world, order, 'FinancialSettings').fields.set('InvoiceNbr', reference);
  computeSalesInvoice(invoice, world);
  world.save('SalesInvoice', invoice);
  mirrorSalesInvoice(invoice, world);
  computeLines(order, world);
  computeTotals(order, world);
  refreshBalance(world, textOf(order, 'CustomerID'));
  return invoice;
}

/** Number of the order line that a row is, or ships. */
function lineOf(row: EditableRecord, isOrder: boolean): number {
  return amountOf(row, isOrder ? 'LineNbr' : 'OrderLineNbr');
}

function startInvoice(order: EditableRecord, world: RuleWorld): EditableRecord {
  const invoice = world.create();
  invoice.note = '';
  setFields(invoice, {
    Type: 'Invoice',
    ReferenceNbr: world.nextNumber('SalesInvoice'),
    Status: 'Balanced',
    Hold: false,
    CreditHold: false,
    CustomerID: textOf(order, 'CustomerID'),
    CustomerOrder: textOf(order, 'CustomerOrder') || null,
    Currency: textOf(order, 'CurrencyID') || 'USD',
    Date: world.businessDate,
    Description: textOf(order, 'Description') || null,
    Project: textOf(order, 'Project') || null,
    CashDiscount: 0,
    FreightPrice: 0,
    PaymentTotal: 0,
    CreatedDate: world.now,
    LastModifiedDateTime: world.now,
  });
  for (const name of ['BillToAddress', 'BillToContact']) {
    const from = order.links.get(name);
    if (from !== undefined && from !== null) setFields(linkOf(world, invoice, name), Object.fromEntries(from.fields));
  }
  return invoice;
}

function billLine(
  order: EditableRecord,
  line: EditableRecord,
  invoice: EditableRecord,
  world: RuleWorld,
  shipmentNbr: string,
): void {
  addRow(world, invoice, 'Details', {
    LineNbr: rowsOf(invoice, 'Details').length + 1,
    InventoryID: textOf(line, 'InventoryID'),
    TransactionDescr: textOf(line, 'LineDescription') || null,
    Description: textOf(line, 'LineDescription') || null,
    OrderType: textOf(order, 'OrderType'),
    OrderNbr: textOf(order, 'OrderNbr'),
    OrderLineNbr: amountOf(line, 'LineNbr'),
    ShipmentNbr: shipmentNbr || null,
    Qty: amountOf(line, 'QtyOnShipments'),
    UOM: textOf(line, 'UOM'),
    UnitPrice: amountOf(line, 'DiscountedUnitPrice'),
    DiscountAmount: 0,
    TaxCategory: textOf(line, 'TaxCategory') || null,
    Account: '40000',
    BranchID: 'MAIN',
    WarehouseID: textOf(line, 'WarehouseID'),
  });
}
