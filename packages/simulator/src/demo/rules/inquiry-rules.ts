import type { EditableRecord } from '../../store/stored-record.js';
import type { EntityRules, RuleWorld } from '../entity-rules.js';
import { freeEntity } from '../entity-rules.js';
import { addRow, amountOf, rowsOf, sumOf, textOf, toCents } from '../fields.js';

const fits = (asked: string, value: string): boolean => asked === '' || asked.toUpperCase() === value.toUpperCase();

/** What lies where, by item and warehouse. */
function inquireStock(inquiry: EditableRecord, world: RuleWorld): void {
  for (const item of world.all('StockItem')) {
    if (!fits(textOf(inquiry, 'InventoryID'), textOf(item, 'InventoryID')) || textOf(inquiry, 'InventoryID') === '')
      continue;
    for (const row of rowsOf(item, 'WarehouseDetails')) {
      const warehouse = textOf(row, 'WarehouseID');
      if (!fits(textOf(inquiry, 'WarehouseID'), warehouse)) continue;
      const [onHand, cost] = [amountOf(row, 'QtyOnHand'), amountOf(item, 'AverageCost')];
      const reserved = reservedQuantity(world, textOf(item, 'InventoryID'), warehouse);
      addRow(world, inquiry, 'Results', {
        BaseUOM: textOf(item, 'BaseUOM'),
        LocationID: 'R1S1',
        WarehouseID: warehouse,
        QtyOnHand: onHand,
        QtyAvailable: onHand - reserved,
        QtyAvailableForShipment: onHand,
        QtyNotAvailable: 0,
        EstimatedUnitCost: cost,
        EstimatedTotalCost: toCents(onHand * cost),
      });
    }
  }
}

function reservedQuantity(world: RuleWorld, item: string, warehouse: string): number {
  const lines = world.all('SalesOrder').flatMap((order) => rowsOf(order, 'Details'));
  return sumOf(
    lines.filter((line) => textOf(line, 'InventoryID') === item && textOf(line, 'WarehouseID') === warehouse),
    'OpenQty',
  );
}

/** What customers owe, and how much of it is overdue. */
function inquireBalances(inquiry: EditableRecord, world: RuleWorld): void {
  for (const customer of world.all('Customer')) {
    const balance = Number(customer.custom?.get('CustomerBalance')?.get('Balance')?.value ?? 0);
    if (!fits(textOf(inquiry, 'CustomerClass'), textOf(customer, 'CustomerClass'))) continue;
    if (inquiry.fields.has('MinimumBalance') && balance < amountOf(inquiry, 'MinimumBalance')) continue;
    const open = world
      .all('Invoice')
      .filter(
        (invoice) =>
          textOf(invoice, 'Status') === 'Open' && textOf(invoice, 'Customer') === textOf(customer, 'CustomerID'),
      );
    addRow(world, inquiry, 'Results', {
      CustomerID: textOf(customer, 'CustomerID'),
      CustomerName: textOf(customer, 'CustomerName'),
      CustomerClass: textOf(customer, 'CustomerClass'),
      Terms: textOf(customer, 'Terms'),
      Balance: balance,
      OpenDocuments: open.length,
      OverdueAmount: sumOf(
        open.filter((invoice) => textOf(invoice, 'DueDate') < world.businessDate),
        'Balance',
      ),
    });
  }
}

export const inventorySummaryRules: EntityRules = { ...freeEntity, inquire: inquireStock };
export const customerBalanceRules: EntityRules = { ...freeEntity, inquire: inquireBalances };
