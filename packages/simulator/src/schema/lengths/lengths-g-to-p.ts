/**
 * Characters that texts hold, for entities from G to P: a line an entity, `length:fields`. From the columns' types as the
 * vendor's generated models of Default, Manufacturing and eCommerce 24.200.001 tell them.
 */
export const lengthsGToP = `
InventoryAdjustment 15:ReferenceNbr 40:ExternalRef 256:Description
InventoryAdjustmentDetail 6:UOM 15:ReceiptNbr 20:ReasonCode 100:LotSerialNbr 255:SpecialOrderNbr 256:Description
InventoryAllocationInquiry 6:BaseUnit
InventoryAllocationRow 50:AllocationType 100:DocType,LotSerialNbr
InventoryIssue 15:ReferenceNbr 40:ExternalRef 256:Description
InventoryIssueDetail 6:UOM 20:ReasonCode 100:LotSerialNbr 255:SpecialOrderNbr 256:Description
InventoryItemUOMConversion 6:FromUOM
InventoryReceipt 15:ReferenceNbr,TransferNbr 256:Description
InventoryReceiptDetail 6:UOM 15:POReceiptNbr 20:ReasonCode 100:LotSerialNbr 255:SpecialOrderNbr 256:Description
InventorySummaryInquiry 30:Subitem
InventorySummaryRow 6:BaseUOM 100:LotSerialNbr
Invoice 10:Terms 15:ReferenceNbr 40:CustomerOrder 512:Description
InvoiceApplicationsDefault 15:ReferenceNbr
InvoiceDetail 6:UOM 15:TaxCategory 256:TransactionDescription
InvoiceDiscountDetail 10:DiscountCode,SequenceID 15:ExternalDiscountCode,OrderNbr 256:Description
InvoiceTaxDetail 60:TaxID
ItemClass 6:BaseUOM,PurchaseUOM,SalesUOM 10:AvailabilityCalculationRule,LotSerialClass,PostingClass,PriceClass 15:TaxCategoryID 30:ClassID,TariffCode 256:Description
ItemClassAtrribute 10:AttributeID
ItemSalesCategory 256:Description,Path
ItemWarehouse 10:ReplenishmentClass,Seasonality
ItemWhereUsedRow 6:UOM 10:Revision 15:BOMID 30:ParentItemClass
JournalTransaction 5:CurrencyID 15:BatchNbr 512:Description
JournalTransactionDetail 6:UOM 15:ReferenceNbr 512:TransactionDescription
KitAssembly 6:UOM 10:Revision 15:ReferenceNbr 20:ReasonCode 256:Description
KitAssemblyAllocation 6:UOM 100:LotSerialNbr
KitAssemblyNonStockComponent 6:UOM 20:ReasonCode
KitAssemblyStockComponent 6:UOM 20:ReasonCode
KitNonStockComponent 6:UOM
KitSpecification 10:RevisionID 256:Description
KitStockComponent 6:UOM
LaborCodes 15:LaborCode 60:Description
LaborEntry 15:BatchNbr 256:Description
LaborEntryDetail 6:UOM 15:GLBatchNbr,INRefNbr,LaborCode,ReceiptNbr,Shift 19:ProductionNbr 20:ReasonCode 100:LotSerialNbr 256:TranDescription
LaborRate 5:CurrencyID 30:ExternalRefNbr 255:Description
LateAssignment 19:ProductionNbr 100:LotSerialNbr
LateAssignmentAllocatedDetail 6:UOM 19:ProductionNbr 100:LotSerialNbr 256:Description
LateAssignmentUnallocatedDetail 6:UOM 19:ProductionNbr 100:LotSerialNbr 256:Description
Lead 10:LanguageOrLocale,LeadClass 15:SourceCampaign 50:Fax,FirstName,Phone1,Phone2,Phone3 100:LastName 255:CompanyName,Description,Email,JobTitle,LeadDisplayName,WebSite
Ledger 5:Currency 10:LedgerID 60:Description
LedgerBranches 30:BranchID 60:BranchName
LotSerialClass 10:ClassID 256:Description
LotSerialClassSegment 30:Value
MPSType 10:NumberingSequence 20:TypeID 60:Description
MRPBucketDetail 30:BucketID
MRPBuckets 30:BucketID 60:Description
MRPDetailInquiryResult 30:RelatedDocument
MRPDisplay 6:BaseUOM 10:BOMRevision 15:BOMID 30:RelatedDocument,RelatedParentDocument,RelatedProductDocument
MRPException 30:RelatedDocument
MRPPreferences 10:NumberingSequence,PurchaseCalendarID 20:DefaultType
MRPRequirementsByItem 30:BucketID
Machine 10:CalendarID 30:AssetID,MachineID 120:Description
MachineDetail 30:MachineID
MasterProductionSchedule 6:UOM 15:BOMID,MPSID 20:Type
MaterialEntry 15:BatchNbr,OrigBatchNbr 256:Description
MaterialEntryDetail 6:UOM 15:GLBatchNbr,INRefNbr 19:ProductionNbr 100:LotSerialNbr,ParentLotSerialNbr 256:TranDescription
MatrixItems 256:Description
MoveEntry 15:BatchNbr 256:Description
MoveEntryDetail 6:UOM 15:GLBatchNbr,INRefNbr,ReceiptNbr 19:ProductionNbr 20:ReasonCode 100:LotSerialNbr 256:TranDescription
NonStockItem 6:BaseUnit,PurchaseUnit,SalesUnit,VolumeUOM,WeightUOM 10:PostingClass,PriceClass 15:TaxCategory 30:InventoryID 256:Description
OperationDetail 10:OperationNbr,Revision 15:BOMID 20:WorkCenter 256:OperationDescription
Opportunity 5:CurrencyID 10:ClassID,TaxZone 15:OpportunityID,SourceCampaign 255:Subject
OpportunityContact 50:Fax,FirstName,Phone1,Phone2,Phone3 100:LastName 255:Attention,CompanyName,Email,Position,WebSite
OpportunityDetail 5:Currency 255:Subject
OpportunityDiscount 10:DiscountCode,SequenceID
OpportunityProduct 6:UOM 10:DiscountCode,DiscountSequence 15:TaxCategory 256:TransactionDescription
OpportunityTaxDetail 60:TaxID
OrderAttributeDetail 10:AttributeID 19:ProductionNbr 30:Label 255:Value 256:Description
OrderOperationDetail 10:OperationNbr,PhantomBOMRevision,PhantomMatlRevision 15:POOrderNbr,PhantomBomID,PhantomMatlBOMID 20:WorkCenter 256:OperationDescription
OrderTypeAttribute 10:AttributeID 30:Label 60:Description 255:Value
OrderTypes 10:OrderNumberingSequence 60:Description
Overhead 20:OverheadID 256:Description
PTOBank 15:DisbursingEarningType,PTOBankID 60:Description
PTOBankEmployeeClassSetting 10:EmployeeClass
PayGroup 15:PayGroupID 60:PayGroupName 64:UserRole
PayPeriod 15:PayGroup
Payment 5:CurrencyID 10:PaymentMethod,ProcessingCenterID 15:ReferenceNbr 40:PaymentRef 50:OrigTransaction 512:Description
PaymentApplicationHistoryDetail 15:AdjustedRefNbr,BatchNbr,DisplayRefNbr
PaymentCharge 10:EntryTypeID 15:RefNbr 256:Description
PaymentDetail 15:ReferenceNbr 20:WriteOffReasonCode
PaymentMethod 10:PaymentMethodID 60:Description
PaymentMethodAllowedCashAccountDetail 10:PaymentMethod 15:BatchLastRefNbr 40:APLastRefNbr,ARLastRefNbr
PaymentMethodProcessingCenterDetail 10:PaymentMethod,ProcCenterID
PaymentOrderDetail 15:OrderNbr
PaymentPeriod 60:Description
PayrollBatch 15:BatchID,PayGroup 128:Description
PayrollUnionLocal 15:PayrollUnionLocalID 255:Description
PhysicalInventoryCount 15:ReferenceNbr 30:Subitem 100:LotSerialNbr
PhysicalInventoryCountDetail 15:ReferenceNbr 100:LotSerialNbr
PhysicalInventoryReview 15:ReferenceNbr 256:Description
PhysicalInventoryReviewDetail 20:ReasonCode 100:LotSerialNbr
ProFormaFinancialDetails 10:Terms 15:ARRefNbr,CustomerTaxZone
ProFormaInvoice 5:CurrencyID 15:RefNbr 255:Description
ProFormaTaxDetail 60:TaxID
ProductionAttributes 19:ProductionNbr
ProductionAttributesDetail 10:AttributeID 15:BatNbr 19:ProductionNbr 30:Label 255:Description,Value 256:InventoryDescription
ProductionOrder 6:UOM 10:BOMRevision,ConfRevision,EstimateRevision 15:BOMID,ConfigurationID,EstimateID,SOOrderNbr 19:ParentOrder,ProductOrder,ProductionNbr,SourceProductionNbr 120:ConfigKey 256:OrderDescription
ProductionOrderAllocation 6:UOM 19:ProductionNbr 100:LotSerialNbr
ProductionOrderDetail 19:ProductionNbr
ProductionPreferences 10:CostNumberingSequence,DisassemblyNumberingSequence,FixedMfgCalendarID,LaborNumberingSequence,MaterialNumberingSequence,MoveNumberingSequence,VendorShipmentNumberingSequence,WipAdjustNumberingSequence
ProgressBilling 10:DeferralCode 15:TaxCategory 255:Description
Project 30:ExternalRefNbr,ProjectID 255:Description
ProjectAddress 20:PostalCode 50:City,State 255:AddressLine1
ProjectBalance 255:Description
ProjectBudget 6:UOM 256:Description
ProjectProFormaDetails 15:ARReferenceNbr,ProFormaReferenceNbr
ProjectTask 30:ProjectTaskID 250:Description
ProjectTaskToCRMLink 15:AccountedCampaign
ProjectTemplate 30:ProjectTemplateID 255:Description
ProjectTemplateTask 30:ProjectTemplateTaskID 250:Description
ProjectTransaction 15:ReferenceNbr 30:OriginalDocNbr 255:Description
ProjectTransactionDetail 6:UOM 15:BatchNbr,EarningType 255:Description
ProjectUnionLocal 15:UnionLocalID
PurchaseOrder 5:CurrencyID 10:Terms,VendorTaxZone 15:OrderNbr 40:VendorRef 60:Description
PurchaseOrderDetail 6:UOM 15:OrderNbr,OrigPONbr,TaxCategory 50:AlternateID 256:LineDescription
PurchaseOrderTaxDetail 60:TaxID
PurchaseReceipt 5:CurrencyID 15:InventoryRefNbr,ReceiptNbr 40:VendorRef
PurchaseReceiptDetail 6:UOM 15:POOrderNbr,POReceiptNbr,TransferOrderNbr,TransferShipmentNbr 100:LotSerialNbr 256:TransactionDescription
`;
