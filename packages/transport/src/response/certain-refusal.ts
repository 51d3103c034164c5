const undone = new WeakSet();

/** Marks an error of a call that certainly did nothing in the ERP. Gives the error. */
export function asCertain<E>(error: E): E {
  if (typeof error === 'object' && error !== null) undone.add(error);
  return error;
}

/** Takes the mark away: what looked certain is not. Gives the error. */
export function asDoubtful<E extends object>(error: E): E {
  undone.delete(error);
  return error;
}

/** Whether the call that failed with this error certainly did nothing in the ERP; every other error leaves that open. */
export function isCertain(error: unknown): boolean {
  return typeof error === 'object' && error !== null && undone.has(error);
}
