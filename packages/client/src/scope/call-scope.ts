import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallOptions } from '@acurecord/metadata';
import type { TransportHooks } from '@acurecord/transport';
import type { OpenWrite, OpenWrites } from './open-writes.js';

/** Options that hold for every call of a scope, where the call itself does not say otherwise. */
export interface CallScope extends Pick<
  CallOptions,
  'branch' | 'businessDate' | 'signal' | 'timeoutMs' | 'priority' | 'archived' | 'deleted' | 'apiVersion'
> {
  /** Language of what the server says, as `Accept-Language`; the session keeps the locale it signed in with. */
  readonly locale?: string;
}

/** What is known of the work that a call belongs to. */
interface Surroundings {
  readonly scope: CallScope;
  /** Where its writes are noted, if anybody wants to know. */
  readonly writes?: OpenWrites | undefined;
  /** The write that a request belongs to. */
  readonly write?: OpenWrite;
}

const KEY = Symbol.for('acurecord call scope');
const shared = globalThis as Record<symbol, AsyncLocalStorage<Surroundings> | undefined>;

/** One for the process, also where it has loaded several copies of this package. */
const ambient = (shared[KEY] ??= new AsyncLocalStorage<Surroundings>());

/** Runs `work` so that every call made inside, also after an `await`, has these options too; notes its writes in `writes`. */
export function runInScope<R>(scope: CallScope, work: () => R, writes = ambient.getStore()?.writes): R {
  return ambient.run({ scope: mergeScopes(ambient.getStore()?.scope, scope), writes }, work);
}

/** Sends a write, and notes it where the work around it wants to know. */
export function noted<R>(
  repeatable: boolean,
  send: () => Promise<R>,
  leavesTraces?: (error: unknown) => boolean,
): Promise<R> {
  const around = ambient.getStore();
  if (around?.writes === undefined) return send();
  return around.writes.follow(repeatable, (write) => ambient.run({ ...around, write }, send), leavesTraces);
}

/** The options of one call: its own, then those of its client's scope, then those of {@link runInScope}. */
export function optionsInScope<O extends CallOptions>(options: O | undefined, scope: CallScope): O & CallScope {
  return mergeScopes<O & CallScope>(mergeScopes(ambient.getStore()?.scope, scope), options);
}

/** The inner scope wins; a call ends when either signal does. */
export function mergeScopes<O extends CallScope>(outer: CallScope | undefined, inner: O | undefined): O {
  const given = Object.entries(inner ?? {}).filter(([, value]) => value !== undefined);
  const signals = [outer?.signal, inner?.signal].filter((signal) => signal !== undefined);
  const signal = signals.length > 1 ? AbortSignal.any(signals) : signals[0];
  return { ...outer, ...Object.fromEntries(given), ...(signal && { signal }) } as O;
}

/** Adds the language of the scope that a request belongs to and notes that its write has left, around other hooks. */
export function withScopeHeaders(hooks: TransportHooks): TransportHooks {
  return {
    ...hooks,
    onRequest: async (event) => {
      const { scope: { locale } = {}, write } = ambient.getStore() ?? {};
      if (locale !== undefined) event.headers['Accept-Language'] = locale;
      await hooks.onRequest?.(event);
      if (write !== undefined && !event.path.startsWith('/entity/auth/')) write.sent = true;
    },
  };
}
