/** A drop-down of a form: what it shows → what the database keeps. */
export type DropDown = Readonly<Record<string, string>>;

/** A drop-down or selector whose values are shown as they are kept. */
export function plainChoices(...values: readonly string[]): DropDown {
  return Object.fromEntries(values.map((value) => [value, value]));
}

/** The label that a value is shown by, where the value is one that the database keeps; otherwise the value itself. */
export function labelOf<V>(dropDown: DropDown | undefined, value: V): V | string {
  if (dropDown === undefined || typeof value !== 'string' || Object.hasOwn(dropDown, value)) return value;
  return Object.keys(dropDown).find((label) => dropDown[label] === value) ?? value;
}

/** Statuses of customers. */
export const customerStatuses: DropDown = {
  Active: 'A',
  'On Hold': 'H',
  'Credit Hold': 'C',
  Inactive: 'I',
  'One-Time': 'T',
};

/** Statuses of stock items. */
export const itemStatuses: DropDown = {
  Active: 'AC',
  'No Sales': 'NS',
  'No Purchases': 'NP',
  'No Request': 'NR',
  Inactive: 'IN',
  'Marked for Deletion': 'DE',
};

/** What happens with the part of an order that is not in stock. */
export const shippingRules: DropDown = { 'Ship Complete': 'C', 'Back Order Allowed': 'B', 'Cancel Remainder': 'L' };

/** Types of documents that a customer owes or is owed. */
export const invoiceTypes: DropDown = { Invoice: 'INV', 'Credit Memo': 'CRM', 'Debit Memo': 'DRM' };
