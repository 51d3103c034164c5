import type { Tick } from './scheduler-driver.js';

interface Entry {
  readonly tick: Tick;
  /** Decides among ticks that are equal otherwise: first come, first served. */
  readonly order: number;
  place: number;
}

/** The armed ticks, at most one for each task, the one that is due first on top (a binary heap that can also remove). */
export class TickQueue {
  readonly #heap: Entry[] = [];
  readonly #byTask = new Map<string, Entry>();
  #order = 0;

  has(task: string): boolean {
    return this.#byTask.has(task);
  }

  /** The tick that is due first. */
  first(): Tick | undefined {
    return this.#heap[0]?.tick;
  }

  add(tick: Tick): void {
    const entry: Entry = { tick, order: this.#order++, place: this.#heap.length };
    this.#byTask.set(tick.task, entry);
    this.#heap.push(entry);
    this.#rise(entry);
  }

  delete(task: string): void {
    const entry = this.#byTask.get(task);
    const last = this.#heap.at(-1);
    if (!entry || !last) return;
    this.#byTask.delete(task);
    this.#heap.pop();
    if (last === entry) return;
    this.#put(last, entry.place);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(entry: Entry): void {
    for (;;) {
      const parent = this.#heap[(entry.place - 1) >> 1];
      if (entry.place === 0 || !parent || !isBefore(entry, parent)) return;
      this.#swap(entry, parent);
    }
  }

  #sink(entry: Entry): void {
    for (;;) {
      const [left, right] = [this.#heap[2 * entry.place + 1], this.#heap[2 * entry.place + 2]];
      const child = left && right && isBefore(right, left) ? right : left;
      if (!child || !isBefore(child, entry)) return;
      this.#swap(child, entry);
    }
  }

  #swap(a: Entry, b: Entry): void {
    const place = a.place;
    this.#put(a, b.place);
    this.#put(b, place);
  }

  #put(entry: Entry, place: number): void {
    entry.place = place;
    this.#heap[place] = entry;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  const byTime = a.tick.dueAt - b.tick.dueAt;
  return (byTime || b.tick.priority - a.tick.priority || a.order - b.order) < 0;
}
