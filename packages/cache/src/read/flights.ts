interface Flight<V> {
  readonly tags: readonly string[];
  readonly result: Promise<V>;
  readonly abort: AbortController;
  passengers: number;
}

/** Loads under way, by key: who asks for the same key joins the load instead of starting another. */
export class Flights<V> {
  readonly #flights = new Map<string, Flight<V>>();

  /** The result of the load under `key`; the load is aborted when the last one who waits for it has given up. */
  async join(
    key: string,
    tags: readonly string[],
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<V>,
  ): Promise<V> {
    const flight = this.#flights.get(key) ?? this.#start(key, tags, start);
    flight.passengers += 1;
    try {
      return await (signal === undefined ? flight.result : untilAborted(flight.result, signal));
    } finally {
      flight.passengers -= 1;
      if (flight.passengers === 0) {
        this.#drop(key, flight);
        flight.abort.abort(new DOMException('Nobody waits for this any longer.', 'AbortError'));
      }
    }
  }

  /** Later readers start anew instead of joining a load that carries one of these tags. */
  forget(tags: readonly string[]): void {
    for (const [key, flight] of this.#flights) {
      if (flight.tags.some((tag) => tags.includes(tag))) this.#flights.delete(key);
    }
  }

  /** Later readers start anew. */
  forgetAll(): void {
    this.#flights.clear();
  }

  #start(key: string, tags: readonly string[], start: (signal: AbortSignal) => Promise<V>): Flight<V> {
    const abort = new AbortController();
    const flight: Flight<V> = { tags, result: start(abort.signal), abort, passengers: 0 };
    flight.result.catch(() => undefined); // those who gave up do not see it any more
    this.#flights.set(key, flight);
    return flight;
  }

  #drop(key: string, flight: Flight<V>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
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
