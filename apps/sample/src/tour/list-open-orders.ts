import { SalesOrder } from '../models/sales-order.js';
import { chapter, say } from './terminal.js';

/** Reads open orders with their lines, page by page. */
export async function listOpenOrders(): Promise<void> {
  chapter('Open orders with their lines, page by page');
  const open = SalesOrder.where((order) => order.Status.eq('Open'))
    .select('OrderType', 'OrderNbr', 'OrderTotal', 'Details/InventoryID', 'Details/OrderQty')
    .expand('Details')
    .pageSize(10)
    .take(75);
  say(open.compile().url);
  for await (const page of open.pages()) {
    const lines = page.reduce((count, order) => count + order.Details.length, 0);
    say(`${page.length} orders with ${lines} lines, the first is ${page[0]?.OrderNbr ?? '–'}`);
  }
}
