import { cloneRecord } from '../../store/clone-record.js';
import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import type { RuleWorld } from '../entity-rules.js';
import { amountOf, linkOf, rowsOf, setFields, textOf } from '../fields.js';

/** Lines of an order that a row of an invoice stands for by its order and shipment alone. */
function shippedLines(row: StoredRecord, world: RuleWorld): readonly StoredRecord[] {
  const order = orderOf(row, world);
  const shipment = world.find('Shipment', textOf(row, 'ShipmentNbr'));
  const shipped = shipment && new Set(rowsOf(shipment, 'Details').map((line) => amountOf(line, 'OrderLineNbr')));
  return rowsOf(order ?? row, 'Details').filter(
    (line) => amountOf(line, 'QtyOnShipments') > 0 && shipped?.has(amountOf(line, 'LineNbr')) !== false,
  );
}

const orderOf = (row: StoredRecord, world: RuleWorld): StoredRecord | undefined =>
  world.find('SalesOrder', textOf(row, 'OrderType') || 'SO', textOf(row, 'OrderNbr'));

/**
 * Puts the lines of shipments in place of the rows of a new invoice that name an order and a shipment and no item, and
 * takes the customer of the first where none was sent.
 */
export function billShipments(invoice: EditableRecord, world: RuleWorld): void {
  const rows = rowsOf(invoice, 'Details').flatMap((row) => {
    if (textOf(row, 'InventoryID') !== '' || textOf(row, 'OrderNbr') === '') return [row];
    const order = orderOf(row, world);
    const lines = shippedLines(row, world);
    if (order === undefined || lines.length === 0) return [row];
    if (textOf(invoice, 'CustomerID') === '') takeCustomer(invoice, order, world);
    const named = cloneRecord(row);
    return lines.map((line, index) => billLine(index === 0 ? row : world.create(), line, named));
  });
  invoice.details.set('Details', [...rows]);
}

function takeCustomer(invoice: EditableRecord, order: StoredRecord, world: RuleWorld): void {
  setFields(invoice, {
    CustomerID: textOf(order, 'CustomerID'),
    CustomerOrder: textOf(order, 'CustomerOrder') || null,
  });
  for (const name of ['BillToAddress', 'BillToContact']) {
    const from = order.links.get(name);
    if (from) setFields(linkOf(world, invoice, name), Object.fromEntries(from.fields));
  }
}

function billLine(row: EditableRecord, line: StoredRecord, asked: StoredRecord): EditableRecord {
  setFields(row, {
    OrderType: textOf(asked, 'OrderType') || 'SO',
    OrderNbr: textOf(asked, 'OrderNbr'),
    OrderLineNbr: amountOf(line, 'LineNbr'),
    ShipmentNbr: textOf(asked, 'ShipmentNbr') || null,
    InventoryID: textOf(line, 'InventoryID'),
    TransactionDescr: textOf(line, 'LineDescription') || null,
    Qty: amountOf(line, 'QtyOnShipments'),
    UOM: textOf(line, 'UOM') || null,
    UnitPrice: amountOf(line, 'DiscountedUnitPrice'),
    TaxCategory: textOf(line, 'TaxCategory') || null,
    WarehouseID: textOf(line, 'WarehouseID') || null,
    DiscountAmount: 0,
  });
  return row;
}
