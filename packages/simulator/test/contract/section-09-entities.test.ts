import type { RawAnswer } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { values, idOf, newOrder } from '../support/wire-record.js';

test(
  '§9 the entity of an action may be named by id and carry changes, also custom ones',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    const entity = {
      id: order['id'],
      ...wired({ Description: 'With the action' }),
      custom: { Document: { UsrDeliveryNote: { type: 'CustomStringField', value: 'Ring' } } },
    };
    expect((await caller.post('SalesOrder/PutOnHold', { Entity: entity })).status).toBe(204);
    const now = await caller.get(`SalesOrder/${idOf(order)}?$custom=Document.UsrDeliveryNote`);
    expect(values(now)).toMatchObject({ Status: { value: 'On Hold' }, Description: { value: 'With the action' } });
    expect(now.text).toContain('"value":"Ring"');
  }),
);

test(
  '§9 dialog fields come as custom parameters',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    const parameters = { custom: { FilterPreview: { Reason: { type: 'CustomStringField', value: 'Abandoned' } } } };
    expect((await caller.post('SalesOrder/PutOnHold', { entity: { id: order['id'] }, parameters })).status).toBe(204);
  }),
);

test(
  '§9 an address of an operation starts with the site',
  withCaller(
    async ({ simulator }) => {
      const caller = await signedIn(simulator);
      const order = await newOrder(caller);
      const started = await caller.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order['id'] } });
      expect(started.headers.location).toMatch(
        /^\/my\/AcumaticaEntity\/entity\/Default\/24\.200\.001\/SalesOrder\/SalesOrderCreateShipment\/status\/[0-9a-f-]{36}$/,
      );
    },
    { site: '/my/AcumaticaEntity' },
  ),
);

test(
  '§9 a second action of the form in the session is refused while one runs, of another session it is not',
  withCaller(
    async ({ simulator, caller }) => {
      const [one, two] = [await newOrder(caller), await newOrder(caller)];
      const ship = (by: Caller, order: Record<string, unknown>): Promise<RawAnswer> =>
        by.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order['id'] } });
      expect((await ship(caller, one)).status).toBe(202);
      expect((await ship(caller, two)).status).toBe(409);
      expect((await caller.get('Customer/ABARTENDE')).status).toBe(200);
      expect((await ship(await signedIn(simulator), two)).status).toBe(202);
    },
    { release: '25R2' },
  ),
);

test(
  '§9 an action without parameters needs none, and a finished one has a Location',
  withCaller(async ({ caller }) => {
    const answer = await caller.post('SalesOrder/PutOnHold', { entity: { id: (await newOrder(caller))['id'] } });
    expect([answer.status, answer.headers.location]).toEqual([204, `${endpointPath}/SalesOrder/`]);
  }),
);
