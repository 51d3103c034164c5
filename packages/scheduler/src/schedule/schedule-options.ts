/** A day of the week. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A point in time. A text without an offset (`2026-03-01T08:00`) is read in the schedule's `timezone`. */
export type Instant = Date | string | number;

/** A length of time as the sum of its members. */
export interface Duration {
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** The ways to say when a task is due; each schedule has exactly one. */
export interface ScheduleKinds {
  /** Every so many seconds of elapsed time; takes fractions. */
  readonly intervalSeconds: number;
  /** The same in larger units: `{ hours: 6 }`. A day is 24 hours; for "every day at" take `daily`. */
  readonly interval: Duration;
  /** Five, six (with seconds) or seven (with years) fields; knows `L`, `W`, `#`, names and `@daily` words. */
  readonly cron: string;
  /** The same as `cron`. */
  readonly cronExpression: string;
  /** Once at this time; in the past it is a missed tick, see `misfire`. */
  readonly at: Instant;
  /** Every day at `HH:MM` or `HH:MM:SS`. */
  readonly daily: string;
  /** Every week on these days. */
  readonly weekly: { readonly on: Weekday | readonly Weekday[]; readonly at: string };
}

/** What goes with any way to say when a task is due. */
export interface ScheduleLimits {
  /**
   * IANA name, such as `America/New_York`, for `cron`, `daily`, `weekly` and texts without an offset. When clocks go
   * forward, a fixed time that does not exist runs right after the gap, other cron times in it are left out; when they go
   * back, a fixed time runs once, other cron times run in both hours. @default the time zone of the process
   */
  readonly timezone?: string;
  /** No tick before it; an interval counts from it. */
  readonly startAt?: Instant;
  /** No tick after it. */
  readonly endAt?: Instant;
  /** Ends the task after so many runs; retries do not count, runs by hand do. */
  readonly maxRuns?: number;
  /** Whether the first run is at once rather than after one interval (or at the first cron time). @default false */
  readonly runImmediately?: boolean;
  /** What an interval counts: from tick to tick, or from the end of a run to the next tick. @default 'fixedRate' */
  readonly intervalMode?: 'fixedRate' | 'fixedDelay';
}

/** When a task is due: one of {@link ScheduleKinds} and any of {@link ScheduleLimits}. */
export type ScheduleOptions = ScheduleLimits &
  { [K in keyof ScheduleKinds]: Pick<ScheduleKinds, K> }[keyof ScheduleKinds];
