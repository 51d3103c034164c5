import { customerStatuses, itemStatuses } from '../demo/drop-downs.js';
import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import type { ODataColumn, ODataNavigation, ODataRow, ODataSet, RecordSource } from './odata-set.js';

/** `BAccountID:Int AcctCD Status`; text unless another type is named. */
function columns(text: string): ODataSet['columns'] {
  return Object.fromEntries(
    text.split(/\s+/).map((word): [string, ODataColumn] => {
      const [name = '', type = 'String'] = word.split(':');
      return [name, { type: type as FieldType }];
    }),
  );
}

const row = (values: Readonly<Record<string, FieldValue | undefined>>): ODataRow =>
  new Map(Object.entries(values).map(([name, value]) => [name, value ?? null]));

const one = (target: string, on: ODataNavigation['on']): ODataNavigation => ({ target, on, collection: false });
const many = (target: string, on: ODataNavigation['on']): ODataNavigation => ({ target, on, collection: true });

/** What the database keeps where forms show labels. */
const orderStatus: Readonly<Record<string, string>> = {
  'On Hold': 'H',
  'Back Order': 'B',
  Completed: 'C',
  Cancelled: 'L',
  Shipping: 'S',
};

const code = (codes: Readonly<Record<string, string>>, label: FieldValue | undefined, otherwise: string): string =>
  typeof label === 'string' ? (codes[label] ?? otherwise) : otherwise;

/** Numbers by which tables refer to records that forms know by their names: the place among all of them. */
function numbers(store: RecordSource, entity: string, key: string): ReadonlyMap<FieldValue | undefined, number> {
  return new Map(
    store
      .table(entity)
      .all()
      .map(({ fields }, at) => [fields.get(key), at + 1]),
  );
}

const linesOf = ({ details }: StoredRecord, name: string): readonly StoredRecord[] => details.get(name) ?? [];

const customers: ODataSet = {
  name: 'PX_Objects_AR_Customer',
  keys: ['BAccountID'],
  columns: columns(
    'BAccountID:Int AcctCD AcctName Status CustomerClassID TermsID CreditLimit:Decimal DefBillContactID:Int NoteID:Guid',
  ),
  navigation: {
    ContactByDefBillContactID: one('PX_Objects_CR_Contact', { DefBillContactID: 'ContactID' }),
    SOOrderCollection: many('PX_Objects_SO_SOOrder', { BAccountID: 'CustomerID' }),
  },
  rows: (store) =>
    store
      .table('Customer')
      .all()
      .map(({ id, fields }, at) =>
        row({
          BAccountID: at + 1,
          AcctCD: fields.get('CustomerID'),
          AcctName: fields.get('CustomerName'),
          Status: code(customerStatuses, fields.get('Status'), 'A'),
          CustomerClassID: fields.get('CustomerClass'),
          TermsID: fields.get('Terms'),
          CreditLimit: fields.get('CreditLimit'),
          DefBillContactID: fields.get('PrimaryContactID'),
          NoteID: id,
        }),
      ),
};

const contacts: ODataSet = {
  name: 'PX_Objects_CR_Contact',
  keys: ['ContactID'],
  columns: columns('ContactID:Int DisplayName FirstName LastName EMail Phone1 FullName IsActive:Boolean NoteID:Guid'),
  navigation: {},
  rows: (store) =>
    store
      .table('Contact')
      .all()
      .map(({ id, fields }) =>
        row({
          ContactID: fields.get('ContactID'),
          DisplayName: fields.get('DisplayName'),
          FirstName: fields.get('FirstName'),
          LastName: fields.get('LastName'),
          EMail: fields.get('Email'),
          Phone1: fields.get('Phone1'),
          FullName: fields.get('CompanyName'),
          IsActive: fields.get('Active'),
          NoteID: id,
        }),
      ),
};

const items: ODataSet = {
  name: 'PX_Objects_IN_InventoryItem',
  keys: ['InventoryID'],
  columns: columns('InventoryID:Int InventoryCD Descr ItemStatus ItemClassID BaseUnit BasePrice:Decimal NoteID:Guid'),
  navigation: { INSiteStatusCollection: many('PX_Objects_IN_INSiteStatus', { InventoryID: 'InventoryID' }) },
  rows: (store) =>
    store
      .table('StockItem')
      .all()
      .map(({ id, fields }, at) =>
        row({
          InventoryID: at + 1,
          InventoryCD: fields.get('InventoryID'),
          Descr: fields.get('Description'),
          ItemStatus: code(itemStatuses, fields.get('ItemStatus'), 'AC'),
          ItemClassID: fields.get('ItemClass'),
          BaseUnit: fields.get('BaseUOM'),
          BasePrice: fields.get('DefaultPrice'),
          NoteID: id,
        }),
      ),
};

const stock: ODataSet = {
  name: 'PX_Objects_IN_INSiteStatus',
  keys: ['InventoryID', 'SiteID'],
  columns: columns('InventoryID:Int SiteID QtyOnHand:Decimal Active:Boolean'),
  navigation: { InventoryItemByInventoryID: one('PX_Objects_IN_InventoryItem', { InventoryID: 'InventoryID' }) },
  rows: (store) =>
    store
      .table('StockItem')
      .all()
      .flatMap((item, at) =>
        linesOf(item, 'WarehouseDetails').map(({ fields }) =>
          row({
            InventoryID: at + 1,
            SiteID: fields.get('WarehouseID'),
            QtyOnHand: fields.get('QtyOnHand'),
            Active: true,
          }),
        ),
      ),
};

const orders: ODataSet = {
  name: 'PX_Objects_SO_SOOrder',
  keys: ['OrderType', 'OrderNbr'],
  columns: columns(
    'OrderType OrderNbr CustomerID:Int OrderDate:DateTime Status CuryOrderTotal:Decimal OrderDesc Hold:Boolean NoteID:Guid',
  ),
  navigation: {
    CustomerByCustomerID: one('PX_Objects_AR_Customer', { CustomerID: 'BAccountID' }),
    SOLineCollection: many('PX_Objects_SO_SOLine', { OrderType: 'OrderType', OrderNbr: 'OrderNbr' }),
  },
  rows: (store) => {
    const customer = numbers(store, 'Customer', 'CustomerID');
    return store
      .table('SalesOrder')
      .all()
      .map(({ id, fields }) =>
        row({
          OrderType: fields.get('OrderType'),
          OrderNbr: fields.get('OrderNbr'),
          CustomerID: customer.get(fields.get('CustomerID')),
          OrderDate: fields.get('Date'),
          Status: code(orderStatus, fields.get('Status'), 'N'),
          CuryOrderTotal: fields.get('OrderTotal'),
          OrderDesc: fields.get('Description'),
          Hold: fields.get('Hold'),
          NoteID: id,
        }),
      );
  },
};

const lines: ODataSet = {
  name: 'PX_Objects_SO_SOLine',
  keys: ['OrderType', 'OrderNbr', 'LineNbr'],
  columns: columns(
    'OrderType OrderNbr LineNbr:Int InventoryID:Int OrderQty:Decimal CuryUnitPrice:Decimal CuryLineAmt:Decimal TranDesc',
  ),
  navigation: { InventoryItemByInventoryID: one('PX_Objects_IN_InventoryItem', { InventoryID: 'InventoryID' }) },
  rows: (store) => {
    const item = numbers(store, 'StockItem', 'InventoryID');
    return store
      .table('SalesOrder')
      .all()
      .flatMap((order) =>
        linesOf(order, 'Details').map(({ fields }) =>
          row({
            OrderType: order.fields.get('OrderType'),
            OrderNbr: order.fields.get('OrderNbr'),
            LineNbr: fields.get('LineNbr'),
            InventoryID: item.get(fields.get('InventoryID')),
            OrderQty: fields.get('OrderQty'),
            CuryUnitPrice: fields.get('UnitPrice'),
            CuryLineAmt: fields.get('Amount'),
            TranDesc: fields.get('LineDescription'),
          }),
        ),
      );
  },
};

/** A few tables behind the demo company, with the values the database holds instead of labels. */
export const demoTables: readonly ODataSet[] = [customers, contacts, items, stock, orders, lines];
