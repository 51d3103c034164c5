import { codeOf, defineTable, numbersOf, rowsIn, toMany, toOne } from './define-table.js';
import type { TableRow } from './define-table.js';

/** What the database keeps where forms show labels. */
const orderStatus: Readonly<Record<string, string>> = {
  'On Hold': 'H',
  'Back Order': 'B',
  Completed: 'C',
  Cancelled: 'L',
  Shipping: 'S',
};

/** Numbers of the addresses of the order at a place among all orders. */
const billTo = (at: number): number => 2 * at + 1;
const shipTo = (at: number): number => 2 * at + 2;

/** Sales orders. */
export const orders = defineTable('PX.Objects.SO.SOOrder', {
  title: 'Sales Order',
  entity: 'SalesOrder',
  keys: 'OrderType OrderNbr',
  columns: `OrderType OrderNbr CustomerID:Int OrderDate:DateTime Status CuryOrderTotal:Decimal OrderDesc Hold:Boolean
    BillAddressID:Int ShipAddressID:Int LastModifiedDateTime:DateTime NoteID:Guid NoteText! CuryDocBal:Decimal!
    IsFullyPaid:Boolean!`,
  navigation: {
    CustomerByCustomerID: toOne('PX_Objects_AR_Customer', { CustomerID: 'BAccountID' }),
    SOLineCollection: toMany('PX_Objects_SO_SOLine', { OrderType: 'OrderType', OrderNbr: 'OrderNbr' }),
    SOAddressByBillAddressID: toOne('PX_Objects_SO_SOAddress', { BillAddressID: 'AddressID' }),
    SOAddressByShipAddressID: toOne('PX_Objects_SO_SOAddress', { ShipAddressID: 'AddressID' }),
  },
  rows: (source) => {
    const customer = numbersOf(source, 'Customer', 'CustomerID');
    return source
      .table('SalesOrder')
      .all()
      .map(({ id, fields, links }, at) => ({
        OrderType: fields.get('OrderType'),
        OrderNbr: fields.get('OrderNbr'),
        CustomerID: customer.get(fields.get('CustomerID')),
        OrderDate: fields.get('Date'),
        Status: codeOf(orderStatus, fields.get('Status'), 'N'),
        CuryOrderTotal: fields.get('OrderTotal'),
        OrderDesc: fields.get('Description'),
        Hold: fields.get('Hold'),
        BillAddressID: links.get('BillToAddress') ? billTo(at) : null,
        ShipAddressID: links.get('ShipToAddress') ? shipTo(at) : null,
        LastModifiedDateTime: fields.get('LastModified'),
        NoteID: id,
      }));
  },
});

/** Lines of sales orders. */
export const lines = defineTable('PX.Objects.SO.SOLine', {
  title: 'Sales Order Line',
  keys: 'OrderType OrderNbr LineNbr',
  columns:
    'OrderType OrderNbr LineNbr:Int InventoryID:Int OrderQty:Decimal CuryUnitPrice:Decimal CuryLineAmt:Decimal TranDesc',
  navigation: { InventoryItemByInventoryID: toOne('PX_Objects_IN_InventoryItem', { InventoryID: 'InventoryID' }) },
  rows: (source) => {
    const item = numbersOf(source, 'StockItem', 'InventoryID');
    return source
      .table('SalesOrder')
      .all()
      .flatMap((order) =>
        rowsIn(order, 'Details').map(({ fields }) => ({
          OrderType: order.fields.get('OrderType'),
          OrderNbr: order.fields.get('OrderNbr'),
          LineNbr: fields.get('LineNbr'),
          InventoryID: item.get(fields.get('InventoryID')),
          OrderQty: fields.get('OrderQty'),
          CuryUnitPrice: fields.get('UnitPrice'),
          CuryLineAmt: fields.get('Amount'),
          TranDesc: fields.get('LineDescription'),
        })),
      );
  },
});

/** The addresses that sales orders are billed and shipped to. */
export const addresses = defineTable('PX.Objects.SO.SOAddress', {
  title: 'SO Address',
  keys: 'AddressID',
  columns: 'AddressID:Int AddressLine1 AddressLine2 City State PostalCode CountryID',
  rows: (source) =>
    source
      .table('SalesOrder')
      .all()
      .flatMap(({ links }, at): TableRow[] =>
        (['BillToAddress', 'ShipToAddress'] as const).flatMap((link) => {
          const address = links.get(link);
          if (!address) return [];
          return {
            AddressID: link === 'BillToAddress' ? billTo(at) : shipTo(at),
            AddressLine1: address.fields.get('AddressLine1'),
            AddressLine2: address.fields.get('AddressLine2'),
            City: address.fields.get('City'),
            State: address.fields.get('State'),
            PostalCode: address.fields.get('PostalCode'),
            CountryID: address.fields.get('Country'),
          };
        }),
      ),
});
