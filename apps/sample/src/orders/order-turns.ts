/** Who works on which order now, so that two clicks never make two shipments. Keys are `SO 000123`. */
export class OrderTurns {
  readonly #ends = new Map<string, Promise<unknown>>();

  /** Whether somebody is at it. */
  isTaken(order: string): boolean {
    return this.#ends.has(order);
  }

  /** Does `work` when all earlier work on the order is done. */
  async wait<T>(order: string, work: () => Promise<T>): Promise<T> {
    const before = this.#ends.get(order);
    const turn = (before ?? Promise.resolve()).then(work, work);
    this.#ends.set(order, turn);
    try {
      return await turn;
    } finally {
      if (this.#ends.get(order) === turn) this.#ends.delete(order);
    }
  }
}
