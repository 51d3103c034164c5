/**
 * Buttons of forms by the id of the form, `graph action:action that contracts name it by`, or the graph action alone where
 * no contract names it. Any of them works in an address, whether or not the document declares it: `Payment/Release`.
 * From the definition of Default/24.200.001, and what was seen of forms that documents go through an approval on.
 */
const buttons: Readonly<Record<string, string>> = {
  AP202010: 'releasePriceWorksheet:ReleaseVendorPriceWorksheet',
  AP301000:
    'Approve PutOnHold Reject Release:ReleaseBill ReleaseFromHold ReleaseRetainageAmount:ReleaseRetainage ReverseInvoice:ReverseBill',
  AP302000: 'Approve PutOnHold Reject Release:ReleaseCheck ReleaseFromHold VoidCheck',
  AP303000: 'CreateContact:CreateContactFromVendor',
  AR202010: 'releasePriceWorksheet:ReleaseSalesPriceWorksheet',
  AR209500: 'UpdateDiscounts',
  AR301000: 'Approve PutOnHold Reject Release:ReleaseInvoice ReleaseFromHold',
  AR302000:
    'Approve CaptureCCPayment:CaptureCreditCardPayment CardOperation PutOnHold Reject Release:ReleasePayment ReleaseFromHold VoidCardPayment VoidCheck:VoidPayment',
  AR303000: 'CreateContact:CreateContactFromCustomer',
  AR304000: 'Release:ReleaseCashSale',
  CA304000: 'release:ReleaseCashTransaction',
  CR301000:
    'CheckForDuplicates:CheckLeadForDuplicates ConvertToOpportunityAll:ConvertLeadToOpportunity CreateBothContactAndAccount:ConvertLeadToBAccount CreateContact:ConvertLeadToContact MarkAsValidated:MarkLeadAsValidated ValidateAddress:ValidateLeadAddress',
  CR302000:
    'CheckForDuplicates:CheckForContactDuplicates CreateBAccount:CreateAccountFromContact MarkAsValidated:MarkContactAsValidated ValidateAddress:ValidateContactAddress',
  CR303000:
    'ChangeID:ChangeBusinessAccountID CheckForDuplicates:CheckForBusinessAccountDuplicates CreateContact:CreateContactFromBusinessAccount ExtendToCustomer:ConvertBusinessAccountToCustomer MarkAsValidated:MarkBusinessAccountAsValidated ValidateAddresses:ValidateBusinessAccountAddresses',
  CR304000:
    'CreateBothContactAndAccount:CreateAccountFromOpportunity CreateContact:CreateContactFromOpportunity CreateInvoice:CreateOpportunityInvoice CreateSalesOrder:CreateOpportunitySalesOrder',
  CR306000: 'Assign:AssignCase Close Open Release:ReleaseCase TakeCase',
  CR306010: 'markAsCompleted:CompleteActivity',
  CR306015:
    'archive:ArchiveEmail cancelSending:CancelSendingEmail Process:ProcessEmail restore:RestoreDeletedEmail restoreArchive:RestoreArchivedEmail send:SendEmail',
  CR306020: 'cancelActivity:CancelActivityTask complete:CompleteTask',
  CR306030:
    'AcceptInvitation:AcceptInvitationEvent cancelActivity:CancelActivityEvent complete:CompleteEvent exportCard:ExportCardEvent RejectInvitation:RejectInvitationEvent SendInvitations:InviteAllEvent SendPersonalInvitation:InviteEvent',
  EP203000: 'ChangeID:ChangeEmployeeID',
  EP301000:
    'Approve:ApproveExpenseClaim Edit:PutOnHoldExpenseClaim Reject:RejectExpenseClaim Release:ReleaseExpenseClaim Submit:SubmitExpenseClaim',
  EP301020:
    'Approve:ApproveExpenseReceipt claim:ClaimExpenseReceipt Hold:PutOnHoldExpenseReceipt Reject:RejectExpenseReceipt Submit:SubmitExpenseReceipt',
  FS300100: 'AllowBilling CancelOrder CloseOrder CompleteOrder InvoiceOrder RecalcExternalTax ReopenOrder UncloseOrder',
  FS300200:
    'CancelAppointment CloseAppointment CompleteAppointment InvoiceAppointment PauseAppointment RecalcExternalTax:AppRecalcExternalTax ReopenAppointment ResumeAppointment StartAppointment UncloseAppointment',
  GL301000: 'Release:ReleaseJournalTransaction',
  IN202000: 'UpdateCost:UpdateStandardCostNonStockItem',
  IN202500: 'UpdateCost:UpdateStandardCostStockItem',
  IN301000: 'Release:ReleaseInventoryReceipt',
  IN302000: 'Release:ReleaseInventoryIssue',
  IN303000: 'Release:ReleaseAdjustment',
  IN304000: 'Release:ReleaseTransferOrder',
  IN305000:
    'CancelPI:CancelPhysicalInventory CompletePI:CompletePhysicalInventory FinishCounting:FinishCountingPhysicalInventory',
  IN307000: 'Release:ReleaseKitAssembly',
  PM208000: 'Activate:ActivateProjectTemplate Hold:HoldProjectTemplate',
  PM209100: 'markAsCompleted:CompleteTimeEntry markAsOpen:OpenTimeEntry',
  PM209500: 'ChangeID:ChangeCostCodeID',
  PM301000:
    'Activate:ActivateProject Approve:ApproveProject Bill:RunProjectBilling CancelProject ChangeID:ChangeProjectID Complete:CompleteProject Hold:HoldProject LockBudget:LockProjectBudget LockCommitments:LockProjectCommitments Reject:RejectProject RunAllocation:RunProjectAllocation Suspend:SuspendProject UnlockBudget:UnlockProjectBudget UnlockCommitments:UnlockProjectCommitments ValidateBalance:ValidateProjectBalance',
  PM302000:
    'Activate:ActivateProjectTask CancelTask:CancelProjectTask Complete:CompleteProjectTask Hold:HoldProjectTask',
  PM304000: 'Release:ReleaseTransactions',
  PM307000:
    'Approve:ApproveProFormaInvoice Hold:HoldProFormaInvoice Reject:RejectProFormaInvoice Release:ReleaseProFormaInvoice RemoveHold:RemoveProFormaInvoiceFromHold Send:EmailProFormaInvoice',
  PM308000:
    'Approve:ApproveChangeOrder Hold:HoldChangeOrder Reject:RejectChangeOrder Release:ReleaseChangeOrder RemoveHold:RemoveChangeOrderFromHold Reverse:ReverseChangeOrder Send:EmailChangeOrder',
  PO301000: 'Approve PutOnHold Reject ReleaseFromHold',
  PO302000: 'CreateAPDocument:CreateAPBill Release:ReleasePurchaseReceipt',
  PR203000: 'importTaxes:ImportEmployeeTaxes',
  PR301000: 'release:ReleaseBatch',
  SC301000: 'PutOnHold ReleaseFromHold',
  SM507000: 'Process:ProcessEmailProcessing ProcessAll:ProcessAllEmailProcessing',
  SO301000:
    'Approve CancelOrder:CancelSalesOrder CreateShipmentIssue:SalesOrderCreateShipment CreateShipmentReceipt:SalesOrderCreateReceipt OpenOrder:OpenSalesOrder PrepareInvoice:PrepareSalesInvoice PutOnHold RecalculateDiscountsAction:RecalculatePricesDiscounts recalculateDiscountsFromImport:AutoRecalculateDiscounts Reject ReleaseFromCreditHold:ReleaseFromCreditHoldSalesOrder ReleaseFromHold ReopenOrder:ReopenSalesOrder',
  SO302000:
    'ConfirmShipmentAction:ConfirmShipment CorrectShipmentAction:CorrectShipment CreateInvoice:PrepareInvoice UpdateIN',
  SO303000: 'Approve PutOnHold Reject Release:ReleaseSalesInvoice ReleaseFromHold',
};

/** A button that a form has though its document may not declare it. */
export interface FormAction {
  /** As the form's graph calls it. */
  readonly name: string;
  /** As contracts call it, where they do. */
  readonly declared: string | undefined;
}

/** The button of a form with this name, in any case. */
export function formAction(screenId: string | undefined, asked: string): FormAction | undefined {
  if (screenId === undefined || !Object.hasOwn(buttons, screenId)) return undefined;
  const all = (buttons[screenId] ?? '').split(' ').map((entry) => entry.split(':'));
  const found = all.find(([name = '']) => name.toLowerCase() === asked.toLowerCase());
  return found === undefined ? undefined : { name: found[0] ?? '', declared: found[1] };
}
