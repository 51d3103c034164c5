/** What waits for its turn: the highest priority comes first, and within one priority whoever came first. */
export class PriorityQueue<T> {
  readonly #lanes = new Map<number, Set<T>>();
  #highest = -Infinity;

  /** Whether nobody waits. */
  get empty(): boolean {
    return this.#lanes.size === 0;
  }

  /** Whose turn it is. */
  get first(): T | undefined {
    return this.#lanes.get(this.#highest)?.values().next().value;
  }

  /** Puts someone in line; the result takes it away again. */
  add(waiting: T, priority: number): () => void {
    const lane = this.#lanes.get(priority) ?? new Set();
    this.#lanes.set(priority, lane.add(waiting));
    this.#highest = Math.max(this.#highest, priority);
    return () => this.#remove(waiting, priority);
  }

  #remove(waiting: T, priority: number): void {
    const lane = this.#lanes.get(priority);
    if (lane?.delete(waiting) !== true || lane.size > 0) return;
    this.#lanes.delete(priority);
    this.#highest = Math.max(...this.#lanes.keys());
  }
}
