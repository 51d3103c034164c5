import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import { agrees } from './inquiry-from-options.js';
import type { ODataColumn, ODataRow, ODataSet } from './odata-set.js';

type Columns = Readonly<Record<string, readonly [field: string, type: FieldType]>>;

const columnsOf = (columns: Columns): ODataSet['columns'] =>
  Object.fromEntries(Object.entries(columns).map(([name, [, type]]): [string, ODataColumn] => [name, { type }]));

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
    readonly change?: (row: Map<string, FieldValue>) => void;
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
        const row = new Map(rowOf(columns, record));
        more.change?.(row);
        if (agrees(row, parameters)) yield row;
      }
    },
  };
}

/** Generic inquiries of the demo company. */
export const demoInquiries: readonly ODataSet[] = [
  over('Customers', 'Customer', ['CustomerID'], {
    CustomerID: ['CustomerID', 'String'],
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
      Customer: ['CustomerID', 'String'],
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
      Customer: ['Customer', 'String'],
      Status: ['Status', 'String'],
      Amount: ['Amount', 'Decimal'],
      Balance: ['Balance', 'Decimal'],
    },
    { parameters: { Customer: 'String', Status: 'String' } },
  ),
];

const internal =
  (column: string, codes: Readonly<Record<string, string>>) =>
  (row: Map<string, FieldValue>): void => {
    const label = row.get(column);
    if (typeof label === 'string') row.set(column, codes[label] ?? label.slice(0, 1));
  };

/** A few tables behind the demo company, with the values the database holds instead of labels. */
export const demoTables: readonly ODataSet[] = [
  over(
    'PX_Objects_AR_Customer',
    'Customer',
    ['AcctCD'],
    {
      BAccountID: ['BAccountID', 'Int'],
      AcctCD: ['CustomerID', 'String'],
      AcctName: ['CustomerName', 'String'],
      Status: ['Status', 'String'],
      CreditLimit: ['CreditLimit', 'Decimal'],
      NoteID: ['NoteID', 'Guid'],
    },
    { change: internal('Status', { Active: 'A', 'On Hold': 'H', 'Credit Hold': 'C', Inactive: 'I', 'One-Time': 'T' }) },
  ),
  over(
    'PX_Objects_IN_InventoryItem',
    'StockItem',
    ['InventoryCD'],
    {
      InventoryCD: ['InventoryID', 'String'],
      Descr: ['Description', 'String'],
      ItemStatus: ['ItemStatus', 'String'],
      BasePrice: ['DefaultPrice', 'Decimal'],
      NoteID: ['NoteID', 'Guid'],
    },
    { change: internal('ItemStatus', { Active: 'AC', Inactive: 'IN', 'No Sales': 'NS' }) },
  ),
  over('PX_Objects_SO_SOOrder', 'SalesOrder', ['OrderType', 'OrderNbr'], {
    OrderType: ['OrderType', 'String'],
    OrderNbr: ['OrderNbr', 'String'],
    OrderDate: ['Date', 'DateTime'],
    CuryOrderTotal: ['OrderTotal', 'Decimal'],
    NoteID: ['NoteID', 'Guid'],
  }),
];
