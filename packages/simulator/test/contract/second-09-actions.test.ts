import { startSimulator } from '../../src/index.js';
import { declaredDocument } from '../support/declared-document.js';
import { signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { idOf, newOrder, values } from '../support/wire-record.js';
import { withCaller } from '../support/with-caller.js';

const root = '/entity/Default/24.200.001';
const nobody = '00000000-0000-0000-0000-000000000000';

describe('§9 an action that is finished', () => {
  test(
    'at once has the address of its record, by id',
    withCaller(async ({ caller }) => {
      const id = idOf(await newOrder(caller));
      const { status, headers, text } = await caller.post('SalesOrder/PutOnHold', { entity: { id } });
      expect([status, headers.location, text]).toEqual([204, `${root}/SalesOrder/${id}`, '']);
    }),
  );

  test(
    'after polling has the same kind of address',
    withCaller(async ({ caller }) => {
      const id = idOf(await newOrder(caller));
      const started = await caller.post('SalesOrder/SalesOrderCreateShipment', { entity: { id } });
      expect([started.status, started.headers['content-length'], started.headers['content-type']]).toEqual([
        202,
        '0',
        undefined,
      ]);
      const { location = '' } = started.headers;
      expect((await caller.send('GET', location)).status).toBe(202);
      const done = await caller.send('GET', location);
      expect([done.status, done.headers.location]).toEqual([204, `${root}/SalesOrder/${id}`]);
    }),
  );

  test(
    'and of whose record the server knows nothing has an empty id in its address',
    withCaller(
      async ({ caller }) => {
        const done = await caller.post('InventorySummaryInquiry/Refresh', { entity: {} });
        expect([done.status, done.headers.location]).toEqual([204, `${root}/InventorySummaryInquiry/${nobody}`]);
      },
      { actions: { 'InventorySummaryInquiry/Refresh': {} } },
    ),
  );

  test(
    'may have no address, as the guide has it',
    withCaller(
      async ({ caller }) => {
        const { status, headers } = await caller.post('SalesOrder/PutOnHold', {
          entity: { id: idOf(await newOrder(caller)) },
        });
        expect([status, headers.location]).toEqual([204, undefined]);
      },
      { assume: { locationOn204: false } },
    ),
  );
});

test(
  '§9 a poll of an id that is no operation is done, with an empty id in its address',
  withCaller(async ({ caller }) => {
    const poll = `${root}/SalesOrder/PrepareSalesInvoice/status/11111111-2222-3333-4444-555555555555`;
    const { status, headers } = await caller.send('GET', poll);
    expect([status, headers.location]).toEqual([204, `${root}/SalesOrder/${nobody}`]);
  }),
);

describe('§9 actions that no document declares', () => {
  const forms = {
    Case: { form: 'Cases (CR306000)', keys: 'CaseID', members: 'CaseID Status' },
    Bill: { form: 'Bills and Adjustments (AP301000)', keys: 'Type ReferenceNbr', members: 'ReferenceNbr Status Type' },
    Payment: { form: 'Payments (AR302000)', keys: 'Type ReferenceNbr', members: 'ReferenceNbr Status Type' },
    ProjectTask: {
      form: 'Project Tasks (PM302000)',
      keys: 'ProjectID ProjectTaskID',
      members: 'ProjectID ProjectTaskID',
    },
    Plain: { form: 'A Form (XX101000)', keys: 'Code', members: 'Code' },
  };
  const keys = { Type: 'A', ReferenceNbr: '1' };
  const data = {
    Case: [{ CaseID: '1' }],
    Bill: [keys],
    Payment: [keys],
    ProjectTask: [{ ProjectID: 'A', ProjectTaskID: '1' }],
    Plain: [{ Code: '1' }],
  };
  const invoked = async (action: string, entity: Record<string, unknown>): Promise<number> => {
    await using simulator = await startSimulator({ schema: declaredDocument(forms), data });
    const caller: Caller = await signedIn(simulator, {}, '/entity/Own/1');
    return (await caller.post(action, { entity: wired(entity) })).status;
  };

  it.each([
    ['Case/Close', { CaseID: '1' }, 204],
    ['Bill/Approve', keys, 204],
    ['ProjectTask/Activate', { ProjectID: 'A', ProjectTaskID: '1' }, 204],
    ['Payment/Release', keys, 202],
    ['payment/voidcheck', keys, 204],
    ['Plain/Close', { Code: '1' }, 404],
  ] as const)('are carried out where the form has them: %s', async (action, entity, status) => {
    expect(await invoked(action, entity)).toBe(status);
  });
});

test(
  '§9 the button of a form does what the action does that a document declares for it',
  withCaller(async ({ caller }) => {
    const order = await newOrder(caller);
    await caller.post('SalesOrder/cancelorder', { entity: { id: idOf(order) } });
    expect(values(await caller.get(`SalesOrder/${idOf(order)}`))['Status']).toEqual({ value: 'Cancelled' });
  }),
);

test(
  '§9 a record is deleted by an id in capitals',
  withCaller(async ({ caller, simulator }) => {
    const { id = '' } = simulator.store.put('Contact', { ContactID: 990, LastName: 'Gone' });
    expect((await caller.send('DELETE', `${root}/Contact/${id.toUpperCase()}`)).status).toBe(204);
    expect(simulator.store.find('Contact', 990)).toBeUndefined();
  }),
);
