import type { TaskRecord } from './task-record.js';
import type { TaskStore } from './task-store.js';

/** Forgets everything when the process ends; a second scheduler given the same store goes on where the first one ended. */
export function memoryTaskStore(): TaskStore {
  const records = new Map<string, TaskRecord>();
  return {
    load: () => [...records.values()],
    save: (record) => void records.set(record.name, record),
    remove: (name) => void records.delete(name),
  };
}
