import type { TaskRecord } from './task-record.js';

/**
 * Keeps what outlives the process: schedules, counters, last runs, histories; never the functions. A store belongs to one
 * scheduler at a time.
 */
export interface TaskStore {
  /** All records. Is called once, before any other method. */
  load(): readonly TaskRecord[] | Promise<readonly TaskRecord[]>;
  /** Resolves when the record is safe: a run begins only after its beginning was saved. */
  save(record: TaskRecord): void | Promise<void>;
  remove(name: string): void | Promise<void>;
}
