import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import type { ActionRule, EntityRules, RuleWorld } from '../entity-rules.js';
import { RuleViolation, freeEntity, freeRows } from '../entity-rules.js';
import { addDays, amountOf, flagOf, rowsOf, setFields, sumOf, textOf, toCents } from '../fields.js';
import { daysUntilDue } from './terms.js';

const title = (bill: StoredRecord): string => `${textOf(bill, 'Type')} ${textOf(bill, 'ReferenceNbr')}`;
const released = new Set(['Open', 'Closed', 'Voided']);

/** The line of a purchase order that a line of a bill is about. */
function orderLineOf(line: StoredRecord, world: RuleWorld): StoredRecord | undefined {
  const order = world.find('PurchaseOrder', textOf(line, 'POOrderType') || 'Normal', textOf(line, 'POOrderNbr'));
  return order && rowsOf(order, 'Details').find((row) => amountOf(row, 'LineNbr') === amountOf(line, 'POLine'));
}

const fromOrder =
  (field: string, otherwise: string | number | null) =>
  (line: StoredRecord, world: RuleWorld): string | number | null => {
    const value = orderLineOf(line, world)?.fields.get(field);
    return typeof value === 'string' || typeof value === 'number' ? value : otherwise;
  };

function recalculate(bill: EditableRecord, world: RuleWorld): void {
  const lines = rowsOf(bill, 'Details');
  for (const line of lines) {
    const extended = toCents(amountOf(line, 'Qty') * amountOf(line, 'UnitCost'));
    // A line may be about an amount and nothing else.
    if (extended !== 0) setFields(line, { ExtendedCost: extended, Amount: extended });
    else if (amountOf(line, 'ExtendedCost') !== 0) line.fields.set('Amount', amountOf(line, 'ExtendedCost'));
  }
  const amount = toCents(sumOf(lines, 'Amount') + sumOf(rowsOf(bill, 'TaxDetails'), 'TaxAmount'));
  const date = textOf(bill, 'Date') || world.businessDate;
  setFields(bill, {
    TaxTotal: sumOf(rowsOf(bill, 'TaxDetails'), 'TaxAmount'),
    IsTaxValid: true,
    Amount: amount,
    Balance: toCents(amount - sumOf(rowsOf(bill, 'Applications'), 'AmountPaid')),
    PostPeriod: `${date.slice(5, 7)}${date.slice(0, 4)}`,
    DueDate: textOf(bill, 'DueDate') || addDays(date, daysUntilDue(textOf(bill, 'Terms'))),
  });
  if (!released.has(textOf(bill, 'Status'))) bill.fields.set('Status', flagOf(bill, 'Hold') ? 'On Hold' : 'Balanced');
}

const release: ActionRule = {
  from: ['Balanced', 'Pending Approval'],
  long: true,
  run: (bill) => {
    if (rowsOf(bill, 'Details').length === 0) throw new RuleViolation('A bill without lines cannot be released.');
    setFields(bill, { Status: amountOf(bill, 'Balance') === 0 ? 'Closed' : 'Open', Hold: false });
  },
};

const reverse: ActionRule = {
  from: ['Open', 'Closed'],
  long: false,
  run: (bill, world) => {
    const adjustment = world.create();
    adjustment.note = '';
    setFields(adjustment, { ...Object.fromEntries(bill.fields), Type: 'Debit Adj.', Status: 'Balanced', Hold: false });
    setFields(adjustment, { ReferenceNbr: world.nextNumber('Bill'), Description: `Reversal of ${title(bill)}` });
    for (const line of rowsOf(bill, 'Details')) {
      const row = world.create();
      setFields(row, Object.fromEntries(line.fields));
      adjustment.details.set('Details', [...rowsOf(adjustment, 'Details'), row]);
    }
    world.save('Bill', adjustment);
  },
};

/** Bills and adjustments: lines give the amount, those of purchase orders what was ordered. */
export const billRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'ReferenceNbr', prefix: 'AP', digits: 6, always: true },
  required: { Type: 'Type', Vendor: 'Vendor' },
  defaults: {
    Type: 'Bill',
    Status: 'Balanced',
    Hold: false,
    ApprovedForPayment: false,
    Date: (_bill, world) => world.businessDate,
    BranchID: 'MAIN',
    CashAccount: '10200',
    CurrencyID: 'USD',
    LocationID: 'MAIN',
    Project: 'X',
    Terms: (bill, world) => world.find('Vendor', textOf(bill, 'Vendor'))?.fields.get('Terms') ?? '30D',
  },
  references: { Vendor: { entity: 'Vendor', label: 'Vendor' } },
  calculated: ['Balance', 'IsTaxValid', 'LastModifiedDateTime', 'Status', 'TaxTotal'],
  choices: { Type: { Bill: 'INV', 'Credit Adj.': 'ACR', 'Debit Adj.': 'ADR', Prepayment: 'PPM' } },
  rows: {
    Details: {
      ...freeRows,
      references: {
        InventoryID: { entity: 'StockItem', label: 'Inventory ID' },
        Project: { entity: 'Project', label: 'Project', width: 10 },
        POOrderNbr: {
          entity: 'PurchaseOrder',
          label: 'PO Number',
          keys: (value, line) => [textOf(line, 'POOrderType') || 'Normal', value],
        },
      },
      defaults: {
        InventoryID: fromOrder('InventoryID', null),
        TransactionDescription: fromOrder('LineDescription', null),
        Qty: fromOrder('OrderQty', 1),
        UnitCost: fromOrder('UnitCost', 0),
        UOM: fromOrder('UOM', null),
        POOrderType: (line) => (textOf(line, 'POOrderNbr') === '' ? null : 'Normal'),
        ExtendedCost: 0,
        Account: '20100',
        Subaccount: '000000',
        Branch: 'MAIN',
      },
    },
  },
  recalculate,
  locked: (bill) =>
    released.has(textOf(bill, 'Status')) ? `${title(bill)} cannot be changed: it is released.` : undefined,
  undeletable: (bill) =>
    released.has(textOf(bill, 'Status')) ? `${title(bill)} cannot be deleted: it is released.` : undefined,
  actions: {
    ReleaseBill: release,
    ReverseBill: reverse,
    Approve: { long: false, run: (bill) => setFields(bill, { ApprovedForPayment: true }) },
    PutOnHold: { from: ['Balanced'], long: false, run: (bill) => setFields(bill, { Hold: true }) },
    ReleaseFromHold: { from: ['On Hold'], long: false, run: (bill) => setFields(bill, { Hold: false }) },
  },
};
