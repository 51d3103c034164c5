import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import { shippingRules } from '../drop-downs.js';
import type { RowRules, RuleWorld } from '../entity-rules.js';
import { freeRows } from '../entity-rules.js';
import {
  addRow,
  amountOf,
  americanTime,
  flagOf,
  linkOf,
  rowsOf,
  setFields,
  sumOf,
  textOf,
  toCents,
} from '../fields.js';
import { taxRateOf } from './terms.js';

const itemOf = (line: StoredRecord, world: RuleWorld): StoredRecord | undefined =>
  world.find('StockItem', textOf(line, 'InventoryID'));

const fromItem =
  (field: string, otherwise: string | number | null = null) =>
  (line: StoredRecord, world: RuleWorld): string | number | null => {
    const value = itemOf(line, world)?.fields.get(field);
    return typeof value === 'string' || typeof value === 'number' ? value : otherwise;
  };

/** Lines of sales orders: the item gives price, unit and warehouse, the system computes the amounts. */
export const salesLineRules: RowRules = {
  ...freeRows,
  required: { InventoryID: 'Inventory ID' },
  references: {
    InventoryID: { entity: 'StockItem', label: 'Inventory ID' },
    WarehouseID: { entity: 'Warehouse', label: 'Warehouse' },
  },
  defaults: {
    LineDescription: fromItem('Description'),
    UOM: fromItem('SalesUOM', 'EA'),
    UnitPrice: fromItem('DefaultPrice', 0),
    UnitCost: fromItem('AverageCost', 0),
    AverageCost: fromItem('AverageCost', 0),
    WarehouseID: fromItem('DefaultWarehouseID', 'MAIN'),
    TaxCategory: fromItem('TaxCategory'),
    OrderQty: 0,
    QtyOnShipments: 0,
    DiscountPercent: 0,
    FreeItem: false,
    ManualDiscount: false,
    ManualPrice: false,
    Completed: false,
    LineType: 'Goods for Inventory',
    Operation: 'Issue',
    ShippingRule: 'Back Order Allowed',
    Account: '40000',
    Branch: 'MAIN',
    RequestedOn: (_line, world, order) => order?.fields.get('RequestedOn') ?? world.businessDate,
    ShipOn: (_line, world, order) => order?.fields.get('RequestedOn') ?? world.businessDate,
    NoteID: (line) => line.id,
  },
  calculated: [
    'Amount',
    'AverageCost',
    'DiscountAmount',
    'DiscountedUnitPrice',
    'ExtendedPrice',
    'InvoiceNbr',
    'LastModifiedDate',
    'NoteID',
    'OpenQty',
    'QtyOnShipments',
    'UnbilledAmount',
  ],
  choices: { ShippingRule: shippingRules },
};

/** Computes amounts and quantities of an order's lines. */
export function computeLines(order: EditableRecord, world: RuleWorld): void {
  for (const line of rowsOf(order, 'Details')) {
    const quantity = amountOf(line, 'OrderQty');
    const price = flagOf(line, 'FreeItem') ? 0 : amountOf(line, 'UnitPrice');
    const extended = toCents(quantity * price);
    const discount = toCents((extended * amountOf(line, 'DiscountPercent')) / 100);
    const isClosed = flagOf(line, 'Completed') || textOf(order, 'Status') === 'Cancelled';
    const isBilled = textOf(line, 'InvoiceNbr') !== '';
    setFields(line, {
      ExtendedPrice: extended,
      DiscountAmount: discount,
      Amount: toCents(extended - discount),
      DiscountedUnitPrice: toCents(price * (1 - amountOf(line, 'DiscountPercent') / 100)),
      OpenQty: isClosed ? 0 : Math.max(0, quantity - amountOf(line, 'QtyOnShipments')),
      UnbilledAmount: isBilled || textOf(order, 'Status') === 'Cancelled' ? 0 : toCents(extended - discount),
      LastModifiedDate: americanTime(world.now),
    });
  }
}

/** Computes an order's totals and tax from its lines. */
export function computeTotals(order: EditableRecord, world: RuleWorld): void {
  const lines = rowsOf(order, 'Details');
  const lineTotal = sumOf(lines, 'Amount');
  const taxTotal = computeTax(order, world);
  const totals = linkOf(world, order, 'Totals');
  const unbilled = sumOf(lines, 'UnbilledAmount');
  const share = lineTotal === 0 ? 0 : unbilled / lineTotal;
  setFields(order, {
    OrderedQty: sumOf(lines, 'OrderQty'),
    TaxTotal: taxTotal,
    OrderTotal: toCents(lineTotal + taxTotal),
    IsTaxValid: true,
  });
  setFields(totals, {
    LineTotalAmount: lineTotal,
    DiscountTotal: sumOf(lines, 'DiscountAmount'),
    MiscTotalAmount: 0,
    Freight: 0,
    TaxTotal: taxTotal,
    UnbilledAmount: toCents(unbilled + taxTotal * share),
    UnbilledQty: lines.reduce(
      (sum, line) => sum + (amountOf(line, 'UnbilledAmount') > 0 ? amountOf(line, 'OrderQty') : 0),
      0,
    ),
    UnpaidBalance: toCents(lineTotal + taxTotal - sumOf(rowsOf(order, 'Payments'), 'AppliedToOrder')),
    OrderWeight: toCents(lines.reduce((sum, line) => sum + weightOf(line, world), 0)),
    OrderVolume: 0,
  });
}

function weightOf(line: StoredRecord, world: RuleWorld): number {
  const item = itemOf(line, world);
  return item === undefined ? 0 : amountOf(item, 'DimensionWeight') * amountOf(line, 'OrderQty');
}

function computeTax(order: EditableRecord, world: RuleWorld): number {
  const customer = world.find('Customer', textOf(order, 'CustomerID'));
  const zone = customer === undefined ? '' : textOf(customer, 'TaxZone');
  const rate = taxRateOf(zone);
  const taxable = sumOf(
    rowsOf(order, 'Details').filter((line) => textOf(line, 'TaxCategory') !== 'EXEMPT'),
    'Amount',
  );
  const tax = toCents((taxable * rate) / 100);
  order.details.set('TaxDetails', rate === 0 || taxable === 0 ? [] : rowsOf(order, 'TaxDetails').slice(0, 1));
  if (rate === 0 || taxable === 0) return 0;
  const row = rowsOf(order, 'TaxDetails')[0] ?? addRow(world, order, 'TaxDetails', {});
  setFields(row, { LineNbr: 1, RecordID: 1, CustomerTaxZone: zone, TaxID: zone, TaxType: 'Sales' });
  setFields(row, { TaxRate: rate, TaxableAmount: taxable, TaxAmount: tax });
  return tax;
}
