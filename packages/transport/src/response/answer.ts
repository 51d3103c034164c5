import { redactText } from '@acurecord/errors';
import type { AcumaticaErrorOptions } from '@acurecord/errors';
import { subjectOfPath } from '../request/subject-of-path.js';
import type { ResponseHeaders } from '../transport-response.js';
import { faultFromBody } from './fault.js';
import type { Fault } from './fault.js';
import { retryAfterMs } from './retry-after.js';

/** The request that an answer belongs to. */
export interface AskedRequest {
  readonly method: string;
  /** Path below the base URL; a sign-in is known by it. */
  readonly path: string;
  /** Headers it carried; the condition of a write is among them. @default none */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What messages call it. @default method and path */
  readonly operation?: string | undefined;
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
}

/** An answer's first part. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** When it came, for a `Retry-After` that is a date. @default now */
  readonly receivedAt?: number;
  /** Values that no error may repeat, should a header do so. @default none */
  readonly secrets?: readonly string[];
}

/** All that the rules below look at. */
export interface Answer extends AnswerHead {
  readonly body: unknown;
  readonly fault: Fault;
  readonly asked: AskedRequest;
  readonly isSignIn: boolean;
  /** Whether it came from the token endpoint. */
  readonly isTokenRequest: boolean;
  /** The common facts of the error. */
  readonly facts: AcumaticaErrorOptions;
  /** `PUT /entity/… failed with 422: "what the ERP said".` followed by what to do. */
  readonly say: (next?: string) => string;
}

/** Reads an answer once, for all rules. */
export function answerFrom(head: AnswerHead, body: unknown, asked: AskedRequest): Answer {
  const { status } = head;
  const operation = asked.operation ?? `${asked.method} ${asked.path.split('?', 1)[0] ?? ''}`;
  const fault = status >= 300 && status < 400 ? redirectFault(head) : faultFromBody(body);
  const said =
    fault.text === ''
      ? `${operation} failed with ${status}.`
      : `${operation} failed with ${status}: ${sentence(fault.text)}`;
  const subject = subjectOfPath(asked);
  const entity = asked.entity ?? subject.entity;
  const entityId = asked.entityId ?? subject.entityId;
  const isTokenRequest = /\/identity\/connect\/token$/i.test(asked.path);
  const waitMs = retryAfterMs(head.headers, head.receivedAt ?? Date.now());
  return {
    ...head,
    body,
    fault,
    asked,
    isSignIn: /\/entity\/auth\/login$/i.test(asked.path) || isTokenRequest,
    isTokenRequest,
    facts: {
      status,
      operation,
      ...(entity === undefined ? {} : { entity }),
      ...(entityId === undefined ? {} : { entityId }),
      ...contextOf(fault, waitMs),
    },
    say: (next) => (next ? `${said} ${next}` : said),
  };
}

function contextOf({ oauthError }: Fault, retryAfterMs: number | undefined): Pick<AcumaticaErrorOptions, 'context'> {
  const context = {
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(oauthError === undefined ? {} : { oauthError }),
  };
  return Object.keys(context).length === 0 ? {} : { context };
}

/** The ERP puts the text of its error page into the address it redirects to. */
function redirectFault({ headers, secrets }: AnswerHead): Fault {
  const location = headers.get('location') ?? '';
  const url = URL.canParse(location, 'http://site') ? new URL(location, 'http://site') : undefined;
  const text =
    url?.searchParams.get('message') ??
    url?.searchParams.get('exceptionMessage') ??
    (url ? `redirected to ${url.pathname}` : '');
  return { text: redactText(text, secrets), exceptionTypes: [], oauthError: undefined };
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
