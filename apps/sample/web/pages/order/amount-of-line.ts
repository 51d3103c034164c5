import type { OrderLine } from '../../../contract/index.js';
import { numberFrom } from './number-from.js';
import type { LineText } from './order-draft.js';

/** What the ERP will most likely make of a line; `undefined` while something in it is no number. */
export function amountOfLine(text: Partial<LineText>, line: OrderLine): number | undefined {
  const [quantity, price, discount] = (['quantity', 'unitPrice', 'discountPercent'] as const).map((name) =>
    text[name] === undefined ? line[name] : numberFrom(text[name]),
  );
  if (quantity === undefined || price === undefined || discount === undefined) return undefined;
  return Math.round(quantity * price * (100 - discount)) / 100;
}
