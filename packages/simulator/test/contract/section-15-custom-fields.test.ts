import { wired } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { values } from '../support/wire-record.js';

test(
  '§15 $adHocSchema may show workflow actions as a map, as the document types them',
  withCaller(
    async ({ caller }) => {
      const { json } = await caller.get('Customer/$adHocSchema');
      expect(json).toMatchObject({ _workflowActions: { Activate: { parameters: { custom: {} } } } });
    },
    { release: '25R2', assume: { workflowActions: 'map' } },
  ),
);

test(
  '§15 $adHocSchema shows every member empty and every form field with its type',
  withCaller(
    async ({ caller }) => {
      const { status, json } = await caller.get('Customer/$adHocSchema');
      expect(status).toBe(200);
      expect(json).toMatchObject({
        CustomerID: {},
        MainContact: { Address: { City: {} } },
        custom: { CurrentCustomer: { UsrRegion: { type: 'CustomStringField', value: null } } },
        _workflowActions: expect.arrayContaining([{ Activate: { parameters: { custom: {} } } }]) as unknown,
      });
    },
    { release: '25R2' },
  ),
);

test(
  '§15 attributes are written by their id',
  withCaller(async ({ caller }) => {
    const body = {
      ...wired({ InventoryID: 'GLPINT16' }),
      Attributes: [wired({ AttributeID: 'COLOR', Value: 'BLUE' })],
    };
    const { Attributes } = values(await caller.put('StockItem?$expand=Attributes', body)) as unknown as {
      Attributes: { Value: { value: string } }[];
    };
    expect(Attributes.map(({ Value }) => Value.value)).toEqual(['BLUE']);
  }),
);

test(
  '§15 custom fields may come without their type before contract 5',
  withCaller(async ({ caller }) => {
    const custom = { CurrentCustomer: { UsrRegion: { value: 'NORTH' } } };
    expect(
      (
        await caller.put('Customer?$custom=CurrentCustomer.UsrRegion', {
          ...wired({ CustomerID: 'ABARTENDE' }),
          custom,
        })
      ).text,
    ).toContain('"NORTH"');
  }),
);

test(
  '§15 $adHocSchema shows form fields on every level, and nothing of workflow actions before 25R2',
  withCaller(async ({ caller }) => {
    const order = values(await caller.get('SalesOrder/$adHocSchema'));
    expect(order).toMatchObject({
      Details: [
        { OrderQty: {}, custom: { Transactions: { UsrEngraving: { type: 'CustomStringField', value: null } } } },
      ],
      ShippingSettings: { custom: {} },
    });
    expect(order).not.toHaveProperty('_workflowActions');
  }),
);

test(
  '§15 $adHocSchema shows the dialogs of workflow actions since 25R2',
  withCaller(
    async ({ caller }) => {
      const Reason = { type: 'CustomStringField', value: null };
      expect(values(await caller.get('Case/$adHocSchema'))).toMatchObject({
        _workflowActions: expect.arrayContaining([
          { Close: { parameters: { custom: { FilterPreview: { Reason } } } } },
        ]) as unknown,
      });
    },
    { release: '25R2' },
  ),
);

test(
  '§15 rows of attributes have their members, and fields of users are custom ones of the form',
  withCaller(async ({ caller }) => {
    const item = values(await caller.get('StockItem/GLPINT16?$expand=Attributes')) as unknown as {
      Attributes: Record<string, unknown>[];
    };
    expect(Object.keys(item.Attributes[0] ?? {})).toEqual(
      expect.arrayContaining([
        'AttributeID',
        'AttributeDescription',
        'Value',
        'ValueDescription',
        'Required',
        'RefNoteID',
      ]),
    );
    const custom = { Document: { AttributePRIORITY: { type: 'CustomStringField', value: 'HIGH' } } };
    const order = await caller.put('SalesOrder?$custom=Document.AttributePRIORITY', {
      ...wired({ OrderType: 'SO', OrderNbr: '000001' }),
      custom,
    });
    expect(values(order)).toMatchObject({ custom });
  }),
);

test(
  '§15 $adHocSchema is a whole record with one row in each collection, each with an id of its own',
  withCaller(async ({ caller }) => {
    const shown = (await caller.get('SalesOrder/$adHocSchema')).json as Record<string, unknown>;
    const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    expect(shown).toMatchObject({ id: expect.stringMatching(guid) as unknown, rowNumber: 1, note: null });
    expect(shown).toHaveProperty('_links.self');
    const details = shown['Details'] as Record<string, unknown>[];
    expect([details.length, details[0]?.['rowNumber'], details[0]?.['id'] === shown['id']]).toEqual([1, 1, false]);
    expect(details[0]?.['id']).toMatch(guid);
  }),
);
