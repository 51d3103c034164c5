import type { FactTable } from '../fact-table.js';

/** Written by tools/knowledge/write-field-facts.mjs; not by hand. */
export const ecommerceFacts: FactTable = {
  source: {
    endpoint: 'eCommerce/24.200.001',
    origin: "The vendor's generated models of the endpoint and its definition (MIT)",
    collected: '2026-12-01',
  },
  sqlTypes: 'nvarchar(256)',
  dataClasses: 'PX.Objects.IN.INCategory PX.Data.GenericFilter PX.Data.GenericResult',
  entities:
    'BCItemSalesCategory\tIN204060\tCategoryID||0||Category ID\tDescription|0|0\tParentCategoryID||0|ParentID|Parent Category\tPath|0|0|//Description|Description\nBCShipments\tBC408030\tLastModified||1\tShippingNoteID||1\tOrderNbr||1\tOrderType||1\tBindingID||1\nBCShipmentsResult\t\tInvoiceNbr||2|POReceipt_invoiceNbr\tInvoiceType||2|SOOrderShipment_invoiceType\tConfirmed||2|SOOrderShipment_confirmed\tLastModifiedDateTime||2|SOOrderShipment_lastModifiedDateTime\tNoteID||2|SOOrderShipment_shippingRefNoteID\tOrderNbr||2|SOOrderShipment_orderNbr\tOrderNoteID||2|SOOrderShipment_orderNoteID\tShipmentNumber||2|SOOrderShipment_Formulaed3c462824714383866aa59e6fec34e4\tShipmentType||2|SOOrderShipment_Formulaa1cc8efe91af4e359f509430a43c1d27\nItemImageDetails\t\tExtension||2|UploadFile_extansion\tFileID||2|UploadFile_fileID\tFileName||2|UploadFile_name\tFileNoteID||2|UploadFile_noteID\tInventoryID||2|InventoryItem_inventoryCD\tInventoryLastModifiedDateTime||2|InventoryItem_lastModifiedDateTime\tInventoryNoteID||2|InventoryItem_noteID\tIsDefault||2|InventoryItem_Formula0c812287c27b492e980dba53a73007c1\tLastModifiedDateTime||2|UploadFileRevision_createdDateTime\tTemplateItemID||2|InventoryItem_templateItemID',
};
