import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { endpointPath, signIn, signedIn, wired } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import type { Hands } from '../support/with-caller.js';

type Row = [
  title: string,
  status: number,
  ask: (hands: Hands) => Promise<RawAnswer>,
  body: unknown,
  options?: SimulatorOptions,
];

const httpError = {
  message: 'An error has occurred.',
  exceptionMessage: expect.any(String) as unknown,
  exceptionType: expect.any(String) as unknown,
  stackTrace: expect.any(String) as unknown,
};
const nobody = wired({ CustomerID: 'NOBODY', CustomerName: 'x' });
const ship = async (caller: Caller): Promise<RawAnswer> => {
  const order = (await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE' }))).json as { id: string };
  return caller.post('SalesOrder/SalesOrderCreateShipment', { entity: { id: order.id } });
};

const rows: readonly Row[] = [
  [
    '§12 400: no body',
    400,
    ({ caller }) => caller.put('Customer', undefined),
    { message: 'The request is invalid.', modelState: { '': ['The request body should not be empty.'] } },
  ],
  [
    '§12 401: no session',
    401,
    ({ simulator }) => rawRequest(simulator.url, 'GET', `${endpointPath}/Customer`),
    { message: expect.any(String) as unknown },
  ],
  [
    '§12 403: no rights to the form',
    403,
    ({ caller }) => caller.get('Customer'),
    { message: 'You have insufficient rights to access the Customers (AR303000) form.' },
    { users: [{ name: 'admin', password: 'admin-secret', rights: { AR303000: 'none' } }] },
  ],
  [
    '§12 404: an entity that is not in the endpoint',
    404,
    ({ caller }) => caller.get('Nope'),
    { message: expect.stringMatching(/^No HTTP resource was found/) as unknown },
  ],
  [
    '§12 404: an unknown action',
    404,
    ({ caller }) => caller.post('Customer/Nope', { entity: wired({ CustomerID: 'ABARTENDE' }) }),
    { message: expect.any(String) as unknown },
  ],
  [
    '§12 404: a PATCH of a record that is missing',
    404,
    ({ caller }) => caller.send('PATCH', `${endpointPath}/Customer`, nobody),
    { ...httpError, exceptionMessage: 'The specified record cannot be found in the system.' },
    { release: '25R1' },
  ],
  [
    '§12 406: POST to an entity, where that is assumed',
    406,
    ({ caller }) => caller.post('Customer', nobody),
    { message: expect.any(String) as unknown },
    { assume: { postToEntity: 406 } },
  ],
  [
    '§12 409: an operation of the form is running, since 25R2',
    409,
    async ({ caller }) => {
      await ship(caller);
      return caller.get('SalesOrder?$top=1');
    },
    undefined,
    { release: '25R2' },
  ],
  [
    '§12 411: a POST without its length',
    411,
    ({ simulator }) => rawRequest(simulator.url, 'POST', '/entity/auth/login', { lengthless: true }),
    expect.stringContaining('<h2>Length Required</h2>') as unknown,
  ],
  [
    '§12 412: If-Match finds nothing',
    412,
    ({ caller }) => caller.put('Customer', nobody, { 'If-Match': '*' }),
    httpError,
  ],
  [
    '§12 412: If-None-Match finds something',
    412,
    ({ caller }) => caller.put('Customer', wired({ CustomerID: 'ABARTENDE' }), { 'If-None-Match': '*' }),
    httpError,
  ],
  [
    '§12 422: a value the form refuses',
    422,
    ({ caller }) => caller.put('SalesOrder', wired({ CustomerID: 'NOBODY' })),
    expect.objectContaining({ error: expect.any(String) as unknown }) as unknown,
  ],
  [
    '§12 429: declined by throttling, as text',
    429,
    ({ simulator, caller }) => {
      simulator.faults.throttle();
      return caller.get('Customer');
    },
    'The custom error module does not recognize this error.',
  ],
  [
    '§12 500: a wrong password',
    500,
    ({ simulator }) => signIn(simulator, { password: 'x' }),
    { ...httpError, exceptionType: 'PX.Data.PXException' },
  ],
  [
    '§12 500: an unknown tenant',
    500,
    ({ simulator }) => signIn(simulator, { tenant: 'Three' }),
    { ...httpError, exceptionType: 'PX.Data.PXUndefinedCompanyException' },
    { tenants: ['One', 'Two'] },
  ],
  [
    '§12 500: a record that is not there',
    500,
    ({ caller }) => caller.get('Customer/NOBODY'),
    { ...httpError, exceptionType: 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException' },
  ],
  [
    '§12 500: a name that is not there',
    500,
    ({ caller }) => caller.get('Customer?$select=Nope'),
    { ...httpError, exceptionType: 'System.Collections.Generic.KeyNotFoundException' },
  ],
  [
    '§12 500: a form whose preferences are not entered',
    500,
    ({ caller }) => caller.get('Case'),
    { ...httpError, exceptionType: 'PX.Data.PXSetupNotEnteredException' },
    { setupMissing: ['Case'] },
  ],
  [
    '§12 500: a list that cannot be optimised',
    500,
    ({ caller }) => caller.get('Case'),
    { ...httpError, exceptionType: 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException' },
    { cannotOptimize: { Case: ['CaseID'] } },
  ],
  [
    '§12 500: an operation that failed',
    500,
    async ({ caller }) => {
      const started = await ship(caller);
      return caller.send('GET', started.headers.location ?? '');
    },
    {
      ...httpError,
      exceptionMessage: 'Operation failed',
      exceptionType: 'PX.Data.PXInvalidOperationException',
    },
    { actions: { SalesOrderCreateShipment: { polls: 0, failWith: 'Operation failed' } } },
  ],
  [
    '§12 422: an HttpError around the record, where that is assumed',
    422,
    ({ caller }) => caller.put('SalesOrder', wired({ CustomerID: 'NOBODY' })),
    expect.objectContaining({
      message: 'An error has occurred.',
      exceptionType: 'PX.Api.ContractBased.OutcomeEntityHasErrorsException',
    }) as unknown,
    { assume: { validationShape: 'http-error' } },
  ],
  [
    '§12 302: broken endpoints send to the error page',
    302,
    ({ caller }) => caller.get('Customer'),
    undefined,
    { brokenTenants: ['Company'] },
  ],
];

test.each(rows)('%s', async (_title, status, ask, body, options = {}) => {
  await using simulator = await startSimulator(options);
  const answer = await ask({ simulator, caller: await signedIn(simulator) });
  expect(answer.status).toBe(status);
  if (body === undefined) return;
  const isJson = (answer.headers['content-type'] ?? '').startsWith('application/json');
  expect(isJson ? answer.json : answer.text).toEqual(body);
});

test(
  '§12 any: a page of a proxy',
  withCaller(async ({ simulator, caller }) => {
    simulator.failNext({ status: 503, body: '<html>Away</html>', headers: { 'Content-Type': 'text/html' } });
    const { status, text } = await caller.get('Customer');
    expect([status, text]).toEqual([503, '<html>Away</html>']);
  }),
);

test(
  '§12 a 500 has message, exceptionMessage, exceptionType and stackTrace, in this order',
  withCaller(async ({ caller }) => {
    const { json } = await caller.get('Customer/NOPE');
    expect(Object.keys(json as object)).toEqual(['message', 'exceptionMessage', 'exceptionType', 'stackTrace']);
  }),
);
