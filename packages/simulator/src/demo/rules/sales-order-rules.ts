import type { EditableRecord, StoredRecord } from '../../store/stored-record.js';
import { plainChoices } from '../drop-downs.js';
import type { ActionRule, EntityRules, RuleWorld } from '../entity-rules.js';
import { RuleViolation, freeEntity } from '../entity-rules.js';
import { addDays, amountOf, flagOf, linkOf, rowsOf, setFields, textOf } from '../fields.js';
import { createShipment } from './create-shipment.js';
import { refreshBalance } from './customer-balance.js';
import { computeLines, computeTotals, salesLineRules } from './sales-lines.js';
import { prepareInvoice } from './prepare-invoice.js';
import { daysUntilDue } from './terms.js';

const customerOf = (order: StoredRecord, world: RuleWorld): StoredRecord | undefined =>
  world.find('Customer', textOf(order, 'CustomerID'));

const title = (order: StoredRecord): string => `${textOf(order, 'OrderType')} ${textOf(order, 'OrderNbr')}`;

/** Sales orders: totals follow the lines, the status follows hold, shipments and invoices. */
export const salesOrderRules: EntityRules = {
  ...freeEntity,
  autoNumber: { field: 'OrderNbr', prefix: '', digits: 6, always: true },
  required: { OrderType: 'Order Type', CustomerID: 'Customer' },
  defaults: {
    OrderType: 'SO',
    Status: 'Open',
    Hold: false,
    Approved: true,
    CreditHold: false,
    Date: (_order, world) => world.businessDate,
    RequestedOn: (order, world) => order.fields.get('Date') ?? world.businessDate,
    EffectiveDate: (order, world) => order.fields.get('Date') ?? world.businessDate,
    Branch: 'MAIN',
    LocationID: 'MAIN',
    BaseCurrencyID: 'USD',
    CurrencyID: (order, world) => customerOf(order, world)?.fields.get('CurrencyID') ?? 'USD',
    CurrencyRate: 1,
    ShipVia: (order, world) => customerOf(order, world)?.fields.get('ShipVia') ?? null,
    PaymentMethod: 'CHECK',
    CashAccount: '10200',
    Project: 'X',
    ControlTotal: 0,
    BillToAddressOverride: false,
    BillToContactOverride: false,
    ShipToAddressOverride: false,
    ShipToContactOverride: false,
    NoteID: (order) => order.id,
  },
  references: {
    CustomerID: { entity: 'Customer', label: 'Customer' },
    PreferredWarehouseID: { entity: 'Warehouse', label: 'Preferred Warehouse' },
  },
  calculated: [
    'Approved',
    'CreatedDate',
    'CreditHold',
    'IsTaxValid',
    'LastModified',
    'NoteID',
    'OrderedQty',
    'OrderTotal',
    'Status',
    'TaxTotal',
  ],
  choices: { OrderType: plainChoices('SO', 'QT', 'RM', 'IN', 'CM') },
  rows: { Details: salesLineRules },
  recalculate,
  settle: (order, world) => {
    refreshBalance(world, textOf(order, 'CustomerID'));
  },
  locked: (order) =>
    ['Completed', 'Cancelled'].includes(textOf(order, 'Status'))
      ? `Sales order ${title(order)} cannot be changed: its status is ${textOf(order, 'Status')}.`
      : undefined,
  undeletable: (order) =>
    rowsOf(order, 'Shipments').length > 0
      ? `Sales order ${title(order)} cannot be deleted because shipments refer to it.`
      : undefined,
  actions: actions(),
};

function recalculate(order: EditableRecord, world: RuleWorld): void {
  fillAddresses(order, world);
  order.fields.set('Status', statusAfterHold(order));
  computeLines(order, world);
  computeTotals(order, world);
  const settings = linkOf(world, order, 'FinancialSettings');
  const terms = textOf(settings, 'Terms') || textOf(customerOf(order, world) ?? settings, 'Terms') || '30D';
  const date = textOf(order, 'Date') || world.businessDate;
  setFields(settings, { Terms: terms, InvoiceDate: date, DueDate: addDays(date, daysUntilDue(terms)), Branch: 'MAIN' });
  const shipping = linkOf(world, order, 'ShippingSettings');
  setFields(shipping, { ShipVia: textOf(order, 'ShipVia') || null, ShippingRule: 'Back Order Allowed' });
  setFields(shipping, { ScheduledShipmentDate: textOf(order, 'RequestedOn') || null, Priority: 0 });
}

/** The check box decides between on hold and open; other statuses have gone beyond it. */
function statusAfterHold(order: StoredRecord): string {
  const status = textOf(order, 'Status') || 'Open';
  if (flagOf(order, 'Hold')) return status === 'Open' || status === 'Back Order' ? 'On Hold' : status;
  return status === 'On Hold' ? 'Open' : status;
}

/** The customer's address and contact are the order's unless it has its own. */
function fillAddresses(order: EditableRecord, world: RuleWorld): void {
  const main = customerOf(order, world)?.links.get('MainContact');
  if (main === undefined || main === null) return;
  const address = main.links.get('Address');
  for (const name of ['BillToAddress', 'ShipToAddress'])
    if (address && !flagOf(order, `${name}Override`))
      setFields(linkOf(world, order, name), Object.fromEntries(address.fields));
  for (const name of ['BillToContact', 'ShipToContact'])
    if (!flagOf(order, `${name}Override`))
      setFields(linkOf(world, order, name), {
        BusinessName: textOf(main, 'CompanyName') || null,
        Attention: textOf(main, 'Attention') || null,
        Email: textOf(main, 'Email') || null,
        Phone1: textOf(main, 'Phone1') || null,
      });
}

function status(from: readonly string[], to: string, hold: boolean): ActionRule {
  return {
    from,
    long: false,
    run: (order) => {
      setFields(order, { Status: to, Hold: hold, ...(to === 'Open' ? { CreditHold: false } : {}) });
    },
  };
}

function actions(): EntityRules['actions'] {
  const release = status(['On Hold', 'Credit Hold', 'Pending Approval'], 'Open', false);
  return {
    PutOnHold: status(['Open', 'Back Order', 'Credit Hold'], 'On Hold', true),
    ReleaseFromHold: release,
    OpenSalesOrder: release,
    ReleaseFromCreditHoldSalesOrder: status(['Credit Hold'], 'Open', false),
    CancelSalesOrder: status(['On Hold', 'Open', 'Credit Hold', 'Back Order'], 'Cancelled', false),
    ReopenSalesOrder: { ...status(['Cancelled', 'Completed'], 'Open', false), run: reopen },
    SalesOrderCreateShipment: { from: ['Open', 'Back Order'], long: true, run: createShipment },
    PrepareSalesInvoice: {
      from: ['Completed', 'Back Order', 'Shipping'],
      long: true,
      run: (order, world) => {
        prepareInvoice(order, world);
      },
    },
    AutoRecalculateDiscounts: { long: false, run: () => undefined },
    RecalculatePricesDiscounts: { long: false, run: recalculatePrices },
  };
}

function reopen(order: EditableRecord): void {
  const isShipped = rowsOf(order, 'Details').every(
    (line) => amountOf(line, 'QtyOnShipments') >= amountOf(line, 'OrderQty'),
  );
  if (textOf(order, 'Status') === 'Completed' && isShipped)
    throw new RuleViolation(`Sales order ${title(order)} cannot be reopened: all its lines are shipped.`);
  setFields(order, { Status: 'Open', Hold: false });
}

/** Prices of the items again, except those typed in by hand. */
function recalculatePrices(
  order: EditableRecord,
  world: RuleWorld,
  parameters: Parameters<ActionRule['run']>[2],
): void {
  const overrides = parameters.get('OverrideManualPrices') === true;
  for (const line of rowsOf(order, 'Details')) {
    const item = world.find('StockItem', textOf(line, 'InventoryID'));
    if (item === undefined || (flagOf(line, 'ManualPrice') && !overrides)) continue;
    line.fields.set('UnitPrice', amountOf(item, 'DefaultPrice'));
  }
}
