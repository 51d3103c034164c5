import { inspect } from 'node:util';
import * as errors from '@acurecord/errors';
import {
  AcumaticaAuthError,
  AcumaticaBatchError,
  AcumaticaConnectionError,
  AcumaticaError,
  AcumaticaNotFoundError,
  AcumaticaSeatLimitError,
  AcumaticaTimeoutError,
  AcumaticaValidationError,
} from '@acurecord/errors';

type ErrorClass = new (message: string, options: Record<string, unknown>) => AcumaticaError;
const classes = Object.entries(errors).filter(([name]) => name.startsWith('Acumatica')) as unknown as [
  string,
  ErrorClass,
][];

const needed = { timeoutSeconds: 60, failures: [] };

describe.each(classes)('%s', (name, errorClass) => {
  const error = new errorClass('It failed.', {
    ...needed,
    status: 500,
    entity: 'Customer',
    entityId: 'A',
    cause: new Error('below'),
  });

  it('has its own name, is an AcumaticaError and an Error', () => {
    expect(error.name).toBe(name);
    expect(error).toBeInstanceOf(Error);
    expect(AcumaticaError.is(error)).toBe(true);
  });

  it('gives the status under both names', () => {
    expect([error.status, error.statusCode]).toEqual([500, 500]);
  });

  it('prints no secret in any form', () => {
    const leaky = new errorClass('failed with password=hunter2', {
      ...needed,
      operation: 'GET /x?access_token=hunter2',
      entityId: '.ASPXAUTH=hunter2',
      context: { headers: { cookie: 'hunter2' }, nested: [{ clientSecret: 'hunter2' }] },
      suggestions: ['try Bearer hunter2'],
      issues: [{ path: 'Login.Password', value: 'hunter2', message: '"password":"hunter2"' }],
      cause: new Error('Authorization: Basic hunter2'),
    });
    const printed = [
      inspect(leaky),
      JSON.stringify(leaky),
      leaky.getDetailedMessage(),
      leaky.stack,
      leaky.message,
      String(leaky),
    ];
    expect(printed.join('\n')).not.toContain('hunter2');
  });
});

it('has one code for each class', () => {
  const codes = classes.map(([, errorClass]) => new errorClass('x', needed).code);
  expect(new Set(codes).size).toBe(codes.length);
});

it('knows children of a class', () => {
  const seat = new AcumaticaSeatLimitError('No seat.', { limit: 2 });
  const timeout = new AcumaticaTimeoutError('Too slow.', { timeoutSeconds: 60 });
  expect(AcumaticaAuthError.is(seat)).toBe(true);
  expect(AcumaticaConnectionError.is(timeout)).toBe(true);
  expect(AcumaticaNotFoundError.is(seat)).toBe(false);
  expect(AcumaticaError.is(new Error('x'))).toBe(false);
  expect(AcumaticaError.is(undefined)).toBe(false);
});

it('recognises instances of another copy of the package', () => {
  let other: typeof errors | undefined;
  jest.isolateModules(() => {
    other = jest.requireActual<typeof errors>('@acurecord/errors');
  });
  const foreign = new other!.AcumaticaSeatLimitError('No seat.');
  expect(foreign).not.toBeInstanceOf(AcumaticaError);
  expect(AcumaticaSeatLimitError.is(foreign)).toBe(true);
  expect(AcumaticaAuthError.is(foreign)).toBe(true);
  expect(AcumaticaTimeoutError.is(foreign)).toBe(false);
});

it('recognises a class that an application derives', () => {
  class CreditError extends AcumaticaError {}
  expect(CreditError.is(new CreditError('x'))).toBe(true);
  expect(CreditError.is(new AcumaticaError('x'))).toBe(false);
  expect(AcumaticaError.is(new CreditError('x'))).toBe(true);
});

it('tells a missing record by its entity when nothing else is said', () => {
  const error = new AcumaticaNotFoundError('Customer NOPE does not exist.', { entity: 'Customer', entityId: 'NOPE' });
  expect([error.resourceType, error.resourceId]).toEqual(['Customer', 'NOPE']);
});

it('groups issues by path, safely', () => {
  const error = new AcumaticaValidationError('No.', {
    issues: [
      { path: 'Details[0].Project', value: 'X', message: 'cannot be found' },
      { path: 'Details[0].Project', value: 'X', message: 'is closed' },
      { path: '__proto__', value: 1, message: 'odd' },
    ],
  });
  expect(error.fieldErrors['Details[0].Project']).toEqual(['cannot be found', 'is closed']);
  expect(Object.keys(error.fieldErrors)).toContain('__proto__');
});

it('tells what is wrong with the record as a whole apart from what is wrong with its fields', () => {
  const error = new AcumaticaValidationError('No.', {
    issues: [
      { path: '', value: undefined, message: 'Document is out of balance.' },
      { path: 'Details[0]', value: undefined, message: 'The row is incomplete.' },
    ],
  });
  expect(error.recordErrors).toEqual(['Document is out of balance.']);
  expect(error.fieldErrors).toEqual({ 'Details[0]': ['The row is incomplete.'] });
  expect(error.toJSON()['issues']).toEqual(error.issues);
});

it('writes a detailed message that leads from the cause to the next step', () => {
  const error = new AcumaticaNotFoundError('Customer NOPE does not exist.', {
    status: 500,
    operation: 'GET /entity/Default/24.200.001/Customer/NOPE',
    entity: 'Customer',
    entityId: 'NOPE',
    context: { tenant: 'Company' },
    suggestions: ['Use findOrNull() when a missing customer is no mistake.'],
    cause: new Error('No entity satisfies the condition.'),
  });
  expect(error.getDetailedMessage()).toBe(
    [
      'AcumaticaNotFoundError [NOT_FOUND]: Customer NOPE does not exist.',
      '  status: 500',
      '  operation: GET /entity/Default/24.200.001/Customer/NOPE',
      '  entity: Customer NOPE',
      '  resourceType: Customer',
      '  resourceId: NOPE',
      '  tenant: Company',
      '  → Use findOrNull() when a missing customer is no mistake.',
      '  caused by Error: No entity satisfies the condition.',
    ].join('\n'),
  );
});

it('turns into plain data with the extra fields', () => {
  const failure = new AcumaticaValidationError('No.', { issues: [{ path: 'A', value: 1, message: 'bad' }] });
  const batch = new AcumaticaBatchError('1 of 2 calls failed.', { failures: [{ index: 1, error: failure }] });
  const json = JSON.parse(JSON.stringify(batch)) as { failures: { index: number; error: { issues: unknown[] } }[] };
  expect(json.failures[0]?.error.issues).toEqual([{ path: 'A', value: 1, message: 'bad' }]);
});
