import { startSimulator } from '../../src/index.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import { idOf, newOrder, rowsOf, values } from '../support/wire-record.js';
import type { WireRecord } from '../support/wire-record.js';
import { withCaller } from '../support/with-caller.js';

const messageOf = ({ json }: { json: unknown }): string => (json as { exceptionMessage: string }).exceptionMessage;

test(
  '§6 one member may be a day without time while the dates beside it are whole',
  withCaller(
    async ({ caller }) => {
      const order = values(await caller.get('SalesOrder/SO/000001'));
      expect(order['EffectiveDate']?.value).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const name of ['Date', 'RequestedOn']) expect(order[name]?.value).toMatch(/T00:00:00\+00:00$/);
    },
    { release: '25R2', assume: { bareDays: ['EffectiveDate'] } },
  ),
);

describe('§8 a text that is too long', () => {
  const tried = async (release: '24R2' | '25R2', length: number): Promise<[number, string | undefined]> => {
    await using simulator = await startSimulator({ release });
    const caller = await signedIn(simulator);
    const body = wired({ CustomerID: 'ABARTENDE', CustomerName: 'x'.repeat(length) });
    const { status, text } = await caller.put('Customer', body);
    return [status, /"error":"(The value[^"]+)"/.exec(text)?.[1]];
  };

  it('is refused since 25R2 beside the field, at the length of its column', async () => {
    expect(await tried('25R2', 256)).toEqual([
      422,
      'The value of CustomerName is too long: it has 256 characters, 255 are allowed.',
    ]);
    expect(await tried('25R2', 255)).toEqual([200, undefined]);
  });

  it('is taken before', async () => {
    expect(await tried('24R2', 256)).toEqual([200, undefined]);
  });

  it('is refused on rows as well, and for entities of other documents', async () => {
    await using simulator = await startSimulator({ release: '25R2' });
    const caller = await signedIn(simulator);
    const line = wired({ InventoryID: 'GLPINT16', OrderQty: 1, UOM: 'A UNIT OF MEASURE' });
    const refused = await caller.put('SalesOrder', { ...wired({ CustomerID: 'ABARTENDE' }), Details: [line] });
    expect([refused.status, refused.text.includes('The value of UOM is too long')]).toEqual([422, true]);
  });
});

describe('§8 rows of attributes', () => {
  const put = async (rows: readonly Record<string, unknown>[]): Promise<WireRecord[]> => {
    await using simulator = await startSimulator();
    const caller = await signedIn(simulator);
    const body = { ...wired({ CustomerID: 'ABARTENDE' }), Attributes: rows.map(wired) };
    const answer = await caller.put('Customer?$expand=Attributes', body);
    expect(answer.status).toBe(200);
    return values(answer)['Attributes'] as unknown as WireRecord[];
  };

  it('of an unknown attribute are dropped without a word', async () => {
    const rows = await put([{ AttributeID: 'NONSENSE', Value: 'x' }]);
    expect(rows.map(({ AttributeID }) => AttributeID?.value)).toEqual(['INDUSTRY']);
  });

  it('are merged with those there are, cleared by an empty text, and show days with a time', async () => {
    expect((await put([{ AttributeID: 'INDUSTRY', Value: 'HOTEL' }]))[0]?.['Value']).toEqual({ value: 'HOTEL' });
    expect((await put([{ AttributeID: 'INDUSTRY', Value: '' }]))[0]?.['Value']).toEqual({});
    const [row] = await put([{ AttributeID: 'INDUSTRY', Value: '2026-03-04' }]);
    expect(row?.['Value']).toEqual({ value: '2026-03-04T00:00:00' });
  });
});

test(
  '§8 a purchase order that is canceled takes a PUT, one that is completed does not',
  withCaller(async ({ caller, simulator }) => {
    const order = values(
      await caller.put('PurchaseOrder', wired({ VendorID: simulator.store.all('Vendor')[0]?.['VendorID'] })),
    );
    const key = wired({ Type: 'Normal', OrderNbr: order['OrderNbr']?.value });
    await caller.post('PurchaseOrder/CancelOrder', { entity: key });
    const changed = await caller.put('PurchaseOrder', { ...key, ...wired({ Description: 'After all' }) });
    expect([changed.status, values(changed)['Status'], values(changed)['Description']]).toEqual([
      200,
      { value: 'Canceled' },
      { value: 'After all' },
    ]);
    await caller.post('PurchaseOrder/ReopenOrder', { entity: key });
    await caller.post('PurchaseOrder/CompleteOrder', { entity: key });
    expect((await caller.put('PurchaseOrder', { ...key, ...wired({ Description: 'No' }) })).status).toBe(422);
  }),
);

test(
  '§5.7 an attribute that the form no longer has fails the whole list, and no record by itself',
  withCaller(async ({ caller }) => {
    const list = await caller.get('Customer?$custom=Document.AttributeGONE');
    expect([list.status, messageOf(list)]).toEqual([
      500,
      "The column 'Document_AttributeGONE' is not found in the data set.",
    ]);
    expect((await caller.get('Customer/ABARTENDE?$custom=Document.AttributeGONE')).status).toBe(200);
    expect((await caller.get('SalesOrder?$top=1&$custom=Document.AttributePRIORITY')).status).toBe(200);
  }),
);

test(
  '§8.1 a PUT to the address of a record is no way to write it',
  withCaller(async ({ caller }) => {
    const answer = await caller.put('Customer/ABARTENDE', wired({ CustomerName: 'New' }));
    expect([answer.status, messageOf(answer)]).toEqual([500, 'Invalid uri structure']);
  }),
);

test(
  '§8.1 a shipment that is sent with its number alone may be taken for a new one',
  withCaller(
    async ({ caller, simulator }) => {
      const [{ ShipmentNbr }] = simulator.store.all('Shipment') as unknown as [{ ShipmentNbr: string }];
      expect((await caller.put('Shipment', wired({ ShipmentNbr }))).status).toBe(422);
      expect((await caller.put('Shipment', wired({ ShipmentNbr, Type: 'Shipment' }))).status).toBe(200);
    },
    { assume: { shipmentByNumber: 'insert' } },
  ),
);

test(
  '§5.2 a balance may be impossible to compare with a whole number',
  withCaller(
    async ({ caller }) => {
      for (const entity of ['Bill', 'Invoice']) {
        const answer = await caller.get(`${entity}?$filter=Balance gt 0`);
        expect([answer.status, messageOf(answer)]).toEqual([500, 'Type conversion not supported']);
        expect((await caller.get(`${entity}?$filter=Balance gt 0M`)).status).toBe(200);
      }
      expect((await caller.get('SalesInvoice?$filter=Balance gt 0')).status).toBe(200);
    },
    { assume: { balanceFilter: 'fails' } },
  ),
);

test(
  '§9 nothing is shipped before the day it is asked for',
  withCaller(async ({ caller, simulator }) => {
    const order = values(
      await caller.put('SalesOrder', {
        ...wired({ CustomerID: 'ABARTENDE', RequestedOn: '2099-01-02' }),
        Details: [wired({ InventoryID: 'GLPINT16', OrderQty: 1 })],
      }),
    );
    const entity = { id: idOf(order) };
    const started = await caller.post('SalesOrder/SalesOrderCreateShipment', { entity });
    await caller.send('GET', started.headers.location ?? '');
    const failed = await caller.send('GET', started.headers.location ?? '');
    expect([failed.status, messageOf(failed)]).toEqual([
      500,
      expect.stringContaining('does not contain any items planned for shipment') as unknown,
    ]);
    const then = await caller.post('SalesOrder/SalesOrderCreateShipment', {
      entity,
      parameters: wired({ ShipmentDate: '2099-01-02' }),
    });
    await caller.send('GET', then.headers.location ?? '');
    expect((await caller.send('GET', then.headers.location ?? '')).status).toBe(204);
    expect(simulator.store.count('Shipment')).toBeGreaterThan(0);
  }),
);

test(
  '§9 before 25R2 a form that is busy answers 500',
  withCaller(async ({ caller }) => {
    const entity = { id: idOf(await newOrder(caller)) };
    await caller.post('SalesOrder/SalesOrderCreateShipment', { entity });
    const second = await caller.post('SalesOrder/SalesOrderCreateShipment', { entity });
    expect([second.status, messageOf(second)]).toEqual([500, 'The previous operation has not been completed yet.']);
  }),
);

test(
  '§12 the cause may stand in the inner exception alone',
  withCaller(
    async ({ caller }) => {
      const { json } = await caller.post('SalesOrder/ReopenSalesOrder', {
        entity: { id: idOf(await newOrder(caller)) },
      });
      expect(json).toMatchObject({
        exceptionMessage: 'Operation failed',
        innerException: { exceptionMessage: expect.stringContaining('button is disabled') as unknown },
      });
      const missing = await caller.get('Customer/NOBODY');
      expect(messageOf(missing)).toBe('No entity satisfies the condition.');
    },
    { assume: { errorCause: 'inner' } },
  ),
);

test(
  '§14 and §5.4 a list that is too large is an error of the database, and a 511 of an OData root',
  withCaller(
    async ({ caller }) => {
      const list = await caller.get('Customer');
      expect([list.status, (list.json as { exceptionType: string }).exceptionType]).toEqual([
        500,
        'System.Data.SqlClient.SqlException',
      ]);
      expect((await caller.get('Customer?$top=5')).status).toBe(200);
      const root = '/t/Company/api/odata/dac';
      expect((await caller.send('GET', `${root}/PX_Objects_AR_Customer`)).status).toBe(511);
    },
    { assume: { largestList: 5 } },
  ),
);

describe('§5.4 time stamps', () => {
  test(
    'of an item do not move when its quantities change',
    withCaller(async ({ caller, simulator }) => {
      const before = simulator.store.find('StockItem', 'BTBLENDER');
      const entity = { id: idOf(await newOrder(caller)) };
      const finish = async (path: string, body: object): Promise<void> => {
        const { headers } = await caller.post(path, body);
        for (let polls = 0; polls < 3; polls += 1) await caller.send('GET', headers.location ?? endpointPath);
      };
      await finish('SalesOrder/SalesOrderCreateShipment', { entity });
      const [shipment] = simulator.store.all('Shipment').slice(-1);
      for (const action of ['ConfirmShipment', 'UpdateIN'])
        await finish(`Shipment/${action}`, { entity: { id: shipment?.id } });
      const after = simulator.store.find('StockItem', 'BTBLENDER');
      expect(after?.['WarehouseDetails']).not.toEqual(before?.['WarehouseDetails']);
      expect(after?.['LastModifiedDateTime']).toBe(before?.['LastModifiedDateTime']);
    }),
  );

  test('of subaccounts are never set', async () => {
    const { declaredDocument } = await import('../support/declared-document.js');
    const members = 'LastModifiedDateTime:DateTime SubaccountCD';
    const own = { Subaccount: { form: 'Subaccounts (GL203000)', keys: 'SubaccountCD', members } };
    await using simulator = await startSimulator({ schema: declaredDocument(own), generated: 0 });
    const caller = await signedIn(simulator, {}, '/entity/Own/1');
    const { LastModifiedDateTime } = values(await caller.put('Subaccount', wired({ SubaccountCD: 'A' })));
    expect(LastModifiedDateTime).toEqual({ value: '1900-01-01T00:00:00+00:00' });
  });
});

test(
  '§14 a GET of an inquiry through a contract endpoint may answer one record without values',
  withCaller(
    async ({ caller }) => {
      const [only, ...more] = rowsOf(await caller.get('InventorySummaryInquiry'));
      expect([only?.['InventoryID'], more]).toEqual([{}, []]);
    },
    { assume: { inquiryList: 'blank' } },
  ),
);
