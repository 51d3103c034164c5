import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  AcumaticaAuthError,
  AcumaticaBusinessRuleError,
  AcumaticaCannotOptimizeError,
  AcumaticaConcurrencyError,
  AcumaticaNotFoundError,
  AcumaticaRateLimitError,
  AcumaticaSeatLimitError,
  AcumaticaServerError,
  AcumaticaValidationError,
} from '@acurecord/errors';
import type { AcumaticaError } from '@acurecord/errors';
import { errorFromResponse } from '../src/index.js';
import type { AskedRequest } from '../src/index.js';

const LIST: AskedRequest = { method: 'GET', path: '/entity/Default/24.200.001/Customer' };
const BY_KEY: AskedRequest = { method: 'GET', path: '/entity/Default/24.200.001/Customer/A%20B' };
const PUT: AskedRequest = { method: 'PUT', path: '/entity/Default/24.200.001/Bill' };
const ACTION: AskedRequest = { method: 'POST', path: '/entity/Default/24.200.001/Bill/Release' };
const LOGIN: AskedRequest = { method: 'POST', path: '/entity/auth/login', operation: 'Sign-in' };
const TOKEN: AskedRequest = { method: 'POST', path: '/identity/connect/token', operation: 'Token request' };

function errorOf(status: number, body: unknown, asked = LIST, headers: Record<string, string> = {}): AcumaticaError {
  return errorFromResponse({ status, headers: new Headers(headers), receivedAt: 0 }, body, asked);
}

const exception = (exceptionType: string, exceptionMessage: string): object => ({
  message: 'An error has occurred.',
  exceptionMessage,
  exceptionType,
  stackTrace: '   at PX...',
});

const CASES: [string, number, unknown, AskedRequest, typeof AcumaticaError][] = [
  [
    'a wrong password',
    500,
    exception('PX.Data.PXException', 'Error: Invalid credentials. Please try again.'),
    LOGIN,
    AcumaticaAuthError,
  ],
  [
    'a locked account',
    500,
    exception('PX.Data.PXException', 'Your account has been locked out.'),
    LOGIN,
    AcumaticaAuthError,
  ],
  [
    'a password to be changed',
    500,
    exception('PX.Data.PXException', 'You need to change your password.'),
    LOGIN,
    AcumaticaAuthError,
  ],
  [
    'an unknown tenant',
    500,
    exception('PX.Data.PXUndefinedCompanyException', 'A proper company ID cannot be determined for the request.'),
    LOGIN,
    AcumaticaAuthError,
  ],
  [
    'a licence without a free seat',
    500,
    exception('PX.Data.PXException', 'API Login Limit'),
    LOGIN,
    AcumaticaSeatLimitError,
  ],
  [
    'a user without a free seat',
    500,
    exception('PX.Data.PXException', 'The number of concurrent API logins for this user has been reached (2).'),
    LOGIN,
    AcumaticaSeatLimitError,
  ],
  [
    'a seat limit that only the stack names',
    500,
    { message: 'An error has occurred.', stackTrace: 'at PX.LicensePolicy.PXLicensePolicy.CheckApiUsersLimits()' },
    LOGIN,
    AcumaticaSeatLimitError,
  ],
  [
    'a sign-in declined with 429',
    429,
    'The custom error module does not recognize this error.',
    LOGIN,
    AcumaticaSeatLimitError,
  ],
  [
    'a sign-in without Content-Length',
    411,
    '<html><head><title>Length Required</title></head></html>',
    LOGIN,
    AcumaticaServerError,
  ],
  ['a server in trouble at sign-in', 500, '<html><title>Runtime Error</title></html>', LOGIN, AcumaticaServerError],
  [
    'a refused grant',
    400,
    { error: 'invalid_grant', error_description: 'invalid_username_or_password' },
    TOKEN,
    AcumaticaAuthError,
  ],
  ['an unknown client', 400, { error: 'invalid_client' }, TOKEN, AcumaticaAuthError],
  ['an identity server in trouble', 503, '', TOKEN, AcumaticaServerError],
  ['an ended session', 401, undefined, LIST, AcumaticaAuthError],
  [
    'missing rights',
    403,
    { message: 'You have insufficient rights to access the X (AP303000) form.' },
    LIST,
    AcumaticaAuthError,
  ],
  ['an unknown address', 404, undefined, LIST, AcumaticaNotFoundError],
  [
    'a missing record',
    500,
    exception('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException', 'No entity satisfies the condition.'),
    BY_KEY,
    AcumaticaNotFoundError,
  ],
  [
    'a list that cannot be optimised',
    500,
    exception(
      'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
      'Optimization cannot be performed.The following fields cause the error:\r\nInventoryID: View Filter has BQL delegate\r\nQty: x\r\n',
    ),
    LIST,
    AcumaticaCannotOptimizeError,
  ],
  [
    'a form without its preferences',
    500,
    exception('PX.Data.PXSetupNotEnteredException', 'The required configuration data is not entered on the X form.'),
    LIST,
    AcumaticaServerError,
  ],
  [
    'an unknown field',
    500,
    exception('System.Collections.Generic.KeyNotFoundException', 'The given key was not present in the dictionary.'),
    LIST,
    AcumaticaServerError,
  ],
  [
    'an action that a rule refuses',
    500,
    exception('PX.Data.PXInvalidOperationException', 'Operation failed'),
    ACTION,
    AcumaticaBusinessRuleError,
  ],
  ['another exception on reading', 500, exception('PX.Data.PXException', 'Boom'), LIST, AcumaticaServerError],
  [
    'a body that is not JSON',
    400,
    { message: 'The request is invalid.', modelState: { '': ['The request body should not be empty.'] } },
    PUT,
    AcumaticaValidationError,
  ],
  [
    'an entity with a wrong field',
    422,
    { error: 'Review the errors.', Details: [{ Project: { value: 'X', error: "Project 'X  ' cannot be found." } }] },
    PUT,
    AcumaticaValidationError,
  ],
  [
    'an entity that is wrong as a whole',
    422,
    { id: '1', error: 'The document is closed.', Amount: { value: 1 } },
    PUT,
    AcumaticaBusinessRuleError,
  ],
  [
    'an exception around an entity with errors',
    500,
    {
      ...exception('PX.Api.ContractBased.OutcomeEntityHasErrorsException', 'x'),
      entity: { Amount: { value: -1, error: 'Negative' } },
    },
    PUT,
    AcumaticaValidationError,
  ],
  [
    'an exception inside another',
    500,
    {
      ...exception('System.Exception', 'outer'),
      innerException: exception(
        'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException',
        'No entity satisfies the condition.',
      ),
    },
    BY_KEY,
    AcumaticaNotFoundError,
  ],
  ['a running operation', 409, undefined, PUT, AcumaticaConcurrencyError],
  ['a condition that does not hold', 412, undefined, PUT, AcumaticaConcurrencyError],
  ['too many requests', 429, 'The custom error module does not recognize this error.', LIST, AcumaticaRateLimitError],
  [
    'a gateway',
    502,
    '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
    LIST,
    AcumaticaServerError,
  ],
  ['a wrong verb', 406, undefined, LIST, AcumaticaServerError],
];

it.each([401, 404])('says of a sign-in that is answered with %d that there is no site at this address', (status) => {
  expect(errorOf(status, undefined, LOGIN).message).toContain('Check baseUrl');
  expect(errorOf(status, { error: 'invalid_client' }, TOKEN).message).not.toContain('baseUrl');
});

it.each(CASES)('reads %s (%i)', (_name, status, body, asked, expected) => {
  const error = errorOf(status, body, asked);
  expect(error.constructor).toBe(expected);
  expect(error.status).toBe(status);
});

it('puts what failed, on what, and why into the message', () => {
  expect(
    errorOf(
      500,
      exception('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException', 'No entity satisfies the condition.'),
      BY_KEY,
    ),
  ).toMatchObject({
    message:
      'GET /entity/Default/24.200.001/Customer/A%20B failed with 500: No entity satisfies the condition. Customer A B is not there; check its key.',
    entity: 'Customer',
    entityId: 'A B',
    resourceType: 'Customer',
    resourceId: 'A B',
  });
  expect(errorOf(502, '<html><head><title>502 Bad Gateway</title></head></html>').message).toBe(
    'GET /entity/Default/24.200.001/Customer failed with 502: 502 Bad Gateway.',
  );
});

it.each([
  ['an action', ACTION, { entity: 'Bill', entityId: undefined }],
  [
    'the end of an action',
    { method: 'GET', path: '/entity/Default/24.200.001/Bill/Release/status/4c1f' },
    { entity: 'Bill', entityId: undefined },
  ],
  [
    'a file of a record',
    { method: 'PUT', path: '/entity/Default/24.200.001/Bill/Bill/000123/files/scan.pdf' },
    { entity: 'Bill', entityId: 'Bill/000123' },
  ],
  [
    'a file by its id',
    { method: 'GET', path: '/entity/Default/24.200.001/files/4c1f' },
    { entity: undefined, entityId: undefined },
  ],
] as const)('takes no part of the address of %s for a key', (_name, asked, { entity, entityId }) => {
  const error = errorOf(500, undefined, asked);
  expect([error.entity, error.entityId]).toEqual([entity, entityId]);
});

it.each([
  ['PUT', { 'If-None-Match': '*' }, 'The record exists already, and was to be inserted only.'],
  ['PUT', { 'if-match': '*' }, 'The record is not there, and was to be updated only.'],
  ['PATCH', { 'If-Match': '*' }, 'The record is not there, and was to be updated only.'],
  ['PATCH', { 'If-None-Match': '*' }, 'PATCH never inserts: use PUT.'],
  ['PUT', {}, 'A condition of the request did not hold.'],
  ['GET', undefined, 'A condition of the request did not hold.'],
] as const)('says which condition of a %s with %j did not hold', (method, headers, advice) => {
  const asked = { ...PUT, method, headers };
  expect(errorOf(412, undefined, asked).message).toBe(`${method} ${PUT.path} failed with 412. ${advice}`);
});

it('says what an OData error says', () => {
  const asked = { method: 'GET', path: '/t/Company/api/odata/gi/Orders' } as const;
  expect(errorOf(400, { error: { code: '', message: "Could not find a property named 'Nope'." } }, asked).message).toBe(
    "GET /t/Company/api/odata/gi/Orders failed with 400: Could not find a property named 'Nope'.",
  );
  for (const message of [{ lang: 'en-US', value: 'Wrong.' }, 'Wrong.']) {
    const { message: said } = errorOf(400, { 'odata.error': { code: '', message } }, asked);
    expect(said).toBe('GET /t/Company/api/odata/gi/Orders failed with 400: Wrong.');
  }
});

it('gives every refused field with its path and value', () => {
  const body = {
    error: 'All',
    Amount: { value: 1, error: 'a' },
    Details: [{}, { error: 'row', Project: { value: 'P', error: 'b' } }],
  };
  const error = errorOf(422, body, PUT) as AcumaticaValidationError;
  expect(error.issues).toEqual([
    { path: '', value: undefined, message: 'All' },
    { path: 'Amount', value: 1, message: 'a' },
    { path: 'Details[1]', value: undefined, message: 'row' },
    { path: 'Details[1].Project', value: 'P', message: 'b' },
  ]);
});

it('names the fields that stand in the way of a list', () => {
  const error = errorOf(
    500,
    exception(
      'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
      'Optimization cannot be performed.The following fields cause the error:\r\nInventoryID: View Filter has BQL delegate\r\nDetails/Qty: other\r\n',
    ),
  );
  expect((error as AcumaticaCannotOptimizeError).fields).toEqual(['InventoryID', 'Details/Qty']);
});

it('takes the text of the error page that the ERP redirects to, and the number of seats in it', () => {
  const location =
    '/Site/Frames/Error.aspx?typeID=error&message=The+number+of+concurrent+API+logins+(3)+has+been+reached.';
  const error = errorOf(302, undefined, LIST, { location });
  expect(error).toBeInstanceOf(AcumaticaSeatLimitError);
  expect((error as AcumaticaSeatLimitError).limit).toBe(3);
  expect(errorOf(302, undefined, LIST, { location: '/ui/error' })).toBeInstanceOf(AcumaticaServerError);
  expect(errorOf(302, undefined, LIST, { location: '/Frames/Login.aspx?ReturnUrl=x' })).toBeInstanceOf(
    AcumaticaAuthError,
  );
});

it('reads Retry-After in seconds and as a date', () => {
  expect((errorOf(429, '', LIST, { 'retry-after': '7' }) as AcumaticaRateLimitError).retryAfter).toBe(7);
  const date = new Date(9_000).toUTCString();
  expect((errorOf(429, '', LIST, { 'retry-after': date }) as AcumaticaRateLimitError).retryAfter).toBe(9);
  expect((errorOf(429, '', LIST, { 'retry-after': 'soon' }) as AcumaticaRateLimitError).retryAfter).toBeUndefined();
});

it('survives members with names of Object.prototype', () => {
  const body = JSON.parse('{"__proto__":{"error":"x"},"constructor":{"value":1,"error":"bad"}}') as unknown;
  expect((errorOf(422, body, PUT) as AcumaticaValidationError).fieldErrors['constructor']).toEqual(['bad']);
});

describe('recorded answers', () => {
  const folder = join(__dirname, '../../../../shared/recordings');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(4|5)\d\d-|^oauth-invalid/.test(file)) : [];
  const classes: Record<string, typeof AcumaticaError> = {
    '400-empty-body.json': AcumaticaValidationError,
    '403-insufficient-rights.json': AcumaticaAuthError,
    '422-put-bill-detail-error.json': AcumaticaValidationError,
    '500-cannot-optimize.json': AcumaticaCannotOptimizeError,
    '500-invalid-credentials.json': AcumaticaAuthError,
    '500-no-entity-by-key.json': AcumaticaNotFoundError,
    '500-setup-not-entered.json': AcumaticaServerError,
    '500-unknown-select-field.json': AcumaticaServerError,
    '500-unknown-tenant.json': AcumaticaAuthError,
    'oauth-invalid-grant.json': AcumaticaAuthError,
  };

  if (files.length === 0)
    it('are not beside this checkout, so that only the table above was checked', () => expect(files).toEqual([]));
  else
    it.each(files)('%s becomes its class', (file) => {
      const {
        status,
        body,
        request = '',
      } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        status: number;
        body: unknown;
        request?: string;
      };
      const [, method, path] = /^(GET|PUT|POST) (\/\S+)/.exec(request) ?? [
        undefined,
        'PUT',
        '/entity/Default/24.200.001/Bill',
      ];
      const error = errorOf(status, body, { method: method ?? 'PUT', path: path ?? '' });
      expect(error.constructor).toBe(classes[file]);
    });
});

test.each([
  ['Operation failed'],
  ["Inserting  'AP Transactions' record raised at least one error. Please review the errors."],
])('the cause inside is told in place of %s', (outer) => {
  const inner = exception('PX.Data.PXException', 'The period is closed.');
  const body = { ...exception('PX.Data.PXInvalidOperationException', outer), innerException: inner };
  expect(errorOf(500, body, ACTION).message).toContain('The period is closed.');
  expect(errorOf(500, exception('PX.Data.PXException', outer), ACTION).message).toContain(outer.slice(0, 9));
});
