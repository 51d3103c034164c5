export { createScheduler, Scheduler } from './scheduler.js';
export type { SchedulerOptions, StopOptions } from './scheduler-options.js';

// What is scheduled
export type { TaskContext, TaskFunction, TaskOptions, TaskSettings } from './run/task-definition.js';
export type {
  Duration,
  Instant,
  ScheduleKinds,
  ScheduleLimits,
  ScheduleOptions,
  Weekday,
} from './schedule/schedule-options.js';
export type { CronSchedule, IntervalSchedule, OnceSchedule, Schedule, ScheduleBounds } from './schedule/schedule.js';

// When it is due
export { readSchedule } from './schedule/read-schedule.js';
export { planNext } from './plan/plan-next.js';
export type { LastTick } from './plan/plan-next.js';
export { planTick } from './plan/plan-tick.js';
export type { TickCircumstances, TickPlan, Misfire, MissedTicks } from './plan/plan-tick.js';
export type { TaskRetryOptions } from './plan/retry-delay-ms.js';
export { preview } from './plan/preview.js';
export type { PreviewOptions } from './plan/preview.js';
export { systemSchedulerClock } from './scheduler-clock.js';
export type { SchedulerClock } from './scheduler-clock.js';

// Where ticks wait
export { inProcess } from './driver/in-process.js';
export type {
  AttachOptions,
  Tick,
  TickHandler,
  DriverConnection,
  LockOptions,
  SchedulerDriver,
  Unlock,
} from './driver/scheduler-driver.js';

// What is kept and told
export { memoryTaskStore } from './store/memory-task-store.js';
export { fileTaskStore } from './store/file-task-store.js';
export type { TaskStore } from './store/task-store.js';
export type { RunOutcome, RunRecord, RunStart, RunTrigger, TaskRecord } from './store/task-record.js';
export type { SchedulerEvents, SchedulerListener } from './report/scheduler-events.js';
export type { SchedulerStats } from './report/scheduler-stats.js';
export type { TaskRun } from './report/task-run.js';
export type { TaskStatus, TaskSummary } from './report/task-summary.js';
