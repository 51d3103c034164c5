/** What every kind of schedule can say. Times are milliseconds since 1970. */
export interface ScheduleBounds {
  /** No tick before it. */
  readonly startAt?: number;
  /** No tick after it. */
  readonly endAt?: number;
  /** Whether the first tick comes at once. */
  readonly runImmediately?: boolean;
}

/** Every so many milliseconds of elapsed time, whatever the clocks on the wall do. */
export interface IntervalSchedule extends ScheduleBounds {
  readonly kind: 'interval';
  readonly everyMs: number;
  /** `fixedRate` counts from tick to tick, `fixedDelay` from the end of a run to the next tick. */
  readonly mode: 'fixedRate' | 'fixedDelay';
}

/** Whenever the wall clock of a time zone matches a cron expression; daily and weekly schedules are of this kind, too. */
export interface CronSchedule extends ScheduleBounds {
  readonly kind: 'cron';
  readonly cron: string;
  /** IANA name. @default the time zone of the process */
  readonly timezone?: string;
}

/** Once. */
export interface OnceSchedule extends ScheduleBounds {
  readonly kind: 'once';
  readonly at: number;
}

/** When a task is due, as plain data that a store can keep. */
export type Schedule = IntervalSchedule | CronSchedule | OnceSchedule;
