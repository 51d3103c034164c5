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
