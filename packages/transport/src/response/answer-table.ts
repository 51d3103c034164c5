import type { Answer } from './answer.js';
import { isRecord } from './is-record.js';
import { wasRaisedBeforeCommit } from './raised-before-commit.js';
import { isSeatLimit } from './seat-limit.js';

/** What an unsuccessful answer to a write says of it: certainly not done, or nobody knows. */
export type Outcome = 'refused' | 'ambiguous';

/** One kind of answer. */
export interface AnswerRow {
  readonly answer: string;
  readonly outcome: Outcome;
  readonly why: string;
  readonly holds: (answer: Answer) => boolean;
}

const hasStatus =
  (...statuses: readonly number[]) =>
  ({ status }: Answer): boolean =>
    statuses.includes(status);

/** The ERP's form of an error; gateways say `{ "message": … }` at most. */
const isErpError = ({ body }: Answer): boolean => isRecord(body) && typeof body['exceptionType'] === 'string';

const placeOf = ({ headers }: Answer): string => (headers.get('location') ?? '').split('?', 1)[0] ?? '';

/**
 * Every kind of unsuccessful answer to a write; the first row that holds decides, and where none does the outcome is
 * ambiguous. An answer is certain only if the ERP itself said it, or if whoever said it cannot have passed the request on.
 */
export const ANSWER_TABLE: readonly AnswerRow[] = [
  {
    answer: 'the limit of sessions, by redirect or by the licence',
    outcome: 'refused',
    why: 'The session is counted before the request is looked at.',
    holds: (answer) =>
      isSeatLimit(answer) &&
      (/\/frames\/error\.aspx$/i.test(placeOf(answer)) || (answer.status === 500 && isRecord(answer.body))),
  },
  {
    answer: 'a redirect to /ui/error',
    outcome: 'refused',
    why: 'The endpoints of the tenant are broken, and no request gets further.',
    holds: (answer) => answer.status === 302 && /\/ui\/error\/?$/i.test(placeOf(answer)),
  },
  {
    answer: 'any other redirect',
    outcome: 'ambiguous',
    why: 'The ERP redirects to its error page after the work too.',
    holds: ({ status }) => status >= 300 && status < 400,
  },
  {
    answer: '400 with modelState',
    outcome: 'refused',
    why: 'The body could not be read.',
    holds: ({ status, body }) => status === 400 && isRecord(body) && isRecord(body['modelState']),
  },
  {
    answer: '401',
    outcome: 'refused',
    why: 'Requests without a session are turned away at the door; that the session has ended is asked after by the sign-in policy.',
    holds: hasStatus(401),
  },
  {
    answer: '403 of the form',
    outcome: 'refused',
    why: 'Rights are checked when the form is opened.',
    holds: ({ status, body, fault }) =>
      status === 403 && isRecord(body) && /insufficient rights to access the/i.test(fault.text),
  },
  {
    answer: '404, 405, 406, 411: the address, the verb, the form of the request',
    outcome: 'refused',
    why: 'Nothing takes such a request.',
    holds: hasStatus(404, 405, 406, 411),
  },
  { answer: '409', outcome: 'refused', why: 'Another operation of the form runs.', holds: hasStatus(409) },
  { answer: '412', outcome: 'refused', why: 'The condition of the request does not hold.', holds: hasStatus(412) },
  { answer: '422', outcome: 'refused', why: 'A form with errors does not save.', holds: hasStatus(422) },
  {
    answer: '429 of the licence',
    outcome: 'refused',
    why: 'Too many requests wait, and this one was not let in. The ERP says it in one sentence, and never when to come back.',
    holds: ({ status, body, fault, headers }) =>
      status === 429 &&
      !headers.has('retry-after') &&
      !isRecord(body) &&
      (fault.text === '' || /custom error module does not recognize/i.test(fault.text)),
  },
  {
    answer: '429 of a proxy',
    outcome: 'ambiguous',
    why: 'It has rules of its own, and may count answers.',
    holds: hasStatus(429),
  },
  {
    answer: 'an exception of the ERP that is raised before a commit',
    outcome: 'refused',
    why: 'See raised-before-commit.ts.',
    holds: (answer) =>
      hasStatus(400, 500)(answer) && isErpError(answer) && wasRaisedBeforeCommit(answer.fault.exceptionTypes),
  },
  {
    answer: 'any other exception of the ERP',
    outcome: 'ambiguous',
    why: 'Shaping the answer fails too, after the commit: an unknown key or column, a null reference, a timeout of the database.',
    holds: isErpError,
  },
  {
    answer: 'JSON of a gateway',
    outcome: 'ambiguous',
    why: 'The request may have been passed on.',
    holds: ({ body }) => isRecord(body),
  },
  {
    answer: '408, 499, 5xx: a page, a text or nothing at all',
    outcome: 'ambiguous',
    why: 'Whoever stands between may have passed the request on and lost the answer.',
    holds: ({ status }) => status === 408 || status === 499 || status >= 500,
  },
];

/** What an unsuccessful answer says of a write. */
export function outcomeOf(answer: Answer): Outcome {
  return ANSWER_TABLE.find(({ holds }) => holds(answer))?.outcome ?? 'ambiguous';
}
