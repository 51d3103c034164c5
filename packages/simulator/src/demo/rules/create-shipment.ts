import type { EditableRecord } from '../../store/stored-record.js';
import type { ActionRule, RuleWorld } from '../entity-rules.js';
import { RuleViolation } from '../entity-rules.js';
import { addRow, americanTime, amountOf, rowsOf, setFields, sumOf, textOf } from '../fields.js';
import { computeShipment } from './shipment-rules.js';

/**
 * Creates a shipment of all open lines of one warehouse: the one in the parameters, or that of the first open line.
 *
 * @throws RuleViolation when there is nothing to ship from there.
 */
export const createShipment: ActionRule['run'] = (order, world, parameters) => {
  const open = rowsOf(order, 'Details').filter((line) => amountOf(line, 'OpenQty') > 0);
  const asked = parameters.get('WarehouseID');
  const warehouse = typeof asked === 'string' ? asked : open[0] === undefined ? '' : textOf(open[0], 'WarehouseID');
  const there = open.filter((line) => textOf(line, 'WarehouseID').toUpperCase() === warehouse.toUpperCase());
  if (there.length === 0) throw nothingToShip(order, warehouse);
  const given = parameters.get('ShipmentDate');
  const date = typeof given === 'string' ? given : world.businessDate;
  // A line is planned for its own day, where that is later than the order's: an order may be dated after the shipment.
  const until = [date, textOf(order, 'Date')].sort().at(-1) ?? date;
  const lines = there.filter((line) => world.unfinished === true || textOf(line, 'ShipOn') <= until);
  if (lines.length === 0) throw nothingPlanned(order, date);
  const shipment = startShipment(order, world, date, warehouse);
  for (const line of lines) shipLine(order, line, shipment, world);
  computeShipment(shipment);
  const shippedQty = amountOf(shipment, 'ShippedQty');
  addRow(world, shipment, 'Orders', {
    OrderType: textOf(order, 'OrderType'),
    OrderNbr: textOf(order, 'OrderNbr'),
    ShipmentNbr: textOf(shipment, 'ShipmentNbr'),
    ShipmentType: 'Shipment',
    ShippedQty: shippedQty,
    ShippedWeight: amountOf(shipment, 'ShippedWeight'),
  });
  world.save('Shipment', shipment);
  addRow(world, order, 'Shipments', {
    ShipmentType: 'Shipment',
    ShipmentNbr: textOf(shipment, 'ShipmentNbr'),
    ShipmentDate: textOf(shipment, 'ShipmentDate'),
    ShippedQty: shippedQty,
    ShippedWeight: amountOf(shipment, 'ShippedWeight'),
    Status: 'Open',
  });
  order.fields.set('Status', 'Shipping');
};

function nothingToShip(order: EditableRecord, warehouse: string): RuleViolation {
  const from = warehouse === '' ? '' : ` from warehouse ${warehouse}`;
  return new RuleViolation(`There is nothing to ship${from} for sales order ${textOf(order, 'OrderNbr')}.`);
}

function nothingPlanned(order: EditableRecord, date: string): RuleViolation {
  const name = `${textOf(order, 'OrderType')} ${textOf(order, 'OrderNbr')}`;
  return new RuleViolation(
    `The ${name} order does not contain any items planned for shipment on '${americanTime(date).slice(0, 10)}'.`,
  );
}

function startShipment(order: EditableRecord, world: RuleWorld, date: string, warehouse: string): EditableRecord {
  const shipment = world.create();
  shipment.note = '';
  setFields(shipment, {
    ShipmentNbr: world.nextNumber('Shipment'),
    Type: 'Shipment',
    Operation: 'Issue',
    Status: 'Open',
    Hold: false,
    CustomerID: textOf(order, 'CustomerID'),
    LocationID: textOf(order, 'LocationID'),
    WarehouseID: warehouse.toUpperCase(),
    ShipmentDate: date,
    ShipVia: textOf(order, 'ShipVia') || null,
    FreightCost: 0,
    FreightPrice: 0,
    CreatedDateTime: world.now,
    LastModifiedDateTime: world.now,
    NoteID: shipment.id,
  });
  return shipment;
}

function shipLine(order: EditableRecord, line: EditableRecord, shipment: EditableRecord, world: RuleWorld): void {
  const quantity = amountOf(line, 'OpenQty');
  const item = world.find('StockItem', textOf(line, 'InventoryID'));
  const row = addRow(world, shipment, 'Details', {
    LineNbr: rowsOf(shipment, 'Details').length + 1,
    InventoryID: textOf(line, 'InventoryID'),
    Description: textOf(line, 'LineDescription') || null,
    OrderType: textOf(order, 'OrderType'),
    OrderNbr: textOf(order, 'OrderNbr'),
    OrderLineNbr: amountOf(line, 'LineNbr'),
    OrderedQty: amountOf(line, 'OrderQty'),
    ShippedQty: quantity,
    OpenQty: 0,
    UOM: textOf(line, 'UOM'),
    WarehouseID: textOf(line, 'WarehouseID'),
    LocationID: 'R1S1',
    FreeItem: false,
  });
  const weight = item === undefined ? 0 : amountOf(item, 'DimensionWeight');
  shipment.fields.set('ShippedWeight', amountOf(shipment, 'ShippedWeight') + weight * amountOf(row, 'ShippedQty'));
  line.fields.set('QtyOnShipments', amountOf(line, 'QtyOnShipments') + quantity);
  if (sumOf([line], 'QtyOnShipments') >= amountOf(line, 'OrderQty')) line.fields.set('Completed', true);
}
