import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Cases, and the forms that process, inquire and report rather than keep records. */
export const serviceEntities: Record<string, EntityDeclaration> = {
  Case: {
    form: 'Cases (CR306000)',
    keys: 'CaseID',
    members: `Activities*ActivityDetail Attributes*AttributeValue Billable:Boolean BusinessAccount BusinessAccountName
      CaseID ClassID ClosingDate:DateTime ContactDisplayName ContactID:Int DateReported:DateTime Description
      LastActivityDate:DateTime Location Owner OwnerEmployeeName Priority Reason ResolutionTime Severity SLA:DateTime
      Status Subject TimeSpent Workgroup LastModifiedDateTime:DateTime NoteID:Guid`,
    actions: 'ReleaseCase AssignCase',
    custom: 'CaseCurrent.UsrRootCause:String',
  },
  CustomerBalanceInquiry: {
    form: 'Customer Balances (GI000010)',
    members: 'CustomerClass MinimumBalance:Decimal Results*CustomerBalanceRow',
    role: 'inquiry',
  },
  CustomerBalanceRow: {
    members: 'Balance:Decimal CustomerClass CustomerID CustomerName OpenDocuments:Int OverdueAmount:Decimal Terms',
  },
  CustomerStatement: {
    form: 'Customer Statement (AR641500)',
    members: 'CustomerID StatementDate:DateTime',
    role: 'report',
  },
  EmailProcessing: {
    form: 'Emails Pending Processing (SM507000)',
    members: 'Account:Int IncludeFailed:Boolean Result*EmailProcessingRow Type',
    actions: 'ProcessEmailProcessing ProcessAllEmailProcessing',
  },
  EmailProcessingRow: { members: 'EmailAccount From MailStatus Owner Selected:Boolean StartDate:DateTime Subject To' },
  InventorySummaryInquiry: {
    form: 'Inventory Summary (IN401000)',
    members: 'InventoryID LocationID Results*InventorySummaryRow WarehouseID',
    role: 'inquiry',
  },
  InventorySummaryRow: {
    members: `BaseUOM EstimatedTotalCost:Decimal EstimatedUnitCost:Decimal LocationID QtyAvailable:Decimal
      QtyAvailableForShipment:Decimal QtyNotAvailable:Decimal QtyOnHand:Decimal WarehouseID`,
  },
};
