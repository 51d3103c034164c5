import { wired } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { values, rowsOf, newOrder } from '../support/wire-record.js';

test(
  '§6 some moments are texts in American form',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    const [line] = order['Details'] as unknown as Record<string, { value: string }>[];
    expect(line?.['LastModifiedDate']?.value).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
  }),
);

test(
  '§6 a moment of writing is a true instant, a date midnight, both with +00:00',
  withCaller(async ({ simulator, caller }) => {
    const before = Date.now();
    const order = await newOrder(caller);
    expect(Math.abs(Date.parse(String(order['LastModified']?.value)) - before)).toBeLessThan(60_000);
    for (const name of ['Date', 'RequestedOn']) expect(order[name]?.value).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+00:00$/);
    expect(simulator.sessions()).toHaveLength(1);
  }),
);

test(
  '§6 dates have the offset of the server, those alone its midnight, in answers, bodies and filters',
  withCaller(
    async ({ simulator, caller }) => {
      const order = values(
        await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE', RequestedOn: '2031-05-04T00:00:00+03:00' })),
      );
      expect(order['RequestedOn']?.value).toBe('2031-05-04T00:00:00+03:00');
      expect(simulator.store.find('SalesOrder', 'SO', String(order['OrderNbr']?.value))).toMatchObject({
        RequestedOn: '2031-05-04T00:00:00+00:00',
      });
      expect(order['LastModified']?.value).toMatch(/\+03:00$/);
      expect(Math.abs(Date.parse(String(order['LastModified']?.value)) - Date.now())).toBeLessThan(60_000);
      for (const literal of ['2031-05-04T00:00:00+03:00', '2031-05-04']) {
        const filter = encodeURIComponent(`RequestedOn eq datetimeoffset'${literal}'`);
        expect([literal, rowsOf(await caller.get(`SalesOrder?$filter=${filter}`)).length]).toEqual([literal, 1]);
      }
    },
    { assume: { serverOffset: '+03:00' } },
  ),
);

test(
  '§6 drop-downs show labels, guids are lower-case',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    const [line] = order['Details'] as unknown as Record<string, { value: string }>[];
    expect(line?.['LineType']?.value).toBe('Goods for Inventory');
    expect(order['NoteID']?.value).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }),
);

test(
  '§6 texts in several languages come through $custom',
  withCaller(async ({ caller }) => {
    expect((await caller.get('StockItem/GLPINT16?$custom=Item.DescrTranslations')).text).toContain(
      '"[{en:Pint Glass 16 oz}]"',
    );
  }),
);

test(
  '§6 members come as id, rowNumber, note, fields, custom, _links, files; records that are well have no error',
  withCaller(async ({ caller }) => {
    const answer = await caller.get('SalesOrder/SO/000001?$expand=Details,files');
    const names = Object.keys(values(answer));
    expect([...names.slice(0, 3), ...names.slice(-3)]).toEqual([
      'id',
      'rowNumber',
      'note',
      'custom',
      '_links',
      'files',
    ]);
    expect(answer.text).not.toContain('"error"');
    expect(answer.text.match(/"custom":\{\}/g)?.length).toBeGreaterThan(1);
  }),
);

test(
  '§6 records may have no _links',
  withCaller(
    async ({ caller }) => {
      expect((await caller.get('SalesOrder/SO/000001?$expand=Details')).text).not.toContain('_links');
    },
    { links: false },
  ),
);

test(
  '§6 fractions of seconds lose their zeros at the end, whole seconds have none',
  withCaller(
    async ({ caller }) => {
      const shown = async (key: string): Promise<unknown> =>
        values(await caller.get(`Customer/${key}`))['CreatedDateTime']?.value;
      expect(await shown('A')).toBe('2024-01-02T17:20:45.16+00:00');
      expect(await shown('B')).toBe('2024-01-02T17:20:45+00:00');
    },
    {
      data: {
        Customer: [
          { CustomerID: 'A', CreatedDateTime: '2024-01-02T17:20:45.160Z' },
          { CustomerID: 'B', CreatedDateTime: '2024-01-02T17:20:45.000Z' },
        ],
      },
    },
  ),
);

test(
  '§6 integers are integers, decimals have a fraction',
  withCaller(async ({ caller }) => {
    const { text } = await caller.get('Customer/ABARTENDE?$select=OrderPriority,CreditLimit');
    expect(text).toMatch(/"CreditLimit":\{"value":\d+\.\d+\}/);
    expect(text).toMatch(/"OrderPriority":\{"value":\d+\}/);
  }),
);

test(
  '§6 a drop-down is written by its label',
  withCaller(async ({ caller }) => {
    const item = wired({ InventoryID: 'GLPINT16', ItemStatus: 'Inactive' });
    expect(values(await caller.put('StockItem', item))['ItemStatus']?.value).toBe('Inactive');
  }),
);
