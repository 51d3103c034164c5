import type { OrderDocument } from '../../../contract/index.js';

const names: Readonly<Record<string, string>> = {
  customerId: 'Customer',
  customerOrder: 'Customer’s order number',
  description: 'Description',
  date: 'Ordered on',
  requestedOn: 'Promised for',
  shipVia: 'Ship via',
  externalRef: 'External reference',
  hold: 'On hold',
  inventoryId: 'Item',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  discountPercent: 'Discount %',
  warehouse: 'Warehouse',
  note: 'Note',
};

/** A place of an edit as people call it: `lines.<id>.quantity` → `Line 2, Quantity`. */
export function placeInWords(path: string, order: OrderDocument): string {
  const [part = '', id = '', ...rest] = path.split('.');
  if (part === 'header') return names[id] ?? id;
  if (part !== 'lines') return names[part] ?? path;
  const field = rest.at(-1);
  const word = field === undefined || /^\d+$/.test(field) ? '' : `, ${names[field] ?? field}`;
  if (id === 'add') return `New line ${String(Number(rest[0] ?? 0) + 1)}${rest.length > 1 ? word : ''}`;
  const line = order.lines.find((known) => known.id === id);
  return `Line ${line === undefined ? '' : `${String(line.lineNbr)} (${line.inventoryId})`}${word}`;
}
