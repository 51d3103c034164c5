import type { OrderField } from '../../../contract/index.js';

const names = ['CustomerID', 'Date', 'Description', 'OrderNbr', 'OrderTotal', 'RequestedOn', 'Status'];

/** Whether a sales desk asks by this field every day; the endpoint has dozens. */
export function isEveryday({ name }: OrderField): boolean {
  return names.includes(name);
}
