import type { Tick } from '../driver/scheduler-driver.js';
import type { TaskRecord } from '../store/task-record.js';
import type { TaskDefinition } from './task-definition.js';

/** A task in this process. */
export interface TaskEntry<C> {
  record: TaskRecord;
  /** Missing while the task is only known from the store. */
  readonly definition?: TaskDefinition<C>;
  /** The tick that is waited for. */
  armed: Tick | undefined;
}
