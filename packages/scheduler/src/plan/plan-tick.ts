import type { Schedule } from '../schedule/schedule.js';
import { cronTimes } from './cron-times.js';
import type { CronTimes } from './cron-times.js';
import { planNext } from './plan-next.js';

/** What becomes of ticks that came due while nobody could run them: one run for all of them, none, or every one in order. */
export type Misfire = 'runOnce' | 'skip' | 'runAll';

/** Ticks that will not run. Times are milliseconds since 1970. */
export interface MissedTicks {
  readonly first: number;
  readonly last: number;
  /** How many; of a cron schedule no more than 1,000 are counted. */
  readonly count: number;
}

/** What to do with a tick that came due. */
export interface TickPlan {
  /** The tick to run, if any. */
  readonly run?: number;
  readonly missed?: MissedTicks;
  /** The last tick that this plan accounts for; the next one follows it. */
  readonly last: number;
  /** Whether the next tick can only be planned when the run is over. */
  readonly nextAfterRun: boolean;
}

/** What `planTick` judges by. */
export interface TickCircumstances {
  /** What the tick stands for and when it was due (later by its jitter). */
  readonly tick: { readonly scheduledFor: number; readonly dueAt: number };
  readonly now: number;
  readonly misfire: Misfire;
  /** How late a tick may be and still count as on time. */
  readonly misfireAfterMs: number;
}

const MOST_COUNTED = 1_000;

/** Decides what becomes of a tick that has come due, and of those after it that are due by now as well. */
export function planTick(schedule: Schedule, { tick, now, misfire, misfireAfterMs }: TickCircumstances): TickPlan {
  const first = tick.scheduledFor;
  const asOf = now - (tick.dueAt - first);
  const fixedDelay = schedule.kind === 'interval' && schedule.mode === 'fixedDelay';
  if (misfire === 'runAll') {
    const next = planNext(schedule, now, { scheduledFor: first });
    return { run: first, last: first, nextAfterRun: fixedDelay || (next !== undefined && next <= asOf) };
  }
  const due = dueTicks(schedule, first, asOf);
  if (misfire === 'runOnce' || asOf - due.last <= misfireAfterMs) {
    const missed = due.count > 1 ? { missed: { first, last: due.beforeLast, count: due.count - 1 } } : {};
    return { run: due.last, last: due.last, nextAfterRun: fixedDelay, ...missed };
  }
  const missed = { first, last: due.last, count: due.count };
  return { missed, last: fixedDelay ? Math.max(first, asOf) : due.last, nextAfterRun: false };
}

/** The last tick from `first` on that is not later than `asOf`. */
export function lastDueTick(schedule: Schedule, first: number, asOf: number): number {
  return dueTicks(schedule, first, asOf).last;
}

interface DueTicks {
  readonly last: number;
  readonly beforeLast: number;
  readonly count: number;
}

function dueTicks(schedule: Schedule, first: number, asOf: number): DueTicks {
  const until = Math.min(asOf, schedule.endAt ?? asOf);
  if (schedule.kind === 'cron') return dueCronTicks(cronTimes(schedule.cron, schedule.timezone), first, until);
  if (schedule.kind === 'once' || schedule.mode === 'fixedDelay') return { last: first, beforeLast: first, count: 1 };
  const more = Math.max(0, Math.floor((until - first) / schedule.everyMs));
  const last = first + more * schedule.everyMs;
  return { last, beforeLast: last - schedule.everyMs, count: more + 1 };
}

function dueCronTicks(times: CronTimes, first: number, until: number): DueTicks {
  let [beforeLast, last, count] = [first, first, 1];
  for (let next = times.after(last); next !== undefined && next <= until; next = times.after(last)) {
    if (count > MOST_COUNTED) {
      const latest = times.atOrBefore(until) ?? last;
      return { last: latest, beforeLast: times.atOrBefore(latest - 1) ?? beforeLast, count };
    }
    [beforeLast, last, count] = [last, next, count + 1];
  }
  return { last, beforeLast, count };
}
