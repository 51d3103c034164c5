/**
 * Characters that texts hold, for entities from Q to Z: a line an entity, `length:fields`. From the columns' types as the
 * vendor's generated models of Default, Manufacturing and eCommerce 24.200.001 tell them.
 */
export const lengthsQToZ = `
ReleaseProductionOrders 6:UOM 15:SOOrderNbr 19:ProductionNbr
ReplenishmentParameterStockItem 10:ReplenishmentClass,Seasonality
ReportingGroup 60:Name
RoughCutPlanningDetail 19:ProductionNbr
SalesInvoice 5:Currency 15:ReferenceNbr 40:CustomerOrder 512:Description
SalesInvoiceAddress 2500:AddressLine1,AddressLine2,City,Country,PostalCode,State
SalesInvoiceApplicationInvoice 15:AdjustingDocReferenceNbr
SalesInvoiceDetail 6:UOM 15:InventoryRefNbr,OrderNbr,OrigInvNbr,ShipmentNbr,TaxCategory 100:LotSerialNbr 256:TransactionDescr
SalesInvoiceDiscountDetails 10:DiscountCode,SequenceID 15:ExternalDiscountCode,OrderNbr 256:Description
SalesInvoiceFinancialDetails 10:CustomerTaxZone 15:BatchNbr
SalesInvoiceFreightDetail 15:ShipmentNbr
SalesInvoiceTaxDetail 60:TaxID
SalesOrder 5:BaseCurrencyID,CurrencyID 6:CurrencyRateTypeID 10:PaymentMethod 15:OrderNbr,ShipVia 40:CustomerOrder,ExternalRef,PaymentRef 256:Description
SalesOrderDetail 6:UOM 10:DiscountCode,TaxZone 15:InvoiceNbr,TaxCategory 20:ReasonCode 40:CustomerOrderNbr 50:AlternateID 256:LineDescription
SalesOrderPayment 10:PaymentMethod,ProcessingCenterID 15:ReferenceNbr 40:PaymentRef 50:OrigTransactionNbr 256:Description
SalesOrderShipment 15:InvoiceNbr
SalesOrdersDiscountDetails 10:DiscountCode,SequenceID 15:ExternalDiscountCode 256:Description
SalesPriceDetail 5:CurrencyID 6:UOM 30:PriceCode 60:Tax 256:Description
SalesPriceWorksheet 15:ReferenceNbr 150:Description
SalesPricesInquiry 10:PriceClass 30:ItemClassID,PriceCode
SalesPricesWorksheetDetail 5:CurrencyID 6:UOM 15:ReferenceNbr 30:Description,PriceCode 60:Tax
Salesperson 15:SalespersonID 60:Name
ServiceOrder 5:Currency 15:ServiceOrderNbr 40:CustomerOrder,ExternalReference 256:Description
SettingsForPR 8:Report
Shift 15:shift 256:Description
ShiftDetail 10:CalendarID 15:LaborCode,Shift
ShipToSettings 10:ShippingTerms 15:FOBPoint,ShipVia,ShippingZoneID
ShipVia 10:Calendar 15:CarrierID,TaxCategory 60:Description
ShipViaFreightRate 15:ZoneID
Shipment 5:BaseCurrencyID,FreightCurrencyID 6:CurrencyRateTypeID 10:ShippingTerms 15:FOBPoint,ShipVia,ShipmentNbr,ShippingZoneID 256:Description
ShipmentDetail 6:UOM 15:OrderNbr 20:ReasonCode 100:LotSerialNbr 256:Description
ShipmentOrderDetail 15:InventoryRefNbr,InvoiceNbr,OrderNbr,ShipmentNbr
ShipmentPackage 15:BoxID 30:CustomRefNbr1,CustomRefNbr2,Description 60:TrackingNbr
ShippingBox 15:BoxID 255:Description
ShippingSettings 10:ShippingTerms 15:FOBPoint,FreightTaxCategory,ShipVia,ShippingZone
ShippingTerm 10:TermID 255:Description
ShippingZones 15:ZoneID 255:Description
ShopifyStore 20:StoreName 100:StoreAdminURL
SrvOrdAddress 20:PostalCode 50:AddressLine1,AddressLine2,City,State
SrvOrdAppointments 15:AppointmentNbr
SrvOrdAttributes 10:Attribute 255:Value
SrvOrdContact 50:Phone1 255:Attention,CompanyName,Email
SrvOrdDefaultStaff 15:ServiceOrderNbr 30:StaffMemberID 255:Comment
SrvOrdDetails 6:UOM 15:PONbr,ServiceOrderNbr,TaxCategory 50:LastReference 100:LotSerialNbr 255:EquipmentActionComment 256:Description
SrvOrdFinancialDetails 10:CustomerTaxZone
SrvOrdPrepayments 5:Currency 10:PaymentMethod 15:ReferenceNbr 40:PaymentRef
SrvOrdTaxDetails 15:ServiceOrderNbr 60:TaxID
StockItem 6:BaseUOM,PurchaseUOM,SalesUOM,VolumeUOM,WeightUOM 10:LotSerialClass,PostingClass,PriceClass 15:TaxCategory 30:InventoryID,TariffCode 255:ImageUrl 256:Description
StockItemVendorDetail 5:CurrencyID 6:PurchaseUnit
StockItemWarehouseDetail 10:Seasonality
Subaccount 30:SubaccountCD 255:Description
Task 998:Summary
TaskRelatedTask 998:Subject
Tax 60:TaxID 100:Description
TaxCategory 15:TaxCategoryID 60:Description
TaxCategoryTaxDetail 15:TaxCategory 60:TaxID
TaxDetail 10:CustomerTaxZone 15:OrderNbr 60:TaxID
TaxScheduleDetail 60:TaxID
TaxSettingDetail 50:State 60:Name 255:FormBox,Value 2048:AdditionalInformation
TaxZone 10:TaxZoneID 60:Description
TaxZoneApplicableTaxDetail 60:TaxID
TaxZoneDetail 10:TaxZoneID 60:TaxID
TemplateItems 6:BaseUOM,SalesUOM,WeightUOM 30:InventoryID 256:Description
TimeAndMaterial 6:UOM 10:DeferralCode 15:TaxCategory 255:Description
TimeEntry 15:EarningType,UnionLocal,WCCCode 256:Summary
Tool 30:ToolID 256:Description
Totals 15:FreightTaxCategory
TransferOrder 15:ReferenceNbr 40:ExternalRef 256:Description
TransferOrderDetail 6:UOM 20:ReasonCode 100:LotSerialNbr 255:SpecialOrderNbr,ToSpecialOrderNbr 256:Description
UnionEarningRateDetail 255:Description
UnionLocal 15:UnionLocalID 255:Description
Units 6:ToUOM
Vendor 5:CurrencyID 6:CurrencyRateType 10:PaymentMethod,ShippingTerms,TaxZone,Terms,VendorClass 15:FOBPoint,ShipVia 30:VendorID 50:AccountRef,TaxRegistrationID 60:LocationName 255:LegalName
VendorClass 10:ClassID 60:Description
VendorPriceDetail 5:CurrencyID 6:UOM
VendorPriceWorksheet 15:ReferenceNbr 150:Description
VendorPriceWorksheetDetail 5:CurrencyID 6:UOM 15:ReferenceNbr 30:Description 60:Tax
VendorPricesInquiry 30:ItemClass
VendorShipment 15:ShipmentID
VendorShipmentDetails 15:POOrderNbr 19:ProductionNbr 100:LotSerialNbr 256:TranDescription
WCCCode 15:wcccode 255:Description
Warehouse 30:WarehouseID 60:Description
WarehouseLocation 30:LocationID 60:Description
WhereUsedDetail 10:OperationNbr 256:OperationDescription
WipAdjustmentEntry 15:BatchNbr,OrigBatchNbr 256:Description
WipAdjustmentEntryDetail 15:GLBatchNbr,INRefNbr 19:ProductionNbr 20:ReasonCode 256:TranDescription
WorkCalendar 10:TimeZone,WorkCalendarID 60:Description
WorkCalendarExceptionDetail 60:Description
WorkCenter 20:WorkCenterID 256:Description
WorkCenterOverheadDetail 20:Overhead
WorkCenterSubstitute 20:SubstituteWorkCenter
WorkClassCompensationCode 15:WCCCode 30:CostCodeFrom,CostCodeTo 255:Description
WorkLocation 10:WorkLocationID 60:WorkLocationName
`;
