import type { EditableRecord } from '../../store/stored-record.js';
import type { EntityRules, RuleWorld } from '../entity-rules.js';
import { RuleViolation, freeEntity, freeRows } from '../entity-rules.js';
import { amountOf, edit, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { prepareInvoice } from './prepare-invoice.js';
import { computeLines, computeTotals } from './sales-lines.js';

/** Computes quantity and weight of a shipment from its lines. */
export function computeShipment(shipment: EditableRecord): void {
  const shipped = sumOf(rowsOf(shipment, 'Details'), 'ShippedQty');
  setFields(shipment, {
    ShippedQty: shipped,
    ControlQty: shipped,
    ShippedWeight: toCents(amountOf(shipment, 'ShippedWeight')),
    ShippedVolume: 0,
    PackageCount: rowsOf(shipment, 'Packages').length,
    PackageWeight: sumOf(rowsOf(shipment, 'Packages'), 'Weight'),
  });
}

/** Shipments: confirming one completes the orders it ships in full; invoicing follows. */
export const shipmentRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'ShipmentNbr', prefix: '', digits: 6, always: true },
  required: { CustomerID: 'Customer', WarehouseID: 'Warehouse' },
  defaults: {
    Type: 'Shipment',
    Operation: 'Issue',
    Status: 'Open',
    Hold: false,
    LocationID: 'MAIN',
    ShipmentDate: (_shipment, world) => world.businessDate,
    NoteID: (shipment) => shipment.id,
  },
  references: {
    CustomerID: { entity: 'Customer', label: 'Customer' },
    WarehouseID: { entity: 'Warehouse', label: 'Warehouse' },
  },
  calculated: [
    'ControlQty',
    'CreatedDateTime',
    'LastModifiedDateTime',
    'NoteID',
    'ShippedQty',
    'ShippedWeight',
    'Status',
  ],
  rows: {
    Details: {
      ...freeRows,
      required: { InventoryID: 'Inventory ID' },
      references: { InventoryID: { entity: 'StockItem', label: 'Inventory ID' } },
      defaults: { ShippedQty: 0, FreeItem: false, UOM: 'EA' },
    },
    Packages: { ...freeRows, defaults: { Confirmed: false, Weight: 0, UOM: 'LB', Type: 'Manual' } },
  },
  recalculate: computeShipment,
  locked: (shipment) =>
    textOf(shipment, 'Status') === 'Open' || textOf(shipment, 'Status') === 'On Hold'
      ? undefined
      : `Shipment ${textOf(shipment, 'ShipmentNbr')} cannot be changed: its status is ${textOf(shipment, 'Status')}.`,
  undeletable: (shipment) =>
    textOf(shipment, 'Status') === 'Open'
      ? undefined
      : `Shipment ${textOf(shipment, 'ShipmentNbr')} cannot be deleted: its status is ${textOf(shipment, 'Status')}.`,
  actions: {
    ConfirmShipment: { from: ['Open'], long: true, run: confirm },
    CorrectShipment: { from: ['Confirmed'], long: true, run: correct },
    UpdateIN: { from: ['Confirmed', 'Invoiced', 'Partially Invoiced'], long: true, run: updateInventory },
    PrepareInvoice: { from: ['Confirmed', 'Completed'], long: true, run: invoice },
  },
};

function confirm(shipment: EditableRecord, world: RuleWorld): void {
  if (amountOf(shipment, 'ShippedQty') === 0)
    throw new RuleViolation('A shipment without quantity cannot be confirmed.');
  shipment.fields.set('Status', 'Confirmed');
  editOrders(shipment, world, (order) => {
    const isComplete = rowsOf(order, 'Details').every(
      (line) => amountOf(line, 'QtyOnShipments') >= amountOf(line, 'OrderQty'),
    );
    order.fields.set('Status', isComplete ? 'Completed' : 'Back Order');
    markOrder(order, shipment, 'Confirmed');
  });
}

function correct(shipment: EditableRecord, world: RuleWorld): void {
  shipment.fields.set('Status', 'Open');
  editOrders(shipment, world, (order) => {
    order.fields.set('Status', 'Shipping');
    markOrder(order, shipment, 'Open');
  });
}

function updateInventory(shipment: EditableRecord, world: RuleWorld): void {
  for (const line of rowsOf(shipment, 'Details'))
    edit(world, 'StockItem', [textOf(line, 'InventoryID')], (item) => {
      const row = rowsOf(item, 'WarehouseDetails').find(
        (at) => textOf(at, 'WarehouseID') === textOf(line, 'WarehouseID'),
      );
      row?.fields.set('QtyOnHand', amountOf(row, 'QtyOnHand') - amountOf(line, 'ShippedQty'));
    });
  shipment.fields.set('Status', 'Completed');
  editOrders(shipment, world, (order) => {
    markOrder(order, shipment, 'Completed');
  });
}

function invoice(shipment: EditableRecord, world: RuleWorld): void {
  editOrders(shipment, world, (order) => {
    prepareInvoice(order, world, shipment);
  });
  if (textOf(shipment, 'Status') === 'Confirmed') shipment.fields.set('Status', 'Invoiced');
}

function editOrders(shipment: EditableRecord, world: RuleWorld, change: (order: EditableRecord) => void): void {
  for (const row of rowsOf(shipment, 'Orders'))
    edit(world, 'SalesOrder', [textOf(row, 'OrderType'), textOf(row, 'OrderNbr')], (order) => {
      change(order);
      computeLines(order, world);
      computeTotals(order, world);
    });
}

function markOrder(order: EditableRecord, shipment: EditableRecord, status: string): void {
  const row = rowsOf(order, 'Shipments').find((at) => textOf(at, 'ShipmentNbr') === textOf(shipment, 'ShipmentNbr'));
  row?.fields.set('Status', status);
}
