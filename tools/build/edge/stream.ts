type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
type Listener = (value?: unknown) => void;

/** As much of Node's `Readable` as the libraries use: chunks to iterate over once, and an end that can be heard of. */
export class Readable implements AsyncIterable<Uint8Array> {
  readonly #chunks: AsyncGenerator<Uint8Array>;
  readonly #listeners = new Map<string, Listener[]>();
  #closed = false;
  #failure: Error | undefined;

  private constructor(source: Source) {
    this.#chunks = this.#watched(source);
  }

  static from(source: Source, _options?: unknown): Readable {
    return new Readable(source);
  }

  static toWeb(readable: Readable): ReadableStream<Uint8Array> {
    const chunks = readable[Symbol.asyncIterator]();
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: () => void readable.destroy(),
    });
  }

  once(event: string, listener: Listener): this {
    if (event === 'close' && this.#closed) queueMicrotask(listener);
    else this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  /** Ends it before its end; who reads it meets the reason. */
  destroy(reason?: Error): this {
    this.#failure ??= reason;
    void this.#chunks.return(undefined).catch(() => undefined);
    this.#close();
    return this;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    return this.#chunks;
  }

  async *#watched(source: Source): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source) {
        if (this.#failure) throw this.#failure;
        yield chunk;
      }
    } finally {
      this.#close();
    }
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const listeners = this.#listeners.get('close') ?? [];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}
