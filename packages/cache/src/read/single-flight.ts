interface Load<V> {
  readonly tags: readonly string[];
  readonly result: Promise<V>;
  readonly abort: AbortController;
  waiters: number;
}

/** Loads under way, by key: who asks for the same key joins the load instead of starting another. */
export class SingleFlight<V> {
  readonly #loads = new Map<string, Load<V>>();

  /** The result of the load under `key`; the load is aborted when the last one who waits for it has given up. */
  async join(
    key: string,
    tags: readonly string[],
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<V>,
  ): Promise<V> {
    const load = this.#loads.get(key) ?? this.#start(key, tags, start);
    load.waiters += 1;
    try {
      return await (signal === undefined ? load.result : untilAborted(load.result, signal));
    } finally {
      load.waiters -= 1;
      if (load.waiters === 0) {
        this.#drop(key, load);
        load.abort.abort(new DOMException('Nobody waits for this any longer.', 'AbortError'));
      }
    }
  }

  /** Later readers start anew instead of joining a load that carries one of these tags. */
  forget(tags: readonly string[]): void {
    for (const [key, load] of this.#loads) {
      if (load.tags.some((tag) => tags.includes(tag))) this.#loads.delete(key);
    }
  }

  /** Later readers start anew. */
  forgetAll(): void {
    this.#loads.clear();
  }

  #start(key: string, tags: readonly string[], start: (signal: AbortSignal) => Promise<V>): Load<V> {
    const abort = new AbortController();
    const load: Load<V> = { tags, result: start(abort.signal), abort, waiters: 0 };
    load.result.catch(() => undefined); // those who gave up do not see it any more
    this.#loads.set(key, load);
    return load;
  }

  #drop(key: string, load: Load<V>): void {
    if (this.#loads.get(key) === load) this.#loads.delete(key);
  }
}

async function untilAborted<V>(result: Promise<V>, signal: AbortSignal): Promise<V> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
