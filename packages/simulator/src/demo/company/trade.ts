import { phrases } from '../../generate/vocabulary.js';
import type { FieldValue, EditableRecord } from '../../store/stored-record.js';
import { addDays, amountOf, rowsOf, setCustom, textOf, toCents } from '../fields.js';
import { insertRecord, performAction } from './insert-record.js';
import type { MemoryWorld } from './memory-world.js';
import { itemIds } from './goods.js';

const orderCount = 240;
const serviceInvoiceCount = 24;

type Line = Readonly<Record<string, FieldValue>>;

/** Orders of the last half year, each carried as far as its age allows; the oldest first. */
export function trade(world: MemoryWorld, today: string): void {
  const customers = world.all('Customer').filter((customer) => textOf(customer, 'Status') === 'Active');
  for (let index = 0; index < orderCount; index += 1) {
    const age = Math.round((180 * (orderCount - index)) / orderCount);
    const customer = customers[index % 7 === 0 ? 0 : world.random.int(0, customers.length - 1)];
    if (customer !== undefined) carryOut(world, customer, today, age);
  }
  for (let index = 0; index < serviceInvoiceCount; index += 1) billService(world, customers, today, index);
}

function carryOut(world: MemoryWorld, customer: EditableRecord, today: string, age: number): void {
  const { random } = world;
  const at = (days: number): string => addDays(today, -Math.max(0, age - days));
  world.businessDate = at(0);
  const isQuote = random.chance(0.05);
  const order = insertRecord(world, 'SalesOrder', {
    fields: {
      OrderType: isQuote ? 'QT' : 'SO',
      CustomerID: textOf(customer, 'CustomerID'),
      Description: random.pick(phrases),
      CustomerOrder: random.chance(0.6) ? `PO-${String(random.int(1000, 9999))}` : null,
      RequestedOn: addDays(world.businessDate, 7),
      Hold: !isQuote && random.chance(0.1),
    },
    rows: { Details: lines(world) },
  });
  setCustom(order, 'Document.AttributePRIORITY', 'String', random.pick(['LOW', 'NORMAL', 'HIGH']));
  if (isQuote || textOf(order, 'Status') !== 'Open') return;
  if (random.chance(0.06)) performAction(world, 'SalesOrder', order, 'CancelSalesOrder');
  else if (age > 12 || random.chance(0.2)) shipAndBill(world, order, age, at);
}

function shipAndBill(world: MemoryWorld, order: EditableRecord, age: number, at: (days: number) => string): void {
  const { random } = world;
  const find = (entity: string, ...keys: readonly string[]): EditableRecord => world.find(entity, ...keys) ?? order;
  world.businessDate = at(3);
  performAction(world, 'SalesOrder', order, 'SalesOrderCreateShipment');
  const shipmentNbr = textOf(rowsOf(order, 'Shipments')[0] ?? order, 'ShipmentNbr');
  if (age < 20 && random.chance(0.4)) return;
  world.businessDate = at(5);
  performAction(world, 'Shipment', find('Shipment', shipmentNbr), 'ConfirmShipment');
  if (age < 30 && random.chance(0.3)) return;
  performAction(world, 'Shipment', find('Shipment', shipmentNbr), 'PrepareInvoice');
  const current = find('SalesOrder', textOf(order, 'OrderType'), textOf(order, 'OrderNbr'));
  const reference = textOf(rowsOf(current, 'Shipments')[0] ?? current, 'InvoiceNbr');
  if (random.chance(0.1)) return;
  performAction(world, 'SalesInvoice', find('SalesInvoice', 'Invoice', reference), 'ReleaseSalesInvoice');
  if (age > 45 && random.chance(0.75)) pay(world, find('Invoice', 'Invoice', reference), at(random.int(20, 40)));
}

function lines({ random }: MemoryWorld): Line[] {
  const used = new Set<string>();
  const count = random.int(1, 8);
  while (used.size < count) used.add(itemIds[random.int(0, itemIds.length - 1)] ?? 'GLPINT16');
  return [...used].map((InventoryID) => ({
    InventoryID,
    OrderQty: random.int(1, 24),
    DiscountPercent: random.chance(0.2) ? random.pick([2, 5, 10]) : 0,
    WarehouseID: random.chance(0.9) ? 'MAIN' : 'WEST',
  }));
}

/** Pays an invoice, sometimes only in part. */
function pay(world: MemoryWorld, invoice: EditableRecord, date: string): void {
  const { random } = world;
  world.businessDate = date;
  const balance = amountOf(invoice, 'Balance');
  if (balance <= 0) return;
  const paid = random.chance(0.85) ? balance : toCents(balance / 2);
  const payment = insertRecord(world, 'Payment', {
    fields: {
      CustomerID: textOf(invoice, 'Customer'),
      PaymentAmount: random.chance(0.9) ? paid : toCents(paid + 50),
      PaymentMethod: random.pick(['CHECK', 'WIRE', 'CASH']),
      PaymentRef: String(random.int(1000, 9999)),
      Description: `Payment of ${textOf(invoice, 'ReferenceNbr')}`,
    },
    rows: {
      DocumentsToApply: [{ DocType: 'Invoice', ReferenceNbr: textOf(invoice, 'ReferenceNbr'), AmountPaid: paid }],
    },
  });
  if (random.chance(0.95)) performAction(world, 'Payment', payment, 'ReleasePayment');
}

/** Invoices without goods: fees and rentals. */
function billService(world: MemoryWorld, customers: readonly EditableRecord[], today: string, index: number): void {
  const { random } = world;
  const customer = customers[random.int(0, customers.length - 1)];
  if (customer === undefined) return;
  world.businessDate = addDays(today, -7 * (serviceInvoiceCount - index));
  const invoice = insertRecord(world, 'Invoice', {
    fields: { Customer: textOf(customer, 'CustomerID'), Description: 'Equipment rental', Hold: random.chance(0.1) },
    rows: {
      Details: [
        {
          TransactionDescription: 'Equipment rental',
          Qty: random.int(1, 4),
          UnitPrice: random.int(40, 250),
          TaxCategory: 'EXEMPT',
          UOM: 'MONTH',
        },
      ],
    },
  });
  if (textOf(invoice, 'Status') === 'Balanced' && random.chance(0.8))
    performAction(world, 'Invoice', invoice, 'ReleaseInvoice');
}
