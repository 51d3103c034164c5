import type { FieldType } from '../schema/schema-model.js';
import type { StoredRecord } from '../store/stored-record.js';
import { agrees } from './inquiry-from-options.js';
import type { ODataColumn, ODataRow, ODataSet } from './odata-set.js';

type Columns = Readonly<Record<string, readonly [field: string, type: FieldType, segment?: number]>>;

const columnsOf = (columns: Columns): ODataSet['columns'] =>
  Object.fromEntries(
    Object.entries(columns).map(([name, [, type, segment]]): [string, ODataColumn] => [
      name,
      segment === undefined ? { type } : { type, segment },
    ]),
  );

const rowOf = (columns: Columns, record: StoredRecord): ODataRow =>
  new Map(Object.entries(columns).map(([name, [field]]) => [name, record.fields.get(field) ?? null]));

/** A set that shows fields of an entity's records under its own names. */
function over(
  name: string,
  entity: string,
  keys: readonly string[],
  columns: Columns,
  more: {
    readonly where?: (record: StoredRecord) => boolean;
    readonly parameters?: Readonly<Record<string, FieldType>>;
  } = {},
): ODataSet {
  return {
    name,
    keys,
    columns: columnsOf(columns),
    ...(more.parameters === undefined ? {} : { parameters: more.parameters }),
    *rows(store, parameters) {
      for (const record of store.table(entity).all()) {
        if (more.where?.(record) === false) continue;
        const row = rowOf(columns, record);
        if (agrees(row, parameters)) yield row;
      }
    },
  };
}

/** Generic inquiries of the demo company. */
export const demoInquiries: readonly ODataSet[] = [
  over('Customers', 'Customer', ['CustomerID'], {
    CustomerID: ['CustomerID', 'String', 10],
    CustomerName: ['CustomerName', 'String'],
    CustomerClass: ['CustomerClass', 'String'],
    CustomerStatus: ['Status', 'String'],
    CreditLimit: ['CreditLimit', 'Decimal'],
    LastModifiedOn: ['LastModifiedDateTime', 'DateTime'],
  }),
  over(
    'Open Sales Orders',
    'SalesOrder',
    ['OrderType', 'OrderNbr'],
    {
      OrderType: ['OrderType', 'String'],
      OrderNbr: ['OrderNbr', 'String'],
      Customer: ['CustomerID', 'String', 10],
      Date: ['Date', 'DateTime'],
      OrderTotal: ['OrderTotal', 'Decimal'],
    },
    { where: (order) => order.fields.get('Status') === 'Open' },
  ),
  over(
    'Invoices by Customer',
    'Invoice',
    ['Type', 'ReferenceNbr'],
    {
      Type: ['Type', 'String'],
      ReferenceNbr: ['ReferenceNbr', 'String'],
      Customer: ['Customer', 'String', 10],
      Status: ['Status', 'String'],
      Amount: ['Amount', 'Decimal'],
      Balance: ['Balance', 'Decimal'],
    },
    { parameters: { Customer: 'String', Status: 'String' } },
  ),
];
