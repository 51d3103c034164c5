import { LONGEST_TIMER_MS, systemSchedulerClock } from '../scheduler-clock.js';
import { TickQueue } from './tick-queue.js';
import type { AttachOptions, Tick, TickHandler, DriverConnection, SchedulerDriver } from './scheduler-driver.js';
import { TaskLocks } from './task-locks.js';

/**
 * The driver for one process: ticks live in memory, one timer waits for the first of them. Every tick is delivered at
 * most once; those that come due while the process is off are for `misfire` to decide when it is back.
 * Several schedulers of the process may share it.
 */
export function inProcess(): SchedulerDriver {
  return new InProcessDriver();
}

class InProcessDriver implements SchedulerDriver {
  readonly #queue = new TickQueue();
  readonly #locks = new TaskLocks();
  /** The last delivered tick of each task. */
  readonly #delivered = new Map<string, number>();
  readonly #attached = new Map<TickHandler, AttachOptions>();
  #clock = systemSchedulerClock;
  #seen = -Infinity;
  #timer: { readonly at: number; readonly cancel: () => void } | undefined;

  attach(handler: TickHandler, options: AttachOptions): DriverConnection {
    this.#attached.set(handler, options);
    this.#clock = options.clock;
    return {
      arm: async (tick) => this.#arm(tick),
      disarm: async (task) => this.#disarm(task),
      lock: (task, lockOptions) => this.#locks.lock(task, lockOptions),
      detach: async () => this.#detach(handler),
    };
  }

  #arm(tick: Tick): void {
    const now = this.#now();
    const delivered = this.#delivered.get(tick.task) ?? -Infinity;
    if (this.#queue.has(tick.task) || tick.scheduledFor <= delivered) return;
    this.#queue.add(tick);
    this.#wait(now);
  }

  #disarm(task: string): void {
    this.#queue.delete(task);
    this.#delivered.delete(task);
  }

  #detach(handler: TickHandler): void {
    this.#attached.delete(handler);
    if (this.#attached.size === 0) this.#stopWaiting();
  }

  /** The time; tells everybody when it is earlier than it was. */
  #now(): number {
    const now = this.#clock.now();
    const setBack = now < this.#seen;
    this.#seen = now;
    if (setBack) for (const handler of this.#attached.keys()) handler.onClockSetBack();
    return now;
  }

  #wait(now: number): void {
    const first = this.#queue.first();
    if (!first || this.#attached.size === 0) return this.#stopWaiting();
    const at = Math.min(Math.max(first.dueAt, now), now + LONGEST_TIMER_MS);
    if (this.#timer && this.#timer.at <= at) return;
    this.#stopWaiting();
    const keepAlive = [...this.#attached.values()].some((options) => options.keepAlive);
    this.#timer = { at, cancel: this.#clock.after(at - now, () => this.#wake(), keepAlive) };
  }

  #stopWaiting(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #wake(): void {
    this.#timer = undefined;
    const now = this.#now();
    for (let tick = this.#queue.first(); tick && tick.dueAt <= now; tick = this.#queue.first()) {
      this.#queue.delete(tick.task);
      this.#delivered.set(tick.task, tick.scheduledFor);
      void this.#deliver(tick);
    }
    this.#wait(now);
  }

  /** Offers the tick to the schedulers in turn, beginning with the one that was not asked for the longest time. */
  async #deliver(tick: Tick): Promise<void> {
    for (const [handler, options] of [...this.#attached]) {
      if (!this.#attached.delete(handler)) continue;
      this.#attached.set(handler, options);
      if (await handler.onTick(tick).catch(() => true)) return;
    }
  }
}
