import { createTransport, passwordSignIn } from '@acurecord/transport';
import type { Transport, TransportOptions } from '@acurecord/transport';
import type { ClientOptions } from '../client-options.js';
import type { ResolvedSettings } from '../configuration/resolve-settings.js';
import type { TenantCheck } from './tenant-check.js';

/** Makes the transport of a client; nothing is sent yet. */
export function openTransport(
  settings: ResolvedSettings,
  options: ClientOptions,
  watchers: { readonly tenantCheck: TenantCheck } & Required<Pick<TransportOptions, 'hooks' | 'onProcessEnd'>>,
): Transport {
  const { agent, ca, clock, exitGraceMs, fetch, maxResponseBytes, seatWaitMs, retry } = options;
  const { baseUrl, persistentLogin, retryOnIdleLogout, verifySsl, rateLimit, timeoutMs } = settings;
  const given = Object.entries({ agent, ca, clock, exitGraceMs, fetch, maxResponseBytes, seatWaitMs, retry });
  return createTransport({
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    ...{ baseUrl, persistentLogin, retryOnIdleLogout, verifySsl, rateLimit, timeoutMs },
    auth: watchers.tenantCheck.watch(options.auth ?? signInFrom(settings)),
    hooks: watchers.hooks,
    onProcessEnd: watchers.onProcessEnd,
  });
}

function signInFrom({ username = '', password = '', tenant, branch, locale }: ResolvedSettings) {
  const optional = Object.entries({ tenant, branch, locale }).filter(([, value]) => value !== undefined);
  return passwordSignIn({ username, password, ...Object.fromEntries(optional) });
}
