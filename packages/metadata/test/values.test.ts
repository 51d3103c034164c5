import { decimal, PlainDate } from '@acurecord/odata';
import { AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity, RestGateway } from '@acurecord/metadata';
import { orderRow, orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest } from '@acurecord/metadata/testing';
import type { Transport } from '@acurecord/transport';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');

async function read(cells: object, decimals: 'number' | 'string' = 'number'): Promise<OrderUnderTest> {
  const client = { ...scriptedClient(() => ({ ...orderRow(), ...cells })), decimals };
  return Order.using(client).find('SO', '000123');
}

type Member = 'OrderTotal' | 'LineCount' | 'Date' | 'Description' | 'Approved' | 'ProjectGuid';

describe('a value that is set', () => {
  it.each<[Member, unknown, unknown]>([
    ['OrderTotal', 0.1, 0.1],
    ['OrderTotal', -0, -0],
    ['OrderTotal', 1e21, 1e21],
    ['OrderTotal', '1.50', 1.5],
    ['OrderTotal', '0.100000000000000000000001', '0.100000000000000000000001'],
    ['OrderTotal', '12345678901234567.89', '12345678901234567.89'],
    ['OrderTotal', '-00.50', -0.5],
    ['OrderTotal', 10n, 10],
    ['LineCount', '7', 7],
    ['OrderTotal', { value: 5 }, 5],
    ['OrderTotal', { type: 'CustomDecimalField', value: '5.5' }, 5.5],
    ['OrderTotal', decimal('1.50'), 1.5],
    ['Approved', 'true', true],
    ['LineCount', null, null],
    ['Description', '', ''],
    ['Description', 'a\tb\u{1F600}\u2028\'"\\', 'a\tb\u{1F600}\u2028\'"\\'],
    ['Date', new Date('2024-02-29T23:59:59.999Z'), '2024-02-29T23:59:59.999+00:00'],
    ['Date', new Date('2024-01-01T00:00:00+14:00'), '2023-12-31T10:00:00+00:00'],
    ['Date', '2024-01-02', '2024-01-02'],
    ['Date', PlainDate.from('2024-01-02'), '2024-01-02'],
    ['Date', '2024-01-02T03:04:05+03:00', '2024-01-02T03:04:05+03:00'],
    ['ProjectGuid', 'ABCDEF00-0000-0000-0000-000000000001', 'abcdef00-0000-0000-0000-000000000001'],
  ])('of %s, %p, is sent as %p', async (member, value, sent) => {
    const order = await read({});
    order.set(member, value);
    expect(order.toWire()).toEqual({ id: order.id, [member]: { value: sent } });
    order.set(member, undefined);
    expect(order.isDirty).toBe(false);
  });

  it.each<[Member, unknown, string]>([
    ['OrderTotal', Number.NaN, 'is not a finite number'],
    ['OrderTotal', -Infinity, 'is not a finite number'],
    ['OrderTotal', 10n ** 30n, 'is too large to be sent exactly'],
    ['OrderTotal', () => 1, 'is no value'],
    ['OrderTotal', Symbol('x'), 'is no value'],
    ['OrderTotal', [1], 'A list is no value for one field'],
    ['OrderTotal', { amount: 1 }, 'An object is no value for a Decimal field'],
    ['Description', ['a'], 'A list is no value for one field'],
    ['Description', Promise.resolve('a'), 'Did you forget await?'],
    ['Date', new Date(Number.NaN), 'is not a date'],
    ['Date', new Date(8.64e15), 'is outside the years 1 to 9999'],
    ['Date', new Date('-000001-01-01T00:00:00Z'), 'is outside the years 1 to 9999'],
  ])('of %s, %p, is refused at once', async (member, value, fault) => {
    const order = await read({});
    expect(() => order.set(member, value)).toThrow(fault);
    expect(() => order.set(member, value)).toThrow(AcumaticaValidationError);
    expect(order.isDirty).toBe(false);
  });

  it.each<[Member, unknown, string]>([
    ['OrderTotal', true, 'must be a number'],
    ['LineCount', 1.5, 'must be a whole number'],
    ['LineCount', '3000000000', 'must be a whole number from'],
    ['Approved', 1, 'must be true or false'],
    ['Description', 5, 'must be a text'],
    ['Date', 1_700_000_000_000, 'must be a date'],
  ])('of %s, %p, is refused before anything is sent', async (member, value, fault) => {
    const client = { ...scriptedClient(() => orderRow()), validate: true };
    const order = await Order.using(client).find('SO', '000123');
    order.set(member, value);
    await expect(order.save()).rejects.toThrow(`${member} ${fault}`);
    expect(client.calls.map(({ verb }) => verb)).toEqual(['get']);
  });
});

describe('a value outside the contract', () => {
  it.each<[unknown, string]>([
    [Number.NaN, 'is not a finite number'],
    [() => 1, 'is no value'],
    [[1], 'A list is no value for one field'],
    [Promise.resolve(1), 'Did you forget await?'],
    [{ type: 'CustomDecimalField', value: { type: 'CustomDecimalField', value: 1 } }, 'An object is no value'],
    [{ type: 'CustomDecimalField', value: '' }, 'is no value for a Decimal field'],
  ])('%p is refused at once', async (value, fault) => {
    const order = await read({});
    expect(() => order.setCustom('Document', 'UsrX', value)).toThrow(fault);
    expect(() => (order.custom = { Document: { UsrX: value } })).toThrow(fault);
    expect(order.isDirty).toBe(false);
  });

  it('is taken in the form of the wire, with its type', async () => {
    const order = await read({});
    order.setCustom('Document', 'UsrX', { type: 'CustomDecimalField', value: '1.5' });
    order.setCustom('Document', 'UsrY', { value: true });
    order.note = { value: 'Call first' } as unknown as string;
    expect(order.toWire()).toMatchObject({
      note: { value: 'Call first' },
      custom: {
        Document: {
          UsrX: { type: 'CustomDecimalField', value: '1.5' },
          UsrY: { type: 'CustomBooleanField', value: true },
        },
      },
    });
  });
});

describe('the same value in other words', () => {
  it.each<[Member, unknown, unknown]>([
    ['OrderTotal', 280.0, '280.000000'],
    ['OrderTotal', '280.00', 280],
    ['Date', '2023-12-14T17:20:45.16+00:00', new Date('2023-12-14T17:20:45.160Z')],
    ['Date', '2023-12-14T00:00:00+03:00', new Date('2023-12-13T21:00:00Z')],
    ['Date', '2023-12-14T00:00:00', new Date('2023-12-14T00:00:00Z')],
    ['ProjectGuid', 'abcdef00-0000-0000-0000-000000000001', 'ABCDEF00-0000-0000-0000-000000000001'],
  ])('of %s, %p and %p, is no change', async (member, value, same) => {
    const order = await read({ [member]: { value } });
    order.set(member, same);
    expect([order.isDirty, order.changes]).toEqual([false, {}]);
  });
});

describe('timestamps', () => {
  it('are instants, whatever zone they were written in, and their text stays in reach', async () => {
    const order = await read({ Date: { value: '2023-12-14T00:00:00+03:00' } });
    expect([order.Date?.toISOString(), order.raw('Date')]).toEqual([
      '2023-12-13T21:00:00.000Z',
      '2023-12-14T00:00:00+03:00',
    ]);
    order.Date?.setUTCFullYear(1999);
    expect([order.Date?.getUTCFullYear(), order.isDirty]).toEqual([2023, false]);
  });
});

describe('exact decimals', () => {
  it('are texts, also where a number was set or the server wrote a whole one', async () => {
    const order = await read({ OrderTotal: { value: 280 } }, 'string');
    expect([order.OrderTotal, order.LineCount]).toEqual(['280', 3]);
    order.OrderTotal = 0.5;
    expect([order.OrderTotal, order.changes, order.toPlain().OrderTotal]).toEqual([
      '0.5',
      { OrderTotal: '0.5' },
      '0.5',
    ]);
    expect(order.toWire()).toEqual({ id: order.id, OrderTotal: { value: 0.5 } });
  });

  it('are read from answers of any length without a loss', async () => {
    const note = `${'x'.repeat(8_000_000)}\\" 1.50`;
    const text = `{"id":"i","note":{"value":"${note}"},"OrderTotal":{"value":12345678901234567.890}}`;
    const send = ({ parseJson = JSON.parse }: { parseJson?: (text: string) => unknown }): Promise<object> =>
      Promise.resolve({ body: parseJson(text) });
    const gateway = new RestGateway({ send } as unknown as Transport, {
      endpoint: 'Default',
      version: '24.200.001',
      decimals: 'string',
    });
    const order = await Order.using({ gateway, closed: false, decimals: 'string' }).find('SO', '000123');
    expect([order.OrderTotal, order.note?.length]).toEqual(['12345678901234567.890', 8_000_006]);
  });
});
