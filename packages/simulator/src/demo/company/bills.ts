import { addDays, rowsOf, textOf } from '../fields.js';
import { insertRecord, performAction } from './insert-record.js';
import type { MemoryWorld } from './memory-world.js';

/** What vendors have asked for the purchase orders that are complete; the last few bills are not released yet. */
export function enterBills(world: MemoryWorld, today: string): void {
  const orders = world.all('PurchaseOrder').filter((order) => textOf(order, 'Status') === 'Completed');
  for (const [index, order] of orders.entries()) {
    world.businessDate = addDays(today, -3 * (orders.length - index));
    const number = textOf(order, 'OrderNbr');
    const bill = insertRecord(world, 'Bill', {
      fields: {
        Vendor: textOf(order, 'VendorID'),
        VendorRef: textOf(order, 'VendorRef'),
        Description: `Purchase order ${number}`,
        Terms: textOf(order, 'Terms') || null,
      },
      rows: {
        Details: rowsOf(order, 'Details').map((line) => ({
          POOrderType: textOf(order, 'Type'),
          POOrderNbr: number,
          POLine: line.fields.get('LineNbr') ?? null,
        })),
      },
    });
    if (index < orders.length - 5) performAction(world, 'Bill', bill, 'ReleaseBill');
  }
}
