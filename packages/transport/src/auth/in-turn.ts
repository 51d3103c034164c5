import type { TokenStore } from './token-store.js';

const KEY = Symbol.for('@acurecord/transport token turns');
const shared = globalThis as Record<symbol, WeakMap<TokenStore, Promise<unknown>> | undefined>;

/** The last turn at each store, in all copies of this package that the process has loaded. */
const turns = (shared[KEY] ??= new WeakMap());

/** Runs `work` after all that has asked before for the same store, in this process, and alone among those that share its lock. */
export function inTurn<R>(store: TokenStore, work: () => Promise<R>): Promise<R> {
  const before = turns.get(store) ?? Promise.resolve();
  const mine = before.then(() => (store.withLock ? store.withLock(work) : work()));
  turns.set(
    store,
    mine.catch(() => undefined),
  );
  return mine;
}
