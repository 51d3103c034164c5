import { AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { WireRow } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');

/** Paths and faults that saving with `verify` finds, where the server answers 200 and then has `kept`. */
async function lost(change: (order: OrderUnderTest) => void, kept: (row: WireRow) => WireRow): Promise<string[]> {
  let row = orderRow();
  const client = scriptedClient(({ verb, request }) =>
    verb === 'put' ? { ...row, ...(request.row as WireRow) } : row,
  );
  const order = await Order.using(client).find('SO', '000123');
  change(order);
  row = kept(row);
  const error: unknown = await order.save({ verify: true }).catch((reason: unknown) => reason);
  if (error === order) return [];
  expect(error).toBeInstanceOf(AcumaticaValidationError);
  return (error as AcumaticaValidationError).issues.map(({ message }) => message);
}

const rowsOf = (row: WireRow): WireRow[] => row.Details as WireRow[];

describe('what a server took without keeping it', () => {
  it.each<[string, (order: OrderUnderTest) => void, (row: WireRow) => WireRow, string[]]>([
    ['a field', (o) => (o.OrderTotal = 5), (row) => row, ['OrderTotal was sent as 5 and is 280 on the server.']],
    ['a field that it has', (o) => (o.OrderTotal = 5), (row) => ({ ...row, OrderTotal: { value: 5.0 } }), []],
    [
      'a text in its mask',
      (o) => (o.Description = '5551234'),
      (row) => ({ ...row, Description: { value: '555-1234 ' } }),
      [],
    ],
    [
      'a text of marks',
      (o) => (o.Description = '--'),
      (row) => row,
      ['Description was sent as "--" and is null on the server.'],
    ],
    ['a cleared text', (o) => (o.CustomerID = null), (row) => ({ ...row, CustomerID: { value: '' } }), []],
    ['a note', (o) => (o.note = 'Call'), (row) => row, ['note was sent as "Call" and is "" on the server.']],
    [
      'a custom field',
      (o) => (o.UsrPriority = 'High'),
      (row) => row,
      ['custom.Document.UsrPriority was sent as "High" and is "Low" on the server.'],
    ],
    [
      'a field of a link',
      (o) => Object.assign(o.ShipToContact ?? {}, { Email: 'new@b.example' }),
      (row) => row,
      ['ShipToContact.Email was sent as "new@b.example" and is "a@b.example" on the server.'],
    ],
    [
      'a link',
      (o) => (o.ShipToContact = null),
      (row) => row,
      ['ShipToContact was taken out and is still linked on the server.'],
    ],
    ['a link that is gone', (o) => (o.ShipToContact = null), (row) => ({ ...row, ShipToContact: null }), []],
    [
      'rows',
      (o) => {
        o.Details.remove(o.Details.at(2) as never);
        Object.assign(o.Details.at(0) ?? {}, { OrderQty: 9 });
        Object.assign(o.Details.at(1) ?? {}, { OrderQty: 8 });
        o.Details.add({ InventoryID: 'NEW' });
      },
      (row) => ({ ...row, Details: rowsOf(row).filter(({ id }) => id !== 'b') }),
      [
        'Details[0].OrderQty was sent as 9 and is 1 on the server.',
        'Details[1] was sent and is not among the rows on the server.',
        'Details[2] was sent and is not among the rows on the server.',
        'Details[3] was not deleted.',
      ],
    ],
    [
      'a new row with another value',
      (o) => o.Details.add({ InventoryID: 'NEW', OrderQty: 2 }),
      (row) => ({
        ...row,
        Details: [...rowsOf(row), { id: 'd', InventoryID: { value: 'NEW  ' }, OrderQty: { value: 1 } }],
      }),
      ['Details[0].OrderQty was sent as 2 and is 1 on the server.'],
    ],
    [
      'a new row that it has',
      (o) => o.Details.add({ InventoryID: 'NEW', OrderQty: 2 }),
      (row) => ({
        ...row,
        Details: [...rowsOf(row), { id: 'd', InventoryID: { value: 'NEW' }, OrderQty: { value: 2 } }],
      }),
      [],
    ],
  ])('%s is named, or not', async (_what, change, kept, messages) => {
    expect(await lost(change, kept)).toEqual(messages);
  });
});
