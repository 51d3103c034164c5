/**
 * What keeps a piece of work alive: it can be cut once, with a reason, and everything that hangs on it ends. It does what an AbortSignal
 * does at a tenth of the cost, and each call makes two of them.
 */
export class CancellationScope {
  #listeners: Set<(reason: Error) => void> | undefined;
  #reason: Error | undefined;
  /** Whether a request had left when it was cut, so that it may have arrived; the wire says so. */
  sent = false;

  /** Why it was cut; undefined while it holds. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** Ends everything that hangs on it; only the first reason counts. */
  cancel(reason: Error): void {
    if (this.#reason) return;
    this.#reason = reason;
    const listeners = this.#listeners ?? [];
    this.#listeners = undefined;
    for (const listener of listeners) listener(reason);
  }

  /** Calls `listener` once, when it is cut, or now if it is; the result takes the listener away. */
  onCancel(listener: (reason: Error) => void): () => void {
    if (this.#reason) listener(this.#reason);
    else (this.#listeners ??= new Set()).add(listener);
    return () => void this.#listeners?.delete(listener);
  }

  /** Cuts it when an AbortSignal aborts; the result unties them. */
  follow(signal: AbortSignal): () => void {
    const cut = (): void => this.cancel(reasonOf(signal));
    if (signal.aborted) cut();
    else signal.addEventListener('abort', cut, { once: true });
    return () => signal.removeEventListener('abort', cut);
  }

  /** Waits for a promise that others wait for too; a cut ends this waiting alone. */
  wait<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const untie = this.onCancel(reject);
      promise.then(resolve, reject).finally(untie);
    });
  }
}

/** Why a signal aborted, always as an Error. */
function reasonOf({ reason }: { readonly reason: unknown }): Error {
  const isError = typeof reason === 'object' && reason !== null && 'message' in reason;
  return isError ? (reason as Error) : new DOMException('The call was aborted.', 'AbortError');
}
