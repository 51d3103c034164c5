import { AcumaticaConfigError } from '@acurecord/errors';
import { CancellationScope } from '../pipeline/cancellation-scope.js';
import type { SessionKind } from '../session/session-kind.js';
import type { TransportRequest } from '../transport-request.js';
import type { Call, Repeatability } from './call.js';
import { checkedHeaders } from './checked-headers.js';
import { encodeQuery } from './encode-query.js';
import { nextCallId } from './next-call-id.js';
import { positive } from './positive.js';
import type { Site } from './site.js';
import { requestUrl } from './site.js';

/** Makes a request ready to be sent. @throws AcumaticaConfigError or AcumaticaQueryError for what cannot be sent */
export function callFromRequest(request: TransportRequest, site: Site, timeoutMs: number): Call {
  const { method } = request;
  const path = request.path + encodeQuery(request.query);
  const url = requestUrl(site, path);
  const body = request.json === undefined ? request.body : JSON.stringify(request.json);
  if (body !== undefined && (method === 'GET' || method === 'HEAD'))
    throw new AcumaticaConfigError(`A ${method} request cannot have a body.`);
  return {
    id: nextCallId(),
    method,
    path,
    url,
    headers: headersOf(request),
    body,
    repeatability: repeatabilityOf(request),
    timeoutMs: positive(request.timeoutMs ?? timeoutMs, 'timeoutMs'),
    priority: priorityOf(request),
    cancellation: new CancellationScope(),
    responseType: request.responseType ?? 'json',
    parseJson: request.parseJson ?? JSON.parse,
    operation: request.operation ?? `${method} ${request.path.split('?', 1)[0] ?? ''}`,
    entity: request.entity,
    entityId: request.entityId,
    purpose: 'call',
    attempt: 1,
    sessionKind: sessionKindOf(request),
    session: undefined,
  };
}

function priorityOf({ priority = 0 }: TransportRequest): number {
  if (Number.isFinite(priority)) return priority;
  throw new AcumaticaConfigError(`priority must be a number, not ${String(priority)}.`);
}

function sessionKindOf({ session = 'api' }: TransportRequest): SessionKind {
  if (SESSION_KINDS.has(session)) return session;
  throw new AcumaticaConfigError(`session must be ${[...SESSION_KINDS].join(', ')}, not ${JSON.stringify(session)}.`);
}

const SESSION_KINDS: ReadonlySet<SessionKind> = new Set<SessionKind>(['api', 'api-or-basic', 'basic', 'none']);

function repeatabilityOf({ method, idempotent, readsOnly = false }: TransportRequest): Repeatability {
  if (method === 'GET' || method === 'HEAD' || readsOnly) return 'read';
  return (idempotent ?? method === 'DELETE') ? 'repeatable' : 'once';
}

function headersOf({ json, headers, responseType = 'json' }: TransportRequest): Readonly<Record<string, string>> {
  const own = defaultHeaders(responseType === 'json', json !== undefined);
  if (!headers) return own;
  const given = Object.keys(headers).map((name) => name.toLowerCase());
  const kept = Object.entries(own).filter(([name]) => !given.includes(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...checkedHeaders(headers) };
}

function defaultHeaders(wantsJson: boolean, sendsJson: boolean): Readonly<Record<string, string>> {
  const Accept = wantsJson ? 'application/json' : '*/*';
  return sendsJson ? { Accept, 'Content-Type': 'application/json' } : { Accept };
}
