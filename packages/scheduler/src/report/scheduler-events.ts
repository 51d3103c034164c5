import type { RunTrigger } from '../store/task-record.js';
import type { TaskRun } from './task-run.js';

/** What a scheduler tells its listeners; `task` is the name. */
export interface SchedulerEvents {
  readonly start: { readonly task: string; readonly scheduledFor: Date; readonly trigger: RunTrigger };
  readonly success: { readonly task: string; readonly run: TaskRun; readonly result: unknown };
  /** A run failed for good, or the process ended in the middle of it. */
  readonly failure: { readonly task: string; readonly run: TaskRun; readonly error: unknown };
  /** A tick was left out: an earlier run goes on, a dependency did not succeed, or it was stopped while it waited. */
  readonly skip: { readonly task: string; readonly scheduledFor: Date; readonly reason: string };
  /** Try number `attempt` failed; another one follows after `delayMs`. */
  readonly retry: {
    readonly task: string;
    readonly scheduledFor: Date;
    readonly attempt: number;
    readonly delayMs: number;
    readonly error: unknown;
  };
  /** Ticks came due while nobody could run them, and will not run; of a cron schedule at most 1,000 are counted. */
  readonly miss: { readonly task: string; readonly first: Date; readonly last: Date; readonly count: number };
  /** A task was stopped. */
  readonly stop: { readonly task: string };
}

/** Is called for each event of one name. */
export type SchedulerListener<E extends keyof SchedulerEvents> = (event: SchedulerEvents[E]) => unknown;

/** Calls listeners and hooks; what they throw goes to `onError` and nowhere else. */
export class Announcer {
  readonly #listeners = new Map<keyof SchedulerEvents, Set<SchedulerListener<never>>>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Returns what takes the listener away again. */
  on<E extends keyof SchedulerEvents>(name: E, listener: SchedulerListener<E>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  emit<E extends keyof SchedulerEvents>(name: E, event: SchedulerEvents[E]): void {
    const listeners = this.#listeners.get(name) as Set<SchedulerListener<E>> | undefined;
    for (const listener of [...(listeners ?? [])]) this.guard(() => listener(event));
  }

  /** Calls `work`; never throws and never leaves a rejection unhandled. */
  guard(work: () => unknown): void {
    void this.settle(work);
  }

  /** The same, and resolves when `work` is over. */
  async settle(work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.report(error);
    }
  }

  /** Hands an error to `onError`. */
  report(error: unknown): void {
    try {
      this.#onError(error);
    } catch {
      // nobody is left to tell
    }
  }
}
