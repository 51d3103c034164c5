import type { FieldValue, StoredRecord } from '../../store/stored-record.js';
import { customerStatuses, shippingRules } from '../drop-downs.js';
import type { EntityRules, RuleWorld } from '../entity-rules.js';
import { freeEntity } from '../entity-rules.js';
import { textOf } from '../fields.js';
import { createContactOf } from './contact-rules.js';
import { computeBalance } from './customer-balance.js';

const fromClass =
  (field: string, otherwise: FieldValue) =>
  (record: StoredRecord, world: RuleWorld): FieldValue =>
    world.find('CustomerClass', textOf(record, 'CustomerClass'))?.fields.get(field) ?? otherwise;

/** Customers: class gives the defaults, documents give the balance. */
export const customerRules: EntityRules = {
  ...freeEntity,
  required: { CustomerID: 'Customer ID', CustomerName: 'Customer Name', CustomerClass: 'Customer Class' },
  defaults: {
    CustomerClass: 'DEFAULT',
    Status: 'Active',
    CurrencyID: 'USD',
    LocationName: 'Primary Location',
    ApplyOverdueCharges: false,
    AutoApplyPayments: false,
    BillingAddressOverride: false,
    BillingContactOverride: false,
    EnableCurrencyOverride: false,
    OrderPriority: 0,
    PrintInvoices: false,
    PrintStatements: fromClass('PrintStatements', false),
    SendInvoicesbyEmail: false,
    ShippingRule: 'Back Order Allowed',
    ShipVia: fromClass('ShipVia', 'GROUND'),
    StatementCycleID: fromClass('StatementCycleID', 'MONTHLY'),
    StatementType: fromClass('StatementType', 'Open Item'),
    TaxZone: fromClass('TaxZoneID', 'EXEMPT'),
    Terms: fromClass('Terms', '30D'),
    CreditLimit: fromClass('CreditLimit', 0),
    WriteOffLimit: 0,
    NoteID: (record) => record.id,
  },
  references: {
    CustomerClass: { entity: 'CustomerClass', label: 'Customer Class' },
    WarehouseID: { entity: 'Warehouse', label: 'Warehouse' },
  },
  calculated: ['BAccountID', 'CreatedDateTime', 'LastModifiedDateTime', 'NoteID'],
  choices: {
    Status: customerStatuses,
    ShippingRule: shippingRules,
    StatementType: { 'Open Item': 'O', 'Balance Brought Forward': 'B' },
  },
  recalculate: computeBalance,
  undeletable: (customer, world) => {
    const id = textOf(customer, 'CustomerID');
    const used = world.all('SalesOrder').some((order) => textOf(order, 'CustomerID') === id);
    const owes = world.all('Invoice').some((invoice) => textOf(invoice, 'Customer') === id);
    return used || owes ? `Customer '${id}' cannot be deleted because it is referenced in other documents.` : undefined;
  },
  actions: {
    CreateContactFromCustomer: createContactOf('Customer'),
    PutOnHold: statusAction(['Active'], 'On Hold'),
    Activate: statusAction(['On Hold', 'Credit Hold', 'Inactive'], 'Active'),
    Deactivate: statusAction(['Active', 'On Hold'], 'Inactive'),
  },
};

function statusAction(from: readonly string[], to: string): EntityRules['actions'][string] {
  return {
    from,
    long: false,
    run: (record) => {
      record.fields.set('Status', to);
    },
  };
}
