import type * as ofNode from './seat-guard.js';

/**
 * Stands in for `seat-guard.ts` where there is no process that gets signals or says that it ends: a seat is given back by
 * `close()`, `await using`, or `persistentLogin: false`, and by nothing else.
 */
export const seatGuard: typeof ofNode.seatGuard = { admit: () => true, remove: () => undefined };
