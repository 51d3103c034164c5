import type { TaskRow } from '../../contract/index.js';

/** The tasks with this one as it is now. */
export function mergeTask(tasks: readonly TaskRow[], task: TaskRow): TaskRow[] {
  return tasks.map((known) => (known.name === task.name ? task : known));
}
