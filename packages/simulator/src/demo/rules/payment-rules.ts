import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import { plainChoices } from '../drop-downs.js';
import type { EntityRules, RuleWorld } from '../entity-rules.js';
import { RuleViolation, freeEntity, freeRows } from '../entity-rules.js';
import { addRow, amountOf, edit, flagOf, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { computeInvoice, invoiceRules } from './invoice-rules.js';
import { refreshBalance } from './customer-balance.js';

/** Payments: what is applied to invoices takes effect with the release. */
export const paymentRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'ReferenceNbr', prefix: '', digits: 6, always: true },
  required: { Type: 'Type', CustomerID: 'Customer', PaymentMethod: 'Payment Method', CashAccount: 'Cash Account' },
  defaults: {
    Type: 'Payment',
    Status: 'Balanced',
    Hold: false,
    ApplicationDate: (_payment, world) => world.businessDate,
    Branch: 'MAIN',
    CashAccount: '10200',
    CurrencyID: 'USD',
    PaymentMethod: 'CHECK',
    PaymentAmount: 0,
    NoteID: (payment) => payment.id,
  },
  references: { CustomerID: { entity: 'Customer', label: 'Customer' } },
  calculated: ['AppliedToDocuments', 'AppliedToOrders', 'AvailableBalance', 'LastModifiedDateTime', 'NoteID', 'Status'],
  choices: {
    Type: { Payment: 'PMT', Prepayment: 'PPM', Refund: 'REF', 'Credit Memo': 'CRM' },
    PaymentMethod: plainChoices('CHECK', 'CASH', 'WIRE', 'VISA'),
  },
  rows: {
    DocumentsToApply: {
      ...freeRows,
      required: { ReferenceNbr: 'Reference Nbr.' },
      references: {
        ReferenceNbr: {
          entity: 'Invoice',
          label: 'Reference Nbr.',
          keys: (value, row) => [textOf(row, 'DocType') || 'Invoice', value],
        },
      },
      defaults: { DocType: 'Invoice', AmountPaid: 0, CashDiscountTaken: 0, BalanceWriteOff: 0 },
    },
    OrdersToApply: {
      ...freeRows,
      required: { OrderNbr: 'Order Nbr.' },
      references: {
        OrderNbr: {
          entity: 'SalesOrder',
          label: 'Order Nbr.',
          keys: (value, row) => [textOf(row, 'OrderType') || 'SO', value],
        },
      },
      defaults: { OrderType: 'SO', AppliedToOrder: 0 },
    },
  },
  recalculate,
  settle: (payment, world) => {
    applyToOrders(payment, world);
    refreshBalance(world, textOf(payment, 'CustomerID'));
  },
  locked: (payment) =>
    ['Closed', 'Voided'].includes(textOf(payment, 'Status'))
      ? `Payment ${textOf(payment, 'ReferenceNbr')} cannot be changed: its status is ${textOf(payment, 'Status')}.`
      : undefined,
  undeletable: (payment) =>
    ['Open', 'Closed'].includes(textOf(payment, 'Status'))
      ? `Payment ${textOf(payment, 'ReferenceNbr')} cannot be deleted: it is released.`
      : undefined,
  actions: {
    ReleasePayment: { from: ['Balanced', 'Open'], long: true, run: release },
    Release: { from: ['Balanced', 'Open'], long: true, run: release },
    VoidPayment: { from: ['Open', 'Closed'], long: true, run: voidPayment },
    CaptureCreditCardPayment: {
      from: ['Balanced'],
      long: true,
      run: (payment) => {
        if (textOf(payment, 'PaymentMethod') !== 'VISA')
          throw new RuleViolation('The payment is not a credit card payment.');
        payment.fields.set('ExternalRef', `AUTH-${textOf(payment, 'ReferenceNbr')}`);
      },
    },
  },
};

function recalculate(payment: EditableRecord): void {
  const rows = rowsOf(payment, 'DocumentsToApply');
  const history = sumOf(rowsOf(payment, 'ApplicationHistory'), 'AmountPaid');
  const toDocuments = toCents(sumOf(rows, 'AmountPaid') + history);
  const toOrders = sumOf(rowsOf(payment, 'OrdersToApply'), 'AppliedToOrder');
  const amount = amountOf(payment, 'PaymentAmount');
  const left = toCents(amount - toDocuments - toOrders);
  if (amount < 0) throw new RuleViolation('The payment amount cannot be negative.', 'PaymentAmount');
  if (left < 0) throw new RuleViolation('The total applied exceeds the payment amount.', 'AppliedToDocuments');
  setFields(payment, { AppliedToDocuments: toDocuments, AppliedToOrders: toOrders, AvailableBalance: left });
  const status = textOf(payment, 'Status');
  if (status === 'Open' || status === 'Closed')
    payment.fields.set('Status', left === 0 && rows.length === 0 ? 'Closed' : 'Open');
  else if (status !== 'Voided') payment.fields.set('Status', flagOf(payment, 'Hold') ? 'On Hold' : 'Balanced');
}

function release(payment: EditableRecord, world: RuleWorld): void {
  if (amountOf(payment, 'PaymentAmount') === 0) throw new RuleViolation('A payment without amount cannot be released.');
  for (const row of rowsOf(payment, 'DocumentsToApply')) checkApplication(payment, row, world);
  for (const row of rowsOf(payment, 'DocumentsToApply')) applyToInvoice(payment, row, world);
  payment.details.set('DocumentsToApply', []);
  payment.fields.set('Status', 'Open');
}

function checkApplication(payment: EditableRecord, row: EditableRecord, world: RuleWorld): void {
  const invoice = world.find('Invoice', textOf(row, 'DocType'), textOf(row, 'ReferenceNbr'));
  const name = `Invoice ${textOf(row, 'ReferenceNbr')}`;
  if (invoice === undefined) throw new RuleViolation(`${name} cannot be found in the system.`);
  if (textOf(invoice, 'Customer') !== textOf(payment, 'CustomerID'))
    throw new RuleViolation(`${name} belongs to another customer.`);
  if (textOf(invoice, 'Status') !== 'Open') throw new RuleViolation(`${name} is not open.`);
  if (amountOf(row, 'AmountPaid') > amountOf(invoice, 'Balance'))
    throw new RuleViolation(`The amount paid exceeds the balance of ${name}.`);
}

function applyToInvoice(payment: EditableRecord, row: EditableRecord, world: RuleWorld): void {
  const keys = [textOf(row, 'DocType'), textOf(row, 'ReferenceNbr')];
  const paid = amountOf(row, 'AmountPaid');
  editInvoice(world, keys, (invoice) => {
    addRow(world, invoice, 'ApplicationsDefault', {
      DocType: textOf(payment, 'Type'),
      ReferenceNbr: textOf(payment, 'ReferenceNbr'),
      AmountPaid: paid,
      PaymentDate: textOf(payment, 'ApplicationDate'),
      Status: 'Open',
      CashDiscountTaken: 0,
    });
    computeInvoice(invoice, world);
    addRow(world, payment, 'ApplicationHistory', {
      AdjustedDocType: textOf(row, 'DocType'),
      AdjustedRefNbr: textOf(row, 'ReferenceNbr'),
      DisplayDocType: textOf(row, 'DocType'),
      DisplayRefNbr: textOf(row, 'ReferenceNbr'),
      AmountPaid: paid,
      Balance: amountOf(invoice, 'Balance'),
      Customer: textOf(payment, 'CustomerID'),
      Date: textOf(invoice, 'Date'),
      DueDate: textOf(invoice, 'DueDate'),
      CashDiscountTaken: 0,
    });
  });
}

function voidPayment(payment: EditableRecord, world: RuleWorld): void {
  const reference = textOf(payment, 'ReferenceNbr');
  for (const row of rowsOf(payment, 'ApplicationHistory'))
    editInvoice(world, [textOf(row, 'AdjustedDocType'), textOf(row, 'AdjustedRefNbr')], (invoice) => {
      const others = rowsOf(invoice, 'ApplicationsDefault').filter((at) => textOf(at, 'ReferenceNbr') !== reference);
      invoice.details.set('ApplicationsDefault', others);
      computeInvoice(invoice, world);
    });
  payment.details.set('ApplicationHistory', []);
  payment.fields.set('Status', 'Voided');
}

/** Changes an invoice, and what else shows it. */
function editInvoice(world: RuleWorld, keys: readonly string[], change: (invoice: EditableRecord) => void): void {
  edit(world, 'Invoice', keys, change);
  const invoice = world.find('Invoice', ...keys);
  if (invoice !== undefined) invoiceRules.settle(invoice, world);
}

/** Orders show the payments that are meant for them. */
function applyToOrders(payment: StoredRecord, world: RuleWorld): void {
  const reference = textOf(payment, 'ReferenceNbr');
  for (const row of rowsOf(payment, 'OrdersToApply'))
    edit(world, 'SalesOrder', [textOf(row, 'OrderType'), textOf(row, 'OrderNbr')], (order) => {
      const known = rowsOf(order, 'Payments').find((at) => textOf(at, 'ReferenceNbr') === reference);
      setFields(known ?? addRow(world, order, 'Payments', {}), {
        DocType: textOf(payment, 'Type'),
        ReferenceNbr: reference,
        AppliedToOrder: amountOf(row, 'AppliedToOrder'),
        PaymentAmount: amountOf(payment, 'PaymentAmount'),
        PaymentMethod: textOf(payment, 'PaymentMethod'),
        Status: textOf(payment, 'Status'),
      });
    });
}
