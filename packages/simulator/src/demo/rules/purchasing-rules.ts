import type { StoredRecord } from '../../store/stored-record.js';
import type { ActionRule, EntityRules, RuleWorld } from '../entity-rules.js';
import { freeEntity, freeRows } from '../entity-rules.js';
import { amountOf, flagOf, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { createContactOf } from './contact-rules.js';

/** Vendors: kept while orders refer to them. */
export const vendorRules: EntityRules = {
  ...freeEntity,
  required: { VendorID: 'Vendor ID', VendorName: 'Vendor Name' },
  defaults: {
    VendorClass: 'DEFAULT',
    Status: 'Active',
    CurrencyID: 'USD',
    Terms: '30D',
    PaymentMethod: 'CHECK',
    LocationName: 'Primary Location',
  },
  references: { Warehouse: { entity: 'Warehouse', label: 'Warehouse' } },
  calculated: ['CreatedDateTime', 'LastModifiedDateTime'],
  choices: { Status: { Active: 'A', 'On Hold': 'H', 'Hold Payments': 'P', Inactive: 'I', 'One-Time': 'T' } },
  undeletable: (vendor, world) => {
    const id = textOf(vendor, 'VendorID');
    const isUsed = world.all('PurchaseOrder').some((order) => textOf(order, 'VendorID') === id);
    return isUsed ? `Vendor '${id}' cannot be deleted because it is referenced in other documents.` : undefined;
  },
  actions: {
    CreateContactFromVendor: createContactOf('Vendor'),
  },
};

const itemField =
  (field: string, otherwise: string | number | null) =>
  (line: StoredRecord, world: RuleWorld): string | number | null => {
    const value = world.find('StockItem', textOf(line, 'InventoryID'))?.fields.get(field);
    return typeof value === 'string' || typeof value === 'number' ? value : otherwise;
  };

function status(from: readonly string[], to: string, hold: boolean): ActionRule {
  return { from, long: false, run: (order) => setFields(order, { Status: to, Hold: hold }) };
}

/** Purchase orders: totals follow the lines. */
export const purchaseOrderRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'OrderNbr', prefix: 'PO', digits: 6, always: true },
  required: { Type: 'Type', VendorID: 'Vendor' },
  defaults: {
    Type: 'Normal',
    Status: 'Open',
    Hold: false,
    Date: (_order, world) => world.businessDate,
    PromisedOn: (order, world) => order.fields.get('Date') ?? world.businessDate,
    BaseCurrencyID: 'USD',
    CurrencyID: 'USD',
    Branch: 'MAIN',
    Location: 'MAIN',
    Project: 'X',
    ControlTotal: 0,
    Terms: (order, world) => world.find('Vendor', textOf(order, 'VendorID'))?.fields.get('Terms') ?? '30D',
  },
  references: { VendorID: { entity: 'Vendor', label: 'Vendor' } },
  calculated: ['IsTaxValid', 'LastModifiedDateTime', 'LineTotal', 'OrderTotal', 'Status', 'TaxTotal'],
  choices: { Type: { Normal: 'RO', 'Drop-Ship': 'DP', Blanket: 'BL', Standard: 'SB' } },
  rows: {
    Details: {
      ...freeRows,
      required: { InventoryID: 'Inventory ID' },
      references: {
        InventoryID: { entity: 'StockItem', label: 'Inventory ID' },
        WarehouseID: { entity: 'Warehouse', label: 'Warehouse' },
      },
      defaults: {
        LineDescription: itemField('Description', null),
        Description: itemField('Description', null),
        UOM: itemField('PurchaseUOM', 'EA'),
        UnitCost: itemField('LastCost', 0),
        WarehouseID: itemField('DefaultWarehouseID', 'MAIN'),
        TaxCategory: itemField('TaxCategory', null),
        OrderQty: 0,
        QtyOnReceipts: 0,
        ReceivedAmount: 0,
        LineType: 'Goods for IN',
        BranchID: 'MAIN',
        Account: '20100',
        Cancelled: false,
        Completed: false,
        OrderType: (_line, _world, order) => order?.fields.get('Type') ?? null,
        OrderNbr: (_line, _world, order) => order?.fields.get('OrderNbr') ?? null,
        Requested: (_line, world, order) => order?.fields.get('Date') ?? world.businessDate,
        Promised: (_line, world, order) => order?.fields.get('PromisedOn') ?? world.businessDate,
      },
      calculated: ['ExtendedCost', 'QtyOnReceipts', 'ReceivedAmount'],
    },
  },
  recalculate: (order) => {
    const lines = rowsOf(order, 'Details');
    for (const line of lines)
      line.fields.set('ExtendedCost', toCents(amountOf(line, 'OrderQty') * amountOf(line, 'UnitCost')));
    const total = sumOf(lines, 'ExtendedCost');
    setFields(order, { LineTotal: total, TaxTotal: 0, OrderTotal: total, IsTaxValid: true });
    const at = textOf(order, 'Status');
    if (at === 'Open' || at === 'On Hold') order.fields.set('Status', flagOf(order, 'Hold') ? 'On Hold' : 'Open');
  },
  locked: (order) =>
    ['Completed', 'Closed'].includes(textOf(order, 'Status'))
      ? `Purchase order ${textOf(order, 'OrderNbr')} cannot be changed: its status is ${textOf(order, 'Status')}.`
      : undefined,
  undeletable: (order) =>
    rowsOf(order, 'Details').some((line) => amountOf(line, 'QtyOnReceipts') > 0)
      ? `Purchase order ${textOf(order, 'OrderNbr')} cannot be deleted because receipts refer to it.`
      : undefined,
  actions: {
    PutOnHold: status(['Open'], 'On Hold', true),
    RemoveHold: status(['On Hold'], 'Open', false),
    ReleaseFromHold: status(['On Hold'], 'Open', false),
    CancelOrder: status(['Open', 'On Hold'], 'Canceled', false),
    CompleteOrder: status(['Open'], 'Completed', false),
    ReopenOrder: status(['Completed', 'Canceled'], 'Open', false),
  },
};
