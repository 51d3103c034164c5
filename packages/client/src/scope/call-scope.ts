import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallOptions } from '@acurecord/metadata';
import type { TransportHooks } from '@acurecord/transport';

/** Options that hold for every call of a scope, where the call itself does not say otherwise. */
export interface CallScope extends Pick<
  CallOptions,
  'branch' | 'businessDate' | 'signal' | 'timeoutMs' | 'priority' | 'archived' | 'apiVersion'
> {
  /** Language of what the server says, as `Accept-Language`; the session keeps the locale it signed in with. */
  readonly locale?: string;
}

const ambient = new AsyncLocalStorage<CallScope>();

/** Runs `work` so that every call made inside, also after an `await`, has these options too. */
export function runInScope<R>(scope: CallScope, work: () => R): R {
  return ambient.run(mergeScopes(ambient.getStore(), scope), work);
}

/** The options of one call: its own, then those of its client's scope, then those of {@link runInScope}. */
export function optionsInScope<O extends CallOptions>(options: O | undefined, scope: CallScope): O & CallScope {
  return mergeScopes<O & CallScope>(mergeScopes(ambient.getStore(), scope), options);
}

/** The inner scope wins; a call ends when either signal does. */
export function mergeScopes<O extends CallScope>(outer: CallScope | undefined, inner: O | undefined): O {
  const given = Object.entries(inner ?? {}).filter(([, value]) => value !== undefined);
  const signals = [outer?.signal, inner?.signal].filter((signal) => signal !== undefined);
  const signal = signals.length > 1 ? AbortSignal.any(signals) : signals[0];
  return { ...outer, ...Object.fromEntries(given), ...(signal && { signal }) } as O;
}

/** Adds the language of the scope that a request belongs to, before other hooks. */
export function withScopeHeaders(hooks: TransportHooks): TransportHooks {
  return {
    ...hooks,
    onRequest: async (event) => {
      const { locale } = ambient.getStore() ?? {};
      if (locale !== undefined) event.headers['Accept-Language'] = locale;
      await hooks.onRequest?.(event);
    },
  };
}
