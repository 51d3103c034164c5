import { startSimulator } from '../../src/index.js';
import { declaredDocument } from '../support/declared-document.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';
import { newOrder, values } from '../support/wire-record.js';
import { withCaller } from '../support/with-caller.js';

const own = {
  Ledger: { form: 'A Form (GL101000)', keys: 'Nbr', members: 'Nbr Rate:Decimal Line:Int Big:Long Flag:Boolean' },
  JournalTransaction: { form: 'Journal Transactions (GL301000)', keys: 'Module BatchNbr', members: 'BatchNbr Module' },
  PurchaseReceipt: { form: 'Purchase Receipts (PO302000)', keys: 'Type ReceiptNbr', members: 'ReceiptNbr Type' },
  Employee: { form: 'Employees (EP203000)', keys: 'EmployeeID', members: 'EmployeeID EmployeeName' },
  ProjectTask: {
    form: 'Project Tasks (PM302000)',
    keys: 'ProjectID ProjectTaskID',
    members: 'ProjectID ProjectTaskID',
  },
};

async function written(entity: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  await using simulator = await startSimulator({ schema: declaredDocument(own), generated: 0 });
  const caller = await signedIn(simulator, {}, '/entity/Own/1');
  return values(await caller.put(entity, wired(body)));
}

describe('§8.1 JSON is read leniently:', () => {
  const put = async (body: string): Promise<RawAnswer> => {
    await using simulator = await startSimulator();
    const { cookie } = await signedIn(simulator);
    return await rawRequest(simulator.url, 'PUT', `${endpointPath}/Customer`, { body, headers: { Cookie: cookie } });
  };

  it.each([
    ['commas before what closes', '{"CustomerID":{"value":"ABARTENDE",},"Locations":[],}'],
    ['names without quotes', '{CustomerID : {value : "ABARTENDE"}}'],
    ['no-break spaces between tokens', '{\u00a0"CustomerID":\u00a0{"value":\u00a0"ABARTENDE"}}\u00a0'],
  ])('%s', async (_, body) => {
    const answer = await put(body);
    expect([answer.status, values(answer)['CustomerID']]).toEqual([200, { value: 'ABARTENDE' }]);
  });

  it.each([
    ['a brace that is not closed', '{"CustomerID":{"value":"ABARTENDE"}'],
    ['two values', '{} {}'],
    ['a name without a value', '{"CustomerID":}'],
  ])('but not %s', async (_, body) => {
    expect((await put(body)).status).toBe(400);
  });

  test(
    'the bodies of actions too',
    withCaller(async ({ simulator, caller }) => {
      const { OrderNbr } = await newOrder(caller);
      const body = `{entity: {OrderType: {value: "SO"}, OrderNbr: {value: "${String(OrderNbr?.value)}",},},}`;
      const headers = { Cookie: caller.cookie };
      const path = `${endpointPath}/SalesOrder/PutOnHold`;
      expect((await rawRequest(simulator.url, 'POST', path, { body, headers })).status).toBe(204);
    }),
  );
});

it('§8.1 texts in place of decimals, integers and check boxes are converted', async () => {
  const record = await written('Ledger', { Nbr: 'A', Rate: '1.2', Line: '1', Big: '9007199254740', Flag: 'False' });
  expect(record).toMatchObject({
    Rate: { value: 1.2 },
    Line: { value: 1 },
    Big: { value: 9007199254740 },
    Flag: { value: false },
  });
});

describe('§8.1 a key that was not sent', () => {
  it('is the default of the form where it leads, and a number where it is one', async () => {
    const batch = await written('JournalTransaction', {});
    expect([batch['Module'], batch['BatchNbr']]).toEqual([{ value: 'GL' }, { value: '000001' }]);
    const receipt = await written('PurchaseReceipt', {});
    expect([receipt['Type'], receipt['ReceiptNbr']]).toEqual([{ value: 'Receipt' }, { value: '000001' }]);
  });

  it('is no number where it leads and the form has no default', async () => {
    const task = await written('ProjectTask', {});
    expect([task['ProjectID'], task['ProjectTaskID']]).toEqual([{}, { value: '000001' }]);
  });

  it('is numbered though it was sent, for employees', async () => {
    expect((await written('Employee', { EmployeeID: 'JDOE' }))['EmployeeID']).toEqual({ value: 'EP00000001' });
  });
});

test(
  '§8 custom fields of records and of rows may be sent without their type',
  withCaller(async ({ caller, simulator }) => {
    const custom = (value: string): object => ({ custom: { Document: { UsrNote: { value } } } });
    const body = { ...wired({ CustomerID: 'ABARTENDE' }), ...custom('head') };
    const line = { ...wired({ InventoryID: 'GLPINT16', OrderQty: 1 }), ...custom('row') };
    const { status, text } = await caller.put('SalesOrder?$expand=Details', { ...body, Details: [line] });
    expect([status, simulator.store.count('SalesOrder') > 0]).toEqual([200, true]);
    expect(text).toContain('"UsrNote":{"type":"CustomStringField","value":"head"}');
    expect(text).toContain('"UsrNote":{"type":"CustomStringField","value":"row"}');
  }),
);
