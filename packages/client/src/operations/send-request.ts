import { callHeaders } from '@acurecord/metadata';
import type { TransportRequest, TransportResponse } from '@acurecord/transport';
import type { ClientCore } from '../client-core.js';
import { noted, optionsInScope, runInScope } from '../scope/call-scope.js';
import type { CallScope } from '../scope/call-scope.js';

/**
 * Sends any request of the site in the client's session, for what has no class. It has the options of the scope; what may change something is
 * refused in the wrong tenant, noted by the batch around it, and ends what the read cache keeps.
 */
export async function sendRequest(
  core: Omit<ClientCore, 'schedulerFor'>,
  request: TransportRequest,
  scope: CallScope,
): Promise<TransportResponse> {
  const { transport, readCache, tenantCheck } = await core.open();
  const { signal, timeoutMs, priority, locale, ...options } = optionsInScope(pick(request), scope);
  const scoped = Object.entries({ signal, timeoutMs, priority }).filter(([, value]) => value !== undefined);
  const ready = {
    ...request,
    ...Object.fromEntries(scoped),
    headers: { ...callHeaders(options), ...request.headers },
  };
  const inScope = <R>(work: () => R): R => (locale === undefined ? work() : runInScope({ locale }, work));
  const send = () => transport.send(ready);
  if (isRead(request)) return inScope(send);
  tenantCheck.refuseWrongTenant(request.operation ?? `${request.method} ${request.path}`);
  try {
    return await inScope(() => noted(request.idempotent ?? request.method === 'DELETE', send));
  } finally {
    await readCache?.clear();
  }
}

function pick({ signal, timeoutMs, priority }: TransportRequest): CallScope {
  const given = Object.entries({ signal, timeoutMs, priority }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function isRead({ method, readsOnly = false }: TransportRequest): boolean {
  return readsOnly || method === 'GET' || method === 'HEAD';
}
