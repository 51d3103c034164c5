import type { EditableHeader, EditableLine } from '../../contract/index.js';

/** What of an order can be edited, by its name on the page and in the ERP. */
export const headerMembers = {
  customerId: 'CustomerID',
  description: 'Description',
  customerOrder: 'CustomerOrder',
  externalRef: 'ExternalRef',
  date: 'Date',
  requestedOn: 'RequestedOn',
  shipVia: 'ShipVia',
  hold: 'Hold',
} as const satisfies Record<keyof EditableHeader, string>;

/** The same for a line. */
export const lineMembers = {
  inventoryId: 'InventoryID',
  description: 'LineDescription',
  quantity: 'OrderQty',
  unitPrice: 'UnitPrice',
  discountPercent: 'DiscountPercent',
  warehouse: 'WarehouseID',
} as const satisfies Record<keyof EditableLine, string>;

/** The page's name for a member of the ERP's; the ERP's own where the page has none. */
export function pageName(members: Readonly<Record<string, string>>, erpName: string): string {
  return Object.entries(members).find(([, name]) => name === erpName)?.[0] ?? erpName;
}
