/** A write on its way; `sent` once its request has left. */
export interface OpenWrite {
  sent: boolean;
}

/**
 * The writes of one piece of work that must not be sent twice, from their beginning until an answer is there. What cuts the
 * work off may cut one of them off as well, and then nobody knows whether the ERP has done it.
 */
export class OpenWrites {
  readonly #open = new Set<OpenWrite>();
  readonly #signal: AbortSignal;

  /** `signal` is what cuts the work off. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether one was cut off after it had left. */
  get inDoubt(): boolean {
    return this.#signal.aborted && [...this.#open].some(({ sent }) => sent);
  }

  /** Follows a write; one that fails by itself says in its error what is known of it. */
  async follow<R>(send: (write: OpenWrite) => Promise<R>): Promise<R> {
    const write: OpenWrite = { sent: false };
    this.#open.add(write);
    try {
      const answer = await send(write);
      this.#open.delete(write);
      return answer;
    } catch (error) {
      if (!this.#signal.aborted) this.#open.delete(write);
      throw error;
    }
  }
}
