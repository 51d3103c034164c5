import fc from 'fast-check';
import { AcumaticaConfigError, AcumaticaValidationError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { TextOptions, TextRow } from '@acurecord/metadata';
import { orderSchema, scriptedClient } from '@acurecord/metadata/testing';
import type { OrderUnderTest } from '@acurecord/metadata/testing';

const Order = defineEntity<OrderUnderTest>(orderSchema, 'SalesOrder');
const wire = (row: TextRow, options?: TextOptions): object => Order.fromText(row, options).toWire();

function issuesOf(row: TextRow, options?: TextOptions): readonly object[] {
  try {
    Order.fromText(row, options);
  } catch (error) {
    if (AcumaticaValidationError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

describe('a record from texts', () => {
  it('takes each text as the type of its field, and texts as they are', () => {
    const row = {
      CustomerID: '00123',
      OrderTotal: '-12.50',
      LineCount: '7',
      Approved: 'true',
      Date: '2026-03-31',
      ProjectGuid: 'ABCDEF00-0000-0000-0000-000000000001',
      'ShipToContact.Email': 'a@b.example',
      'ShipToContact.Address.City': 'Paris',
      UsrPriority: 'High',
      note: 'Call first',
    };
    expect(wire(row)).toEqual({
      CustomerID: { value: '00123' },
      OrderTotal: { value: -12.5 },
      LineCount: { value: 7 },
      Approved: { value: true },
      Date: { value: '2026-03-31' },
      ProjectGuid: { value: 'abcdef00-0000-0000-0000-000000000001' },
      ShipToContact: { Email: { value: 'a@b.example' }, Address: { City: { value: 'Paris' } } },
      custom: { Document: { UsrPriority: { type: 'CustomStringField', value: 'High' } } },
      note: { value: 'Call first' },
    });
  });

  it('leaves blank fields untouched, or clears them when told to', () => {
    const row = { CustomerID: '', OrderTotal: ' ', Approved: '\t', Date: null, 'ShipToContact.Email': undefined };
    expect(wire(row)).toEqual({});
    expect(wire(row, { blank: 'clear' })).toEqual({
      CustomerID: { value: null },
      OrderTotal: { value: null },
      Approved: { value: null },
      Date: { value: null },
    });
  });

  it.each<[TextRow, TextOptions, object]>([
    [{ OrderTotal: '1.234,50' }, { decimal: ',', grouping: '.' }, { OrderTotal: { value: 1234.5 } }],
    [{ OrderTotal: '-1,234,567.5' }, { grouping: ',' }, { OrderTotal: { value: -1234567.5 } }],
    [{ OrderTotal: '€ 12,5' }, { decimal: ',', symbols: ['€'] }, { OrderTotal: { value: 12.5 } }],
    [{ OrderTotal: '5 %' }, { symbols: ['%'] }, { OrderTotal: { value: 5 } }],
    [{ Approved: 'Ja' }, { booleans: { true: ['ja'], false: ['nein'] } }, { Approved: { value: true } }],
    [{ Date: '31.03.2026' }, { dates: 'dd.MM.yyyy' }, { Date: { value: '2026-03-31' } }],
    [{ Date: '3/5/2026' }, { dates: 'M/d/yyyy' }, { Date: { value: '2026-03-05' } }],
    [{ Date: '20260331 0830' }, { dates: 'yyyyMMdd HHmm' }, { Date: { value: '2026-03-31T08:30:00' } }],
    [{ Date: '46112' }, { dates: 'serial' }, { Date: { value: '2026-03-31' } }],
    [{ OrderTotal: ' 5 ' }, {}, { OrderTotal: { value: 5 } }],
  ])('%p by %p', (row, options, expected) => {
    expect(wire(row, options)).toEqual(expected);
  });

  it.each<[TextRow, TextOptions, string]>([
    [{ OrderTotal: '1,234.50' }, {}, 'OrderTotal: "1,234.50" is not a number in decimal notation, such as 1234.5'],
    [{ OrderTotal: '1.5' }, { decimal: ',' }, 'such as 1234,5'],
    [{ OrderTotal: '1,5' }, { grouping: ',' }, 'is not a number'],
    [{ OrderTotal: '12,34,567' }, { grouping: ',' }, 'is not a number'],
    [{ OrderTotal: '5%' }, {}, 'is not a number'],
    [{ OrderTotal: '$5' }, {}, 'is not a number'],
    [{ OrderTotal: '1e3' }, {}, 'is not a number'],
    [{ OrderTotal: '(5)' }, {}, 'is not a number'],
    [{ LineCount: '1.5' }, {}, 'is not a whole number, such as 12'],
    [{ LineCount: '3000000000' }, {}, 'must be a whole number from'],
    [{ Approved: '1' }, {}, 'is not true or false'],
    [{ Approved: 'maybe' }, { booleans: { true: ['yes'], false: ['no'] } }, 'is none of yes, no'],
    [{ Date: '31.03.2026' }, {}, 'is not a date in ISO form'],
    [{ Date: '46112' }, {}, 'is not a date in ISO form'],
    [{ Date: '30.02.2026' }, { dates: 'dd.MM.yyyy' }, 'is no date written as dd.MM.yyyy'],
    [{ Date: '31.3.2026' }, { dates: 'dd.MM.yyyy' }, 'is no date written as dd.MM.yyyy'],
    [{ Date: '60' }, { dates: 'serial' }, 'is no day number of a spreadsheet'],
    [{ ProjectGuid: 'none' }, {}, 'is not a GUID'],
    [{ OrderTotl: '5' }, {}, 'SalesOrder has no member "OrderTotl". Did you mean OrderTotal'],
    [{ 'ShipToContact.Emial': 'x' }, {}, 'Did you mean Email?'],
    [{ 'Details.OrderQty': '5' }, {}, 'names rows'],
    [{ ShipToContact: 'x' }, {}, 'is no field'],
    [{ OrderTotal: 5 as unknown as string }, {}, 'is no text'],
  ])('%p by %p is refused', (row, options, fault) => {
    expect(() => wire(row, options)).toThrow(fault);
    expect(() => wire(row, options)).toThrow(AcumaticaValidationError);
  });

  it('tells all faults of a row together, with line and column', () => {
    expect(issuesOf({ OrderTotal: 'x', Approved: 'y', Nowhere: 'z', LineCount: '1' }, { line: 17 })).toMatchObject([
      { line: 17, column: 'OrderTotal', path: 'OrderTotal', value: 'x' },
      { line: 17, column: 'Approved', message: 'line 17, Approved: "y" is not true or false' },
      { line: 17, column: 'Nowhere' },
    ]);
  });

  it.each<[TextOptions, string]>([
    [{ decimal: ',', grouping: ',' }, 'cannot separate both'],
    [{ dates: 'dd.MM' }, 'is no pattern'],
    [{ dates: 'dd.dd.yyyy' }, 'is no pattern'],
  ])('refuses the options %p', (options, fault) => {
    expect(() => Order.fromText({}, options)).toThrow(fault);
    expect(() => Order.fromText({}, options)).toThrow(AcumaticaConfigError);
    expect(() => Order.fromText({}, { blanks: 'clear' } as never)).toThrow('Did you mean blank?');
  });

  it('is bound to its client, and is saved as any new record', async () => {
    const client = scriptedClient();
    await Order.using(client).fromText({ OrderType: 'SO', OrderTotal: '5' }).save();
    expect(client.calls[0]?.request.row).toEqual({ OrderType: { value: 'SO' }, OrderTotal: { value: 5 } });
  });

  it('reads back what it took, for numbers written in any way it is told', () => {
    const styles: readonly TextOptions[] = [
      {},
      { decimal: ',' },
      { decimal: ',', grouping: '.' },
      { grouping: ',' },
      { grouping: "'" },
      { decimal: ',', grouping: ' ' },
    ];
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.constantFrom(...styles), (cents, style) => {
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
        const [whole, fraction] = [digits.slice(0, -2), digits.slice(-2)];
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.grouping ?? '');
        const text = `${cents < 0n ? '-' : ''}${grouped}${style.decimal ?? '.'}${fraction}`;
        const { OrderTotal } = Order.fromText({ OrderTotal: text }, style);
        return OrderTotal === Number(cents) / 100 || Math.abs((OrderTotal ?? 0) - Number(cents) / 100) < 1e-6;
      }),
    );
  });

  it('reads back the day it took, whatever pattern it is written in', () => {
    const patterns = ['yyyy-MM-dd', 'dd.MM.yyyy', 'MM/dd/yyyy', 'yyyyMMdd'];
    const days = fc.date({ min: new Date('1901-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...patterns), (date, dates) => {
        const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
        const text = dates.replace('yyyy', year).replace('MM', month).replace('dd', day);
        return Order.fromText({ Date: text }, { dates }).raw('Date') === `${year}-${month}-${day}`;
      }),
    );
  });
});
