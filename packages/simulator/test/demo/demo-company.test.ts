import { createDemoCompany } from '../../src/demo/create-demo-company.js';
import { demoRules } from '../../src/demo/demo-rules.js';
import { demoSchema } from '../../src/demo/demo-schema.js';
import { amountOf, rowsOf, sumOf, textOf, toCents } from '../../src/demo/fields.js';
import type { FieldType } from '../../src/schema/schema-model.js';
import { recordKey } from '../../src/store/record-key.js';
import type { FieldValue, StoredRecord } from '../../src/store/stored-record.js';

const today = '2026-03-02';
const company = createDemoCompany(1, today).records();
const all = (entity: string): readonly StoredRecord[] => company.get(entity) ?? [];
const find = (entity: string, ...keys: FieldValue[]): StoredRecord | undefined => {
  const names = demoSchema.entities.get(entity)?.keys ?? [];
  return all(entity).find(({ fields }) => recordKey(names.map((name) => fields.get(name))) === recordKey(keys));
};
const statuses = (entity: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const record of all(entity)) counts[textOf(record, 'Status')] = (counts[textOf(record, 'Status')] ?? 0) + 1;
  return counts;
};
const jsTypes: Record<FieldType, string> = {
  String: 'string',
  Guid: 'string',
  DateTime: 'string',
  Boolean: 'boolean',
  Byte: 'number',
  Short: 'number',
  Int: 'number',
  Long: 'number',
  Decimal: 'number',
  Double: 'number',
};

/** Every member that is set is a member of the contract, of its type. */
function checkShape(entity: string, record: StoredRecord): void {
  const members = demoSchema.entities.get(entity)?.members;
  for (const [name, value] of record.fields) {
    const member = members?.get(name);
    if (member?.kind !== 'field' || (value !== null && typeof value !== jsTypes[member.type]))
      throw new Error(`${entity}.${name} = ${JSON.stringify(value)}`);
  }
  for (const [name, linked] of record.links) {
    const member = members?.get(name);
    if (member?.kind !== 'link') throw new Error(`${entity}.${name} is no link`);
    if (linked !== null) checkShape(member.entity, linked);
  }
  for (const [name, rows] of record.details) {
    const member = members?.get(name);
    if (member?.kind !== 'details') throw new Error(`${entity}.${name} is no collection`);
    for (const row of rows) checkShape(member.entity, row);
  }
}

describe('the demo company', () => {
  test('has enough of everything', () => {
    const counts = Object.fromEntries([...company].map(([entity, records]) => [entity, records.length]));
    expect(counts).toMatchObject({
      Customer: 64,
      Vendor: 16,
      SalesOrder: 240,
      PurchaseOrder: 48,
      Case: 60,
      StockItem: 42,
      Warehouse: 3,
    });
    for (const [entity, least] of Object.entries({
      Contact: 80,
      Shipment: 100,
      SalesInvoice: 100,
      Invoice: 120,
      Payment: 60,
    }))
      expect([entity, (counts[entity] ?? 0) >= least]).toEqual([entity, true]);
    expect(Object.keys(statuses('SalesOrder')).sort()).toEqual([
      'Back Order',
      'Cancelled',
      'Completed',
      'On Hold',
      'Open',
      'Shipping',
    ]);
    expect(Object.keys(statuses('Invoice')).sort()).toEqual(['Balanced', 'Closed', 'On Hold', 'Open']);
    expect(Object.keys(statuses('Case')).sort()).toEqual(['Closed', 'New', 'Open', 'Pending Customer']);
  });

  test('has the customer everybody knows, with open orders and an address', () => {
    const customer = find('Customer', 'ABARTENDE');
    expect(customer?.fields.get('CustomerName')).toBe('A Bar & Tender');
    expect(customer?.links.get('MainContact')?.links.get('Address')?.fields.get('City')).toBeDefined();
    expect(
      all('SalesOrder').filter(
        (order) => textOf(order, 'CustomerID') === 'ABARTENDE' && textOf(order, 'Status') === 'Open',
      ).length,
    ).toBeGreaterThan(2);
  });

  test('has overdue invoices and invoices that are not due yet', () => {
    const open = all('Invoice').filter((invoice) => textOf(invoice, 'Status') === 'Open');
    expect(open.filter((invoice) => textOf(invoice, 'DueDate') < today).length).toBeGreaterThan(5);
    expect(open.filter((invoice) => textOf(invoice, 'DueDate') > today).length).toBeGreaterThan(5);
  });

  test('is the same for the same seed and day, and of other dates only on another day', () => {
    expect(createDemoCompany(1, today).records()).toEqual(company);
    expect(createDemoCompany(2, today).records()).not.toEqual(company);
    const later = createDemoCompany(1, '2026-03-09').records();
    const names = (of: typeof company): unknown => of.get('Customer')?.map(({ fields }) => fields.get('CustomerName'));
    expect(names(later)).toEqual(names(company));
  });

  test('fits its contract, every value of every record', () => {
    for (const [entity, records] of company) for (const record of records) checkShape(entity, record);
  });

  test('has unique keys and ids', () => {
    for (const [entity, records] of company) {
      const keys = demoSchema.entities.get(entity)?.keys ?? [];
      expect(new Set(records.map(({ fields }) => recordKey(keys.map((key) => fields.get(key))))).size).toBe(
        records.length,
      );
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    }
  });

  test('refers to records that exist, from forms and from rows', () => {
    for (const [entity, rules] of demoRules)
      for (const record of all(entity)) {
        const levels = [
          { at: record, references: rules.references },
          ...Object.entries(rules.rows).flatMap(([name, { references }]) =>
            rowsOf(record, name).map((at) => ({ at, references })),
          ),
        ];
        for (const { at, references } of levels)
          for (const [field, { entity: target, keys }] of Object.entries(references)) {
            const value = at.fields.get(field) ?? null;
            if (value !== null && find(target, ...(keys?.(value, at) ?? [value])) === undefined)
              throw new Error(`${entity}.${field} → ${target} ${JSON.stringify(value)}`);
          }
      }
  });

  test('has orders whose totals add up', () => {
    for (const order of all('SalesOrder')) {
      for (const line of rowsOf(order, 'Details')) {
        expect(amountOf(line, 'ExtendedPrice')).toBe(toCents(amountOf(line, 'OrderQty') * amountOf(line, 'UnitPrice')));
        expect(amountOf(line, 'Amount')).toBe(
          toCents(amountOf(line, 'ExtendedPrice') - amountOf(line, 'DiscountAmount')),
        );
      }
      const lines = rowsOf(order, 'Details');
      expect(lines.length).toBeGreaterThanOrEqual(1);
      expect(lines.length).toBeLessThanOrEqual(8);
      expect(amountOf(order, 'OrderTotal')).toBe(toCents(sumOf(lines, 'Amount') + amountOf(order, 'TaxTotal')));
      expect(amountOf(order, 'OrderedQty')).toBe(sumOf(lines, 'OrderQty'));
    }
  });

  test('has invoices whose balance is what is not paid, on both forms', () => {
    for (const invoice of all('Invoice')) {
      const paid = sumOf(rowsOf(invoice, 'ApplicationsDefault'), 'AmountPaid');
      expect(amountOf(invoice, 'Balance')).toBe(toCents(amountOf(invoice, 'Amount') - paid));
      expect(textOf(invoice, 'Status') === 'Closed').toBe(amountOf(invoice, 'Balance') === 0);
    }
    for (const twin of all('SalesInvoice')) {
      const invoice = find('Invoice', textOf(twin, 'Type'), textOf(twin, 'ReferenceNbr'));
      for (const field of ['Amount', 'Balance', 'Status', 'DueDate', 'TaxTotal'])
        expect(invoice?.fields.get(field)).toBe(twin.fields.get(field));
    }
  });

  test('has customers who owe what their open invoices say, less what they paid in advance', () => {
    for (const customer of all('Customer')) {
      const id = textOf(customer, 'CustomerID');
      const open = all('Invoice').filter(
        (invoice) => textOf(invoice, 'Customer') === id && textOf(invoice, 'Status') === 'Open',
      );
      const credit = all('Payment').filter(
        (payment) => textOf(payment, 'CustomerID') === id && textOf(payment, 'Status') === 'Open',
      );
      const balance = toCents(sumOf(open, 'Balance') - sumOf(credit, 'AvailableBalance'));
      expect(customer.custom?.get('CustomerBalance')?.get('Balance')?.value).toBe(balance);
    }
  });
});
