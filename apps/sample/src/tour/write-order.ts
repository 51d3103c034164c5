import { Customer } from '../models/customer.js';
import { SalesOrder } from '../models/sales-order.js';
import { StockItem } from '../models/stock-item.js';
import { chapter, say } from './terminal.js';

/** Creates an order with two lines, and deletes one of them. */
export async function writeOrder(): Promise<void> {
  chapter('Create an order, delete a line');
  const customer = await Customer.query().select('CustomerID').firstOrThrow();
  const items = await StockItem.query().select('InventoryID').take(2).toArray();

  const order = await SalesOrder.create({
    OrderType: 'SO',
    CustomerID: customer.CustomerID,
    Description: 'Made by the tour',
    Details: items.map(({ InventoryID }) => ({ InventoryID, OrderQty: 2, UnitPrice: 12.5 })),
  });
  await order.reload({ expand: ['Details'] });
  say(
    `${order.OrderType} ${order.OrderNbr} for ${order.CustomerID} has ${order.Details.length} lines, total ${order.OrderTotal}`,
  );

  const line = order.Details.at(0);
  if (line === undefined) return;
  order.Details.remove(line);
  say(`to be sent: ${JSON.stringify(order.toWire())}`);
  await order.save({ expand: ['Details'] });
  say(`now it has ${order.Details.length} lines, total ${order.OrderTotal}`);
}
