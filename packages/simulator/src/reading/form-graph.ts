import { ownValue } from '../store/own-value.js';
import type { EntityModel } from '../schema/schema-model.js';

/** Graph and header view of forms whose names are known. */
const known: ReadonlyMap<string, readonly [graph: string, view: string]> = new Map(
  Object.entries({
    Bill: ['PX.Objects.AP.APInvoiceEntry', 'Document'] as const,
    Case: ['PX.Objects.CR.CRCaseMaint', 'Case'] as const,
    Contact: ['PX.Objects.CR.ContactMaint', 'Contact'] as const,
    Customer: ['PX.Objects.AR.CustomerMaint', 'BAccount'] as const,
    Invoice: ['PX.Objects.AR.ARInvoiceEntry', 'Document'] as const,
    Payment: ['PX.Objects.AR.ARPaymentEntry', 'Document'] as const,
    PurchaseOrder: ['PX.Objects.PO.POOrderEntry', 'Document'] as const,
    SalesInvoice: ['PX.Objects.SO.SOInvoiceEntry', 'Document'] as const,
    SalesOrder: ['PX.Objects.SO.SOOrderEntry', 'Document'] as const,
    Shipment: ['PX.Objects.SO.SOShipmentEntry', 'Document'] as const,
    StockItem: ['PX.Objects.IN.InventoryItemMaint', 'Item'] as const,
    Vendor: ['PX.Objects.AP.VendorMaint', 'BAccount'] as const,
  }),
);

/** The graph and view that file addresses of an entity name; made up in the ERP's manner where it is not known. */
export function formGraph({ name, screenId }: EntityModel): { readonly graph: string; readonly view: string } {
  const [graph, view] = known.get(name) ?? [`PX.Objects.${screenId?.slice(0, 2) ?? 'CS'}.${name}Maint`, 'Document'];
  return { graph, view };
}

/** Views of rows whose names are known, by document. */
const rowViews: Readonly<Record<string, string>> = {
  Bill: 'Transactions',
  Invoice: 'Transactions',
  PurchaseOrder: 'Transactions',
  SalesInvoice: 'Transactions',
  SalesOrder: 'Transactions',
  Shipment: 'Transactions',
};

/** The view of a document's lines that file addresses name; the rows' own name where it is not known. */
export function rowView(document: EntityModel, row: EntityModel): string {
  const isLine = /Detail(s)?$/.test(row.name);
  return isLine ? (ownValue(rowViews, document.name) ?? row.name) : row.name;
}
