import { AsyncLocalStorage } from 'node:async_hooks';
import { pause } from '../scheduler-clock.js';
import type { SchedulerClock } from '../scheduler-clock.js';

// One for all schedulers: every AsyncLocalStorage slows the promises of the whole process, for good.
const inside = new AsyncLocalStorage<OpenRun>();

/** A tick in hand: it waits for its turn or runs. */
export class OpenRun {
  readonly task: string;
  readonly scheduledFor: number;
  phase: 'waiting' | 'running' | 'ended' = 'waiting';
  readonly #controller = new AbortController();

  constructor(task: string, scheduledFor: number) {
    this.task = task;
    this.scheduledFor = scheduledFor;
  }

  /** Is aborted when the run shall end. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }
}

/** All ticks in hand, and the means to wait for them. */
export class OpenRuns {
  readonly #byTask = new Map<string, Set<OpenRun>>();
  readonly #waiting = new Set<() => void>();

  begin(task: string, scheduledFor: number): OpenRun {
    const run = new OpenRun(task, scheduledFor);
    const runs = this.#byTask.get(task) ?? new Set();
    this.#byTask.set(task, runs.add(run));
    return run;
  }

  end(run: OpenRun): void {
    const runs = this.#byTask.get(run.task);
    runs?.delete(run);
    if (runs?.size === 0) this.#byTask.delete(run.task);
    this.announce();
  }

  of(task: string): readonly OpenRun[] {
    return [...(this.#byTask.get(task) ?? [])];
  }

  all(): readonly OpenRun[] {
    return [...this.#byTask.values()].flatMap((runs) => [...runs]);
  }

  /** Calls the task's function in such a way that what it calls is known to come from `run`. */
  inside<T>(run: OpenRun, work: () => T): T {
    return inside.run(run, work);
  }

  /** Wakes all that wait for a change. */
  announce(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Resolves when a run has ended or something else was announced, or `signal` is aborted. */
  change(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  /**
   * Waits until `runs` have ended, `ms` milliseconds at most. A task that waits for itself (it stops itself, or closes
   * its client) would wait forever; its own run is not waited for.
   */
  async ended(runs: readonly OpenRun[], ms: number, clock: SchedulerClock): Promise<boolean> {
    const others = runs.filter((run) => run !== inside.getStore());
    const goesOn = (): boolean => others.some((run) => this.#byTask.get(run.task)?.has(run));
    const [timeUp, done] = [new AbortController(), new AbortController()];
    if (goesOn()) void pause(clock, ms, done.signal, true).then(() => timeUp.abort());
    while (goesOn() && !timeUp.signal.aborted) await this.change(timeUp.signal);
    done.abort();
    return !goesOn();
  }
}
