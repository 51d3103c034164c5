import { AcumaticaTaskError } from '@acurecord/errors';
import { planRetry } from '../plan/plan-retry.js';
import { pause } from '../scheduler-clock.js';
import type { SchedulerClock } from '../scheduler-clock.js';
import type { TaskDefinition } from './task-definition.js';

/** What a run needs besides the task itself. */
export interface AttemptOptions<C> {
  readonly client: C;
  readonly clock: SchedulerClock;
  readonly random: () => number;
  readonly scheduledFor: number;
  /** Stops the run; its reason is passed on to the task. */
  readonly signal: AbortSignal;
  /** Whether the wait before a retry keeps the process alive. */
  readonly keepAlive: boolean;
  readonly onRetry: (attempt: number, delayMs: number, error: unknown) => void;
}

/** How the last attempt ended. */
export interface AttemptsResult {
  readonly attempts: number;
  readonly outcome: 'success' | 'failure' | 'cancelled';
  /** What the task returned. */
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Calls the task until it succeeds, its retries are used up, or it is stopped. Never rejects. */
export async function runAttempts<C>(task: TaskDefinition<C>, options: AttemptOptions<C>): Promise<AttemptsResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { attempts: attempt, outcome: 'success', result: await runAttempt(task, attempt, options) };
    } catch (error) {
      if (options.signal.aborted) return { attempts: attempt, outcome: 'cancelled', error };
      const delayMs = planRetry(task.retry, attempt, options.random());
      if (delayMs === undefined) return { attempts: attempt, outcome: 'failure', error };
      options.onRetry(attempt, delayMs, error);
      await pause(options.clock, delayMs, options.signal, options.keepAlive);
      if (options.signal.aborted) return { attempts: attempt, outcome: 'cancelled', error };
    }
  }
}

/**
 * One call of the task. A call that ran into its time limit fails only if it does not finish all the same: what is done
 * is not done again.
 */
async function runAttempt<C>(task: TaskDefinition<C>, attempt: number, options: AttemptOptions<C>): Promise<unknown> {
  const { clock, signal, client } = options;
  const controller = new AbortController();
  const stop = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const cancelTimer = abortAfter(task, controller, clock);
  try {
    const scheduledFor = new Date(options.scheduledFor);
    return await task.task({ signal: controller.signal, attempt, scheduledFor, client });
  } catch (error) {
    const { aborted, reason } = controller.signal;
    throw !aborted || signal.aborted || error === reason ? error : timeoutError(task, error);
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', stop);
  }
}

function abortAfter<C>(task: TaskDefinition<C>, controller: AbortController, clock: SchedulerClock): () => void {
  if (task.timeoutMs === Infinity) return () => undefined;
  const timer = new AbortController();
  void pause(clock, task.timeoutMs, timer.signal, false).then(() => {
    if (!timer.signal.aborted) controller.abort(timeoutError(task));
  });
  return () => timer.abort();
}

function timeoutError<C>({ name, timeoutMs }: TaskDefinition<C>, cause?: unknown): AcumaticaTaskError {
  const message = `Task "${name}" did not end within ${timeoutMs / 1000} seconds.`;
  return new AcumaticaTaskError(message, { code: 'TASK_TIMEOUT', ...(cause !== undefined && { cause }) });
}
