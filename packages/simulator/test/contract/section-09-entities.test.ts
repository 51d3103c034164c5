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
    const made = await caller.put('Case', wired({ Subject: 'Broken blender', BusinessAccount: 'ABARTENDE' }));
    const id = idOf(values(made));
    const parameters = { custom: { FilterPreview: { Reason: { type: 'CustomStringField', value: 'Abandoned' } } } };
    expect((await caller.post('Case/Close', { entity: { id }, parameters })).status).toBe(204);
    const { Status, Reason } = values(await caller.get(`Case/${id}`));
    expect([Status?.value, Reason?.value]).toEqual(['Closed', 'Abandoned']);
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
    const id = idOf(await newOrder(caller));
    const answer = await caller.post('SalesOrder/PutOnHold', { entity: { id } });
    expect([answer.status, answer.headers.location]).toEqual([204, `${endpointPath}/SalesOrder/${id}`]);
  }),
);

test(
  '§9 changes that the form refuses are answered 422 with the record, and the action is not carried out',
  withCaller(async ({ simulator, caller }) => {
    const order = await newOrder(caller);
    const entity = { id: order['id'], ...wired({ CustomerID: 'NOBODY' }) };
    const answer = await caller.post('SalesOrder/PutOnHold', { entity });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ CustomerID: { value: 'NOBODY', error: expect.any(String) as unknown } });
    const stored = simulator.store.find('SalesOrder', 'SO', String(order['OrderNbr']?.value));
    expect(stored).toMatchObject({ CustomerID: 'ABARTENDE', Status: order['Status']?.value });
  }),
);

test(
  '§9 before 25R2 another action of the form fails while one runs, reads go on',
  withCaller(async ({ caller }) => {
    const [one, two] = [await newOrder(caller), await newOrder(caller)];
    const ship = (order: Record<string, unknown>): Promise<RawAnswer> =>
      caller.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order['id'] } });
    expect((await ship(one)).status).toBe(202);
    expect((await ship(two)).status).toBe(500);
    expect((await caller.get(`SalesOrder/${idOf(two)}`)).status).toBe(200);
  }),
);

test(
  '§9 a finished operation has no other outcome when it is asked for again',
  withCaller(
    async ({ caller }) => {
      const order = await newOrder(caller);
      const started = await caller.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order['id'] } });
      const poll = async (): Promise<number> => (await caller.send('GET', started.headers.location ?? '')).status;
      expect([await poll(), await poll(), await poll()]).toEqual([204, 204, 204]);
    },
    { actions: { SalesOrderCreateShipment: { polls: 0 } } },
  ),
);
