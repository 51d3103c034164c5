import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Customers, their classes and the people behind companies. */
export const customerEntities: Record<string, EntityDeclaration> = {
  Contact: {
    form: 'Contacts (CR302000)',
    keys: 'ContactID',
    members: `Active:Boolean Address>Address Attention Attributes*AttributeValue BusinessAccount CompanyName ContactClass
      ContactID:Int ContactMethod DateOfBirth:DateTime DisplayName DoNotCall:Boolean DoNotEmail:Boolean Email FirstName
      JobTitle LastModifiedDateTime:DateTime LastName MiddleName Owner Phone1 Phone1Type Phone2 Phone2Type Source Status
      Synchronize:Boolean Title Type WebSite NoteID:Guid`,
    actions: 'CheckForContactDuplicates MarkContactAsValidated',
    custom: 'ContactCurrent.UsrNewsletter:Boolean ContactCurrent.LanguageID:String',
  },
  CreditVerificationRules: {
    members: `CreditDaysPastDue:Short CreditLimit:Decimal CreditVerification FirstDueDate:DateTime
      OpenOrdersBalance:Decimal RemainingCreditLimit:Decimal UnreleasedBalance:Decimal`,
  },
  Customer: {
    form: 'Customers (AR303000)',
    keys: 'CustomerID',
    members: `AccountRef ApplyOverdueCharges:Boolean Attributes*AttributeValue AutoApplyPayments:Boolean BAccountID:Int
      BillingAddressOverride:Boolean BillingContact>Contact BillingContactOverride:Boolean Contacts*CustomerContact
      CreatedDateTime:DateTime CreditVerificationRules>CreditVerificationRules CurrencyID CurrencyRateType CustomerClass
      CustomerID CustomerName Email EnableCurrencyOverride:Boolean FOBPoint LastModifiedDateTime:DateTime
      LeadTimedays:Short LocationName MainContact>Contact OrderPriority:Short ParentRecord PriceClassID
      PrimaryContact>Contact PrimaryContactID:Int PrintInvoices:Boolean PrintStatements:Boolean
      Salespersons*CustomerSalesPerson SendInvoicesbyEmail:Boolean ShippingBranch ShippingContact>Contact ShippingRule
      ShippingTerms ShippingZoneID ShipVia StatementCycleID StatementType Status TaxRegistrationID TaxZone Terms
      WarehouseID WriteOffLimit:Decimal CreditLimit:Decimal NoteID:Guid`,
    actions:
      'CreateContactFromCustomer(FirstName,LastName,JobTitle,Phone1Type,Phone1,Phone2Type,Phone2,Email,ContactClass)',
    custom: `CustomerBalance.Balance:Decimal CurrentCustomer.UsrRegion:String CurrentCustomer.UsrLoyaltyPoints:Int
      CurrentCustomer.UsrKeyAccount:Boolean Answers.AttributeINDUSTRY:String`,
  },
  CustomerClass: {
    form: 'Customer Classes (AR201000)',
    keys: 'ClassID',
    members: `ARAccount ARSubaccount ClassID Country CreditLimit:Decimal CreditVerification CurrencyID Description
      LastModifiedDateTime:DateTime PrintStatements:Boolean ShipVia StatementCycleID StatementType TaxZoneID Terms`,
  },
  CustomerContact: { members: 'Contact>Contact ContactID:Int LastModifiedDateTime:DateTime' },
  CustomerSalesPerson: { members: 'Commission:Decimal Default:Boolean LocationID LocationName Name SalespersonID' },
};
