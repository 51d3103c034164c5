import { answerFrom } from '../src/response/answer.js';
import { ANSWER_TABLE, outcomeOf } from '../src/response/answer-table.js';
import type { Outcome } from '../src/response/answer-table.js';
import { RAISED_BEFORE_COMMIT, RAISED_LATER, wasRaisedBeforeCommit } from '../src/response/raised-before-commit.js';

type Example = readonly [status: number, body?: unknown, headers?: Record<string, string>];

const exception = (exceptionType: string, exceptionMessage = 'Boom'): object => ({
  message: 'An error has occurred.',
  exceptionMessage,
  exceptionType,
});
const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;
const LIMIT = 'The+number+of+concurrent+API+logins+(3)+has+been+reached.';

/** Each row of the table with answers that it decides. */
const EXAMPLES: Readonly<Record<string, readonly [Outcome, ...Example[]]>> = {
  'the limit of sessions, by redirect or by the licence': [
    'refused',
    [302, undefined, { location: `/Site/Frames/Error.aspx?typeID=error&message=${LIMIT}` }],
    [500, exception('PX.Data.PXException', 'API Login Limit')],
    [500, { message: 'An error has occurred.', stackTrace: 'at PXLicensePolicy.CheckApiUsersLimits()' }],
  ],
  'a redirect to /ui/error': ['refused', [302, undefined, { location: '/Site/ui/error?id=1' }]],
  'any other redirect': [
    'ambiguous',
    [302, undefined, { location: '/Site/Frames/Error.aspx?message=Timeout+expired' }],
    [302, undefined, { location: '/Frames/Login.aspx?ReturnUrl=x' }],
    [302, undefined, { location: `https://portal.example.com/?message=${LIMIT}` }],
    [307],
    [304],
  ],
  '400 with modelState': ['refused', [400, { message: 'The request is invalid.', modelState: { '': ['empty'] } }]],
  '401': ['refused', [401], [401, page('Unauthorized')]],
  '403 of the form': [
    'refused',
    [403, { message: 'You have insufficient rights to access the Bills (AP301000) form.' }],
  ],
  '404, 405, 406, 411: the address, the verb, the form of the request': [
    'refused',
    [404],
    [404, page('Not Found')],
    [405],
    [406],
    [411, page('Length Required')],
  ],
  '409': ['refused', [409]],
  '412': ['refused', [412]],
  '422': ['refused', [422, { error: 'Review the errors.' }], [422]],
  '429 of the licence': ['refused', [429, 'The custom error module does not recognize this error.'], [429]],
  '429 of a proxy': [
    'ambiguous',
    [429, page('Too Many Requests')],
    [429, { message: 'API rate limit exceeded' }],
    [429, undefined, { 'retry-after': '1' }],
  ],
  'an exception of the ERP that is raised before a commit': [
    'refused',
    [500, exception('PX.Data.PXException')],
    [500, exception('PX.Data.PXLockViolationException')],
    [500, exception('PX.Data.PXSetupNotEnteredException')],
    [500, exception('PX.Api.ContractBased.NoEntitySatisfiesTheConditionException')],
    [500, exception('PX.Api.ContractBased.OutcomeEntityHasErrorsException')],
    [400, exception('PX.Data.PXInvalidOperationException')],
    [500, { ...exception('System.Exception'), innerException: exception('PX.Data.PXException') }],
  ],
  'any other exception of the ERP': [
    'ambiguous',
    [500, exception('System.Collections.Generic.KeyNotFoundException')],
    [500, exception('PX.Api.ContractBased.OptimizedExport.CannotOptimizeException')],
    [500, exception('System.ArgumentException', "The column 'Document_X' is not found in the data set.")],
    [500, exception('System.NullReferenceException')],
    [500, exception('System.Data.SqlClient.SqlException', 'Timeout expired.')],
    [500, exception('PX.Data.PXOperationCompletedWithErrorException')],
    [500, exception('PX.Data.PXRedirectRequiredException')],
    [500, exception('PX.Data.PXDatabaseException')],
    [500, { ...exception('PX.Data.PXException'), innerException: exception('System.NullReferenceException') }],
    [415, exception('System.Net.Http.UnsupportedMediaTypeException')],
    [502, exception('PX.Data.PXException')],
  ],
  'JSON of a gateway': [
    'ambiguous',
    [500, { message: 'An unexpected error occurred' }],
    [503, { message: 'failure to get a peer from the ring-balancer' }],
    [403, { message: 'Forbidden' }],
    [400, { message: 'Bad Request' }],
    [504, { message: 'The number of concurrent API logins is fine, the upstream is not' }],
  ],
  '408, 499, 5xx: a page, a text or nothing at all': [
    'ambiguous',
    ...[408, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524, 598].flatMap((status): Example[] => [
      [status],
      [status, page('Trouble')],
    ]),
    [500, 'API Login Limit'],
    [501],
  ],
};
const ELSE: readonly Example[] = [[400], [400, page('Bad Request')], [403, page('Blocked')], [418], [425], [451]];

function answerOf([status, body, headers = {}]: Example): ReturnType<typeof answerFrom> {
  const asked = { method: 'PUT', path: '/entity/Default/24.200.001/Bill' };
  return answerFrom({ status, headers: new Headers(headers), receivedAt: 0 }, body, asked);
}

it('has an example for each row, and no other', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(ANSWER_TABLE.map(({ answer }) => answer).sort());
});

it.each(ANSWER_TABLE)('$answer: $outcome', ({ answer: name, outcome, why }) => {
  const [expected, ...examples] = EXAMPLES[name] ?? [outcome];
  expect([outcome, examples.length > 0, why !== '']).toEqual([expected, true, true]);
  for (const example of examples) {
    const answer = answerOf(example);
    expect([example, ANSWER_TABLE.find(({ holds }) => holds(answer))?.answer]).toEqual([example, name]);
    expect(outcomeOf(answer)).toBe(outcome);
  }
});

it.each(ELSE.map((example) => ({ example })))('leaves open what an answer of no row means: $example', ({ example }) => {
  expect(ANSWER_TABLE.some(({ holds }) => holds(answerOf(example)))).toBe(false);
  expect(outcomeOf(answerOf(example))).toBe('ambiguous');
});

it('takes an exception for early only where all that it carries are', () => {
  const early = 'PX.Data.PXException';
  expect([
    wasRaisedBeforeCommit([early]),
    wasRaisedBeforeCommit(['System.AggregateException', early]),
    wasRaisedBeforeCommit([early, 'System.TimeoutException']),
    wasRaisedBeforeCommit(['System.Exception']),
    wasRaisedBeforeCommit(['Evil.PX.Data.PXException']),
    wasRaisedBeforeCommit([]),
  ]).toEqual([true, true, false, false, false, false]);
  expect([...RAISED_BEFORE_COMMIT, ...RAISED_LATER].every(({ why }) => why.length > 20)).toBe(true);
});
