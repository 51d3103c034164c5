import type { EntityModel } from '../schema/schema-model.js';

/** Graph and header view of forms whose names are known. */
const known: Readonly<Record<string, readonly [graph: string, view: string]>> = {
  Bill: ['PX.Objects.AP.APInvoiceEntry', 'Document'],
  Case: ['PX.Objects.CR.CRCaseMaint', 'Case'],
  Contact: ['PX.Objects.CR.ContactMaint', 'Contact'],
  Customer: ['PX.Objects.AR.CustomerMaint', 'BAccount'],
  Invoice: ['PX.Objects.AR.ARInvoiceEntry', 'Document'],
  Payment: ['PX.Objects.AR.ARPaymentEntry', 'Document'],
  PurchaseOrder: ['PX.Objects.PO.POOrderEntry', 'Document'],
  SalesInvoice: ['PX.Objects.SO.SOInvoiceEntry', 'Document'],
  SalesOrder: ['PX.Objects.SO.SOOrderEntry', 'Document'],
  Shipment: ['PX.Objects.SO.SOShipmentEntry', 'Document'],
  StockItem: ['PX.Objects.IN.InventoryItemMaint', 'Item'],
  Vendor: ['PX.Objects.AP.VendorMaint', 'BAccount'],
};

/** The graph and view that file addresses of an entity name; made up in the ERP's manner where it is not known. */
export function formGraph({ name, screenId }: EntityModel): { readonly graph: string; readonly view: string } {
  const [graph, view] = known[name] ?? [`PX.Objects.${screenId?.slice(0, 2) ?? 'CS'}.${name}Maint`, 'Document'];
  return { graph, view };
}
