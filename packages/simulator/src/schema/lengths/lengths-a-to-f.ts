/**
 * Characters that texts hold, for entities from A to F: a line an entity, `length:fields`. From the columns' types as the
 * vendor's generated models of Default, Manufacturing and eCommerce 24.200.001 tell them.
 */
export const lengthsAToF = `
Account 5:CurrencyID 6:RevaluationRateType 10:AccountCD 15:TaxCategory 20:AccountClass 30:ConsolidationAccount 60:Description
AccountGroup 10:AccountGroupID 250:Description
AccountSummaryInquiry 20:AccountClass 30:Subaccount
AccountSummaryRow 5:CurrencyID 10:Account 20:AccountClass 30:ConsolidationAccount,Subaccount 60:Description
Activity 998:Summary
AmazonStore 10:LocaleName 14:SellerPartnerId 20:BindingName 100:Marketplace,Region
AppAttributes 10:Attribute 255:Value
AppDetails 6:ActualDuration,UOM 15:PONbr,TaxCategory 20:AppointmentNbr 100:LotSerialNbr 255:EquipmentActionComment 256:Description
AppFinancialSettings 10:CustomerTaxZone
AppLogs 10:TimeCardRefNbr 15:EarningType 20:AppointmentNbr 256:Description
AppPrepayments 5:Currency 10:PaymentMethod 20:ReferenceNbr 40:PaymentRef
AppProfitability 6:ActualDuration 256:Description
AppResourceEquipment 20:AppointmentNbr 255:Comment
AppStaff 15:EarningType 20:AppointmentNbr
AppTaxDetails 20:AppointmentNbr 60:TaxID
Appointment 6:ActualDuration,ScheduledDuration 15:ServiceOrderNbr 20:AppointmentNbr 256:Description
AttributeDefinition 10:AttributeID 60:Description,EntryMask 255:RegExp
AttributeDefinitionValue 10:ValueID 60:Description
AttributeDetail 10:AttributeID 15:AttributeBOMID 30:Label 255:DefaultValue 256:Description
BCItemSalesCategory 256:Description,Path
BatchDeductionOrBenefitDetail 15:BatchNumber
BatchEarningDetail 15:Code,UnionLocal,WCCCode
BigCommerceStores 20:StoreName 50:APIPath,WebDAVUsername 100:WebDAVPath 200:StoreAdminPath
Bill 5:CurrencyID 10:Terms 15:ReferenceNbr 40:VendorRef 512:Description
BillDetail 6:UOM 15:LCNbr,POOrderNbr,POReceiptNbr,TaxCategory 256:TransactionDescription
BillOfMaterial 10:Revision 15:BOMID 256:Description
BillTaxDetail 60:TaxID
BomAttributes 10:Revision 15:BOMID
BomPreferences 10:BOMNumberingSequence,DefaultRevision,ECONumberingSequence,ECRNumberingSequence 20:DefaultWorkCenter
BoxStockItem 6:UOM 15:BoxID 255:Description
Budget 30:SubaccountFilter,TreeNodeFilter
BudgetDetail 150:Description
BusinessAccount 5:CurrencyID 10:ClassID 15:SourceCampaign 30:BusinessAccountID 50:AccountRef 255:Name
BusinessAccountCaseDetail 10:ClassID 15:CaseID 255:Subject
BusinessAccountContact 50:Phone1 255:DisplayName,Email,JobTitle
BusinessAccountContract 30:ContractID 255:Description
BusinessAccountDefaultLocationSetting 10:PriceClass,ShippingTerms,TaxZone 15:FOBPoint,ShipVia,ShippingZone 50:TaxRegistrationID 60:LocationName
BusinessAccountLocation 10:PriceClass,TaxZone 30:LocationID 60:LocationName
BusinessAccountMainContact 10:LanguageOrLocale 50:Fax,Phone1,Phone2 255:Attention,CompanyName,Email,JobTitle,Web
BusinessAccountOpportunityDetail 5:CurrencyID 255:Subject
BusinessAccountOrder 5:CurrencyID 15:OrderNbr,ShipVia,ShippingZone 40:CustomerOrder 256:Description
BusinessAccountShippingContact 50:Fax,Phone1,Phone2 255:Attention,Email,JobTitle
Carrier 6:Centimeter,Inch,Kilogram,Pound 15:CarrierID 255:Description,PlugInType
CarrierCustomerAccount 10:PostalCode 255:CarrierAccount
CarrierPluginParameter 30:PluginID 255:Description 1024:Value
Case 6:InitialResponse,ResolutionTime 10:ClassID 15:CaseID 256:Subject
CaseDetail 10:ClassID 15:CaseID 255:Subject
CaseRelatedCase 15:CaseID
CashSale 10:PaymentMethod 15:ReferenceNbr 40:PaymentRef 512:Description
CashSaleDetail 15:TaxCategory 256:TransactionDescription
CashTransaction 10:EntryTypeCD 40:ExternalReferenceNumber 512:Description
CashTransactionDetail 512:AmountDescription
ChangeOrder 15:Class,OriginalCORefNbr,RefNbr,RevenueChangeNbr 30:ExternalRefNbr 256:Description
ChangeOrderClass 15:ClassID 256:Description
ChangeOrderCommitment 5:CurrencyID 6:UOM 15:PONbr 256:Description
ChangeOrderCostBudget 6:UOM 256:Description
ChangeOrderRevenueBudget 6:UOM 256:Description
Check 5:CurrencyID 10:PaymentMethod 15:ReferenceNbr 40:PaymentRef 512:Description
CheckDetail 15:ReferenceNbr
CheckHistoryDetail 15:ReferenceNbr
CloseProductionOrdersDetail 19:ProductionNbr
CompensationDetail 15:EarningCode
ConfigurationEntry 10:ConfRevision 15:ConfigurationID,ProdOrderNbr,SOOrderNbr
ConfigurationEntryAttributes 10:Revision 15:ConfigurationID 255:Value
ConfigurationFeature 30:FeatureID 256:Description
ConfigurationMaintAttribute 10:AttributeID,Revision,Variable 15:ConfigurationID 30:Label 255:DefaultValue 256:Description
ConfigurationMaintKey 10:NumberSequence 240:Formula 512:TranDescription
ConfigurationMaintenance 10:BOMRevision,Revision 15:BOMID,ConfigurationID 256:Description
ConfigurationMaintenanceFeature 10:Revision 15:ConfigurationID 30:FeatureID,Label 256:Description
ConfiguratorPreferences 10:ConfigNumberingSequence,DefaultKeyNumberSequence,DefaultRevision
Contact 10:ContactClass,LanguageOrLocale 15:SourceCampaign 40:ExtRefNbr 50:Fax,FirstName,Phone1,Phone2,Phone3 100:LastName 255:CompanyName,Email,JobTitle,SpouseOrPartnerName,WebSite
ContactNotification 8:Report 10:ClassID
ContactUserInfo 50:Status 256:Login 512:Password
ContractUsageTransactionDetail 6:UOM 15:ReferenceNbr 256:Description
CostCode 30:CostCodeID 250:Description
CostRollHistory 10:Revision 15:BOMID
CostTransaction 15:BatchNbr,OrigBatchNbr 256:Description
CostTransactionDetail 15:BatchNbr,GLBatchNbr 19:ProductionNbr 30:RefCostID 256:TranDescription
CreateProductionDocuments 15:ProductionNbr
CreditCardTransactionDetail 50:AuthNbr,TranNbr
CriticalMaterialDetail 6:UOM 15:POOrderNbr 19:ProductionNbr,SubAssyProductionNbr 30:ItemClass,PreferredVendorID 256:Description
CriticalMaterials 19:ProductionNbr
Currency 5:CurrencyID 10:CurrencySymbol 60:Description
Customer 5:CurrencyID 6:CurrencyRateType 10:CustomerClass,PriceClassID,ShippingTerms,StatementCycleID,TaxZone,Terms 15:FOBPoint,ShipVia,ShippingZoneID 30:CustomerID,TaxExemptionNumber 50:AccountRef,TaxRegistrationID 60:LocationName 255:CustomerName
CustomerClass 5:CurrencyID 6:CurrencyRateType 10:ClassID,OverdueChargeID,PaymentMethod,ShippingTerms,StatementCycleID,TaxZoneID,Terms 15:ShipVia 60:Description
CustomerLocation 10:Calendar,PriceClass,ShippingTerms,TaxZone 15:FOBPoint,ShipVia,ShippingZone 30:LocationID,TaxExemptionNbr 50:TaxRegistrationID 60:LocationName
CustomerPaymentMethod 10:PaymentMethod,ProcCenterID 255:CardAccountNbr 1024:CustomerProfileID
CustomerPaymentMethodDetail 10:Name 1024:Value
CustomerPriceClass 10:PriceClassID 250:Description
DeductionBenefitCode 15:DeductionBenefitCodeID 60:Description,VendorInvoiceDescription
DeductionBenefitWCCCode 50:State
DirectDepositDetail 30:AccountNumber,BankRoutingNumber 60:BankName
DisassemblyEntry 6:UOM 15:BatchNbr,INRefNbr 19:ProductionNbr 256:LineDescription,TranDescription
DisassemblyEntryAllocation 6:UOM 100:LotSerialNbr
DisassemblyEntryAttribute 10:AttributeID 30:Attribute 255:Value 256:Description
DisassemblyEntryMaterial 6:UOM 15:GLBatchNbr,INRefNbr 20:ReasonCode 100:LotSerialNbr 256:Description
Discount 10:DiscountCode,Sequence 250:Description
DiscountCode 10:DiscountCodeID 250:Description
DiscountCustomerPriceClassesDetail 10:PriceClassID
DiscountItemPriceClassesDetail 10:PriceClassID
EarningTypeCode 15:EarningTypeCodeID,RegularTimeTypeCode 60:Description
Email 500:From 998:Subject 3000:Bcc,Cc,To
EmailProcessingRow 500:From 998:Subject 3000:To
Employee 30:EmployeeID 255:EmployeeName
EmployeeFinancialSettings 10:PaymentMethod,TaxZone,Terms
EmployeeGeneralInfo 10:Calendar 15:DefaultUnion,DefaultWCCCode,PayGroup
EmployeePayrollClass 10:EmployeePayrollClassID 60:Description
EmployeePayrollClassDefaults 10:DefaultCalendar 15:DefaultUnion,DefaultWCCCode,PayGroup
EmployeePayrollSettings 10:ClassID,PaymentMethod 30:EmployeeID 255:EmployeeName
EmployeeSettings 5:CurrencyID 6:CurrencyRateTypeID 10:Calendar,DepartmentID,EmployeeClass 15:UnionLocalID 50:EmployeeRefNbr
EmploymentHistoryRecord 20:PositionID
EmploymentRecord 20:Position
EngineeringChangeOrder 10:BOMRevision,Revision 15:BOMID,ECOID 256:Description
EngineeringChangeOrderAttribute 10:AttributeID,Revision 15:ECOID 30:Label 255:Value 256:Description
EngineeringChangeOrderOperation 10:OperationID,Revision 15:ECOID 20:WorkCenter 256:OperDesc
EngineeringChangeRequest 10:BOMRevision,Revision 15:BOMID,ECOID,ECRID 256:Description
EngineeringChangeRequestAttribute 10:AttributeID,Revision 15:ECRID 30:Label 255:Value 256:Description
EngineeringChangeRequestOperation 10:OperationID,Revision 15:ECRID 20:WorkCenter 256:OperDesc
Estimate 10:OpportunityID,Revision 15:EstimateID,ExtRefNbr,OrderNbr,QuoteNbrQuoteNbr,TaxCategory 20:EstimateClass 30:InventoryID 255:ImageURL 256:ItemDescription
EstimateClass 15:TaxCategory 20:ClassID 256:Description
EstimateHistory 10:Revision 15:EstimateID 256:Description
EstimateMaterialDetail 6:UOM 30:InventoryID 256:Description
EstimateOperation 10:OperationNbr,Revision 15:EstimateID 20:WorkCenter 256:OperationDescription
EstimateOperationDetail 10:OperationID,Revision 15:EstimateID 20:WorkCenter 256:OperationDescription
EstimateOverheadDetail 20:OverheadID 256:Description
EstimatePreferences 10:DefaultRevision,EstimateNumberSequence 20:DefaultEstimateClass,DefaultWorkCenter
EstimateStepDetail 256:Description
EstimateToolDetail 30:ToolID 256:Description
EstimateTotal 5:BaseCurrencyID,Currency,CurrencyID 6:UOM
Event 255:Location 998:Summary
EventAttendee 255:Comment,Email
EventHistoryDetail 15:BatchNbr 19:ProductionNbr 256:Description
ExpenseClaim 5:BaseCurrencyID,CurrencyID 10:DepartmentID 15:RefNbr 256:Description
ExpenseClaimDetails 5:CurrencyID 6:UOM 10:TaxZone 15:APRefNbr,ARRefNbr,TaxCategory 40:RefNbr 256:Description
ExpenseClaimFinancialDetail 10:TaxZone
ExpenseClaimTaxDetail 60:TaxID
ExpenseReceipt 15:ReceiptID
ExpenseReceiptDetails 5:BaseCurrencyID,CurrencyID 6:CurrancyRateTypeID,UOM 10:TaxZone 15:ExpenseClaimID,TaxCategory 40:RefNbr 256:Description
ExpenseReceiptTaxDetails 60:TaxID
ExternalCommitment 6:UOM 15:ExternalRefNbr
FOBPoint 15:FOBPointID 60:Description
FeatureAttributes 10:AttributeID,Variable 30:FeatureID,Label 255:DefaultValue 256:Description
FeatureOptions 6:UOM 30:FeatureID,Label 256:Description
FinancialSettings 10:CustomerTaxZone,Terms 15:InvoiceNbr,OriginalOrderNbr
FinancialYearPeriodDetail 60:Description
Forecast 6:UOM 15:ForecastID
`;
