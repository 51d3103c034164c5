import type { Announcer } from '../report/scheduler-events.js';
import type { TaskEntry } from '../run/task-entry.js';
import { isOver, recordBinding } from './task-record.js';
import type { TaskRecord } from './task-record.js';
import type { TaskStore } from './task-store.js';

/** Tasks that are over stay listed until so many others have ended after them. */
const MOST_OVER = 1_000;

/** The tasks of this process, and their way into the store. */
export class TaskRegistry<C> {
  readonly #store: TaskStore;
  readonly #announcer: Announcer;
  readonly #entries = new Map<string, TaskEntry<C>>();
  readonly #over = new Set<TaskEntry<C>>();
  readonly #saving = new Set<Promise<void>>();
  #loaded = false;

  constructor(store: TaskStore, announcer: Announcer) {
    this.#store = store;
    this.#announcer = announcer;
  }

  get isLoaded(): boolean {
    return this.#loaded;
  }

  /** What the store holds; is handed to {@link accept}. */
  read(): readonly TaskRecord[] | Promise<readonly TaskRecord[]> {
    return this.#store.load();
  }

  /** Takes over what the store held; tasks that were scheduled meanwhile go on from it. */
  accept(records: readonly TaskRecord[]): void {
    for (const record of records) {
      const entry = this.#entries.get(record.name);
      if (entry?.definition) entry.record = recordBinding(record, entry.definition.schedule);
      else this.#acceptUnbound({ record, armed: undefined });
    }
    this.#loaded = true;
  }

  get(name: string): TaskEntry<C> | undefined {
    return this.#entries.get(name);
  }

  all(): readonly TaskEntry<C>[] {
    return [...this.#entries.values()];
  }

  put(entry: TaskEntry<C>): void {
    this.#entries.set(entry.record.name, entry);
  }

  /** Whether the entry stands for its task still: scheduling again by the same name puts another one in its place. */
  holds(entry: TaskEntry<C>): boolean {
    return this.#entries.get(entry.record.name) === entry;
  }

  remove(name: string): void {
    this.#entries.delete(name);
    void this.#track(() => this.#store.remove(name));
  }

  /** A task is over. Returns the one that is forgotten in its place, if any: names may be new every day. */
  markOver(entry: TaskEntry<C>): TaskEntry<C> | undefined {
    this.#over.add(entry);
    const [oldest] = this.#over;
    if (this.#over.size <= MOST_OVER || !oldest) return undefined;
    this.#over.delete(oldest);
    if (!this.holds(oldest)) return undefined;
    this.remove(oldest.record.name);
    return oldest;
  }

  /** Resolves when the record is safe, or when it cannot be saved (which is reported: work goes on without the store). */
  save(entry: TaskEntry<C>): void | Promise<void> {
    if (this.#loaded && this.holds(entry)) return this.#track(() => this.#store.save(entry.record));
  }

  /** Resolves when everything that was to be saved is. */
  async saved(): Promise<void> {
    while (this.#saving.size > 0) await Promise.all(this.#saving);
  }

  #acceptUnbound(entry: TaskEntry<C>): void {
    this.#entries.set(entry.record.name, entry);
    if (isOver(entry.record)) this.markOver(entry);
  }

  #track(work: () => void | Promise<void>): void | Promise<void> {
    try {
      const result = work();
      if (!result) return;
      const saving = this.#announcer.settle(() => result).finally(() => this.#saving.delete(saving));
      this.#saving.add(saving);
      return saving;
    } catch (error) {
      this.#announcer.report(error);
    }
  }
}
