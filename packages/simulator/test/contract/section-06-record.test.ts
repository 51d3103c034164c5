import { startSimulator } from '../../src/index.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
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
    const writtenAt = Date.parse(String(order['LastModified']?.value));
    expect([writtenAt >= before - 1000, writtenAt <= Date.now() + 1000]).toEqual([true, true]);
    for (const name of ['Date', 'RequestedOn']) expect(order[name]?.value).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+00:00$/);
    expect(simulator.sessions()).toHaveLength(1);
  }),
);

test(
  '§6 dates have the offset of the server, those alone its midnight, in answers, bodies and filters',
  withCaller(
    async ({ simulator, caller }) => {
      const before = Date.now();
      const order = values(
        await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE', RequestedOn: '2031-05-04T00:00:00+03:00' })),
      );
      expect(order['RequestedOn']?.value).toBe('2031-05-04T00:00:00+03:00');
      expect(simulator.store.find('SalesOrder', 'SO', String(order['OrderNbr']?.value))).toMatchObject({
        RequestedOn: '2031-05-04T00:00:00+00:00',
      });
      expect(order['LastModified']?.value).toMatch(/\+03:00$/);
      const writtenAt = Date.parse(String(order['LastModified']?.value));
      expect([writtenAt >= before - 1000, writtenAt <= Date.now() + 1000]).toEqual([true, true]);
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

test(
  '§6 a new item has no note until one is written, a new customer has an empty one',
  withCaller(async ({ caller }) => {
    const item = { InventoryID: 'NEWITEM', Description: 'New', ItemClass: 'BARTOOLS' };
    expect(values(await caller.put('StockItem', wired(item)))['note']).toBeNull();
    const written = await caller.put('StockItem', { ...wired(item), note: { value: 'Mind the edge' } });
    expect(values(written)['note']).toEqual({ value: 'Mind the edge' });
    const customer = await caller.put('Customer', wired({ CustomerID: 'NEWONE', CustomerName: 'New' }));
    expect(values(customer)['note']).toEqual({ value: '' });
  }),
);

test(
  '§6 an empty field is an empty object, a check box true or false',
  withCaller(
    async ({ caller }) => {
      const { TaxZone, PrintInvoices, PrintStatements } = values(await caller.get('Customer/A'));
      expect([TaxZone, PrintInvoices, PrintStatements]).toEqual([{}, { value: true }, { value: false }]);
    },
    { data: { Customer: [{ CustomerID: 'A', PrintInvoices: true, PrintStatements: false }] } },
  ),
);

test(
  '§6 a field that names another record shows its key, a drop-down its label',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    expect(order['CustomerID']?.value).toBe('ABARTENDE');
    const completed = values(await caller.get('SalesOrder/SO/000001'));
    expect(['Open', 'On Hold', 'Completed', 'Shipping', 'Back Order']).toContain(completed['Status']?.value);
    const [line] = order['Details'] as unknown as Record<string, { value: string }>[];
    expect(line?.['ShippingRule']?.value).toBe('Back Order Allowed');
  }),
);

test(
  '§6 names of files begin with the form and the key of its record as the database keeps it',
  withCaller(async ({ caller }) => {
    const path = `${endpointPath}/StockItem/GLPINT16/files/front.jpg`;
    expect((await caller.send('PUT', path, 'bytes')).status).toBe(204);
    const { files } = values(await caller.get('StockItem/GLPINT16?$expand=files')) as unknown as {
      files: { filename: string }[];
    };
    expect(files.map(({ filename }) => filename)).toEqual(['Stock Items (GLPINT16    )\\front.jpg']);
    expect(values(await caller.get('StockItem/GLPINT16'))).not.toHaveProperty('files');
  }),
);

test('§6 an error text may show a key with the blanks that the database keeps behind it', async () => {
  const value = { $ref: '#/components/schemas/StringValue' };
  const entity = (properties: object): object => ({
    allOf: [{ $ref: '#/components/schemas/Entity' }, { type: 'object', properties }],
  });
  const schemas = {
    Entity: { type: 'object', properties: {} },
    StringValue: { type: 'object', properties: { value: { type: 'string' } } },
    Project: entity({ ProjectID: value }),
    BillDetail: entity({ Project: value }),
    Bill: entity({
      Details: { type: 'array', items: { $ref: '#/components/schemas/BillDetail' } },
      ReferenceNbr: value,
      Type: value,
    }),
  };
  const paths = Object.fromEntries(['Bill', 'Project'].map((name) => [`/${name}`, { get: {}, put: {} }]));
  const schema = { openapi: '3.0.1', info: { title: 'Own/1', version: '4' }, paths, components: { schemas } };
  await using simulator = await startSimulator({ schema, data: { Project: [{ ProjectID: 'X' }] } });
  const caller = await signedIn(simulator, {}, '/entity/Own/1');
  const refused = await caller.put('Bill', { Details: [wired({ Project: 'TES2323T' })] });
  expect(refused.json).toMatchObject({
    Details: [{ Project: { value: 'TES2323T', error: "Project 'TES2323T  ' cannot be found in the system." } }],
  });
});
