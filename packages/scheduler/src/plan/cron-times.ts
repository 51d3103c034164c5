import { AcumaticaTaskError } from '@acurecord/errors';
import { Cron } from 'croner';

const MOST_KEPT = 1_000;

const known = new Map<string, CronTimes>();

/**
 * The times of a cron expression in a time zone; tasks with the same expression share them.
 * @throws AcumaticaTaskError when the expression or the zone is unknown, or no such time ever comes
 */
export function cronTimes(cron: string, timezone?: string): CronTimes {
  const key = `${timezone ?? ''} ${cron}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const times = new CronTimes(cron, timezone);
  known.set(key, times);
  return times;
}

/** See {@link cronTimes}. */
export class CronTimes {
  readonly #cron: Cron;
  /** Every time from `from` up to, not including, `next` has `next` as its next one. */
  #window: { from: number; next: number | undefined } | undefined;

  constructor(cron: string, timezone: string | undefined) {
    try {
      this.#cron = new Cron(cron, { paused: true, ...(timezone !== undefined && { timezone }) });
      if (this.#cron.nextRun(new Date(0)) === null) throw new Error('No such day ever comes.');
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const zone = timezone === undefined ? '' : ` in the time zone "${timezone}"`;
      throw new AcumaticaTaskError(`The cron expression "${cron}"${zone} cannot be used: ${reason}`, { cause });
    }
  }

  /** The first time later than `time`. */
  after(time: number): number | undefined {
    const { from, next } = this.#window ?? { from: Infinity, next: undefined };
    if (from <= time && (next === undefined || time < next)) return next;
    const found = this.#cron.nextRun(new Date(time))?.getTime();
    this.#window = { from: time, next: found };
    return found;
  }

  /** The last time that is not later than `time`. */
  atOrBefore(time: number): number | undefined {
    return this.#cron.previousRuns(1, new Date(time + 1))[0]?.getTime();
  }
}
