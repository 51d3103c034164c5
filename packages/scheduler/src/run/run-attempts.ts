import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaAuthError,
  AcumaticaError,
  AcumaticaSeatLimitError,
  AcumaticaTaskError,
  AcumaticaValidationError,
} from '@acurecord/errors';
import { retryDelayMs } from '../plan/retry-delay-ms.js';
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

/**
 * Calls the task until it succeeds, its retries are used up, or it is stopped; also until nobody knows whether the ERP has
 * done what it wrote, since a further attempt could do it twice, and where the ERP refuses the account, which it locks after some tries.
 * Never rejects.
 */
export async function runAttempts<C>(task: TaskDefinition<C>, options: AttemptOptions<C>): Promise<AttemptsResult> {
  for (let attempt = 1; ; attempt += 1) {
    const { aborted, reason } = options.signal as { aborted: boolean; reason: unknown };
    if (aborted) return { attempts: attempt - 1, outcome: 'cancelled', error: reason };
    try {
      return { attempts: attempt, outcome: 'success', result: await runAttempt(task, attempt, options) };
    } catch (error) {
      if (options.signal.aborted) return { attempts: attempt, outcome: 'cancelled', error };
      const delayMs = isFinal(error) ? undefined : retryDelayMs(task.retry, attempt, options.random());
      if (delayMs === undefined) return { attempts: attempt, outcome: 'failure', error };
      options.onRetry(attempt, delayMs, error);
      await pause(options.clock, delayMs, options.signal, options.keepAlive);
    }
  }
}

/** One call of the task; without a time limit of its own it shares the signal of the run. */
async function runAttempt<C>(task: TaskDefinition<C>, attempt: number, options: AttemptOptions<C>): Promise<unknown> {
  const { client, signal, clock } = options;
  const call = (ownSignal: AbortSignal): unknown =>
    task.task({ signal: ownSignal, attempt, scheduledFor: new Date(options.scheduledFor), client });
  return task.timeoutMs === Infinity ? call(signal) : callWithLimit(task, call, signal, clock);
}

/** A call that ran into its time limit fails only if it does not finish all the same: what is done is not done again. */
async function callWithLimit<C>(
  { name, timeoutMs }: TaskDefinition<C>,
  call: (signal: AbortSignal) => unknown,
  stopSignal: AbortSignal,
  clock: SchedulerClock,
): Promise<unknown> {
  const limit = new AbortController();
  const done = new AbortController();
  const stop = (): void => limit.abort(stopSignal.reason);
  stopSignal.addEventListener('abort', stop, { once: true });
  void pause(clock, timeoutMs, done.signal, false).then(() => {
    if (!done.signal.aborted) limit.abort(timeoutError(name, timeoutMs));
  });
  try {
    return await call(limit.signal);
  } catch (error) {
    const timedOut = limit.signal.aborted && !stopSignal.aborted && error !== limit.signal.reason;
    throw timedOut ? timeoutError(name, timeoutMs, error) : error;
  } finally {
    done.abort();
    stopSignal.removeEventListener('abort', stop);
  }
}

function timeoutError(name: string, timeoutMs: number, cause?: unknown): AcumaticaTaskError {
  const message = `Task "${name}" did not end within ${timeoutMs / 1000} seconds.`;
  return new AcumaticaTaskError(message, { code: 'TASK_TIMEOUT', ...(cause !== undefined && { cause }) });
}

const DEEPEST = 5;

/** Whether an error, or one that it comes from or lists, says that something was written, leaves it open, or that the account was refused. */
function isFinal(error: unknown, depth = 0): boolean {
  if (!isObject(error) || depth > DEEPEST) return false;
  if (AcumaticaAmbiguousOutcomeError.is(error)) return !error.repeatable;
  if (AcumaticaAuthError.is(error)) return !AcumaticaSeatLimitError.is(error);
  if (AcumaticaValidationError.is(error) && error.written) return true;
  const { repeatable, cause, errors, failures } = error as FailureParts;
  if (AcumaticaError.is(error) && repeatable === false) return true;
  const listed = [...listOf(errors), ...listOf(failures).map(errorOf)];
  return [cause, ...listed].some((part) => isFinal(part, depth + 1));
}

/** What an error may carry: an operation that goes on and a batch that wrote say `repeatable: false`. */
interface FailureParts {
  readonly repeatable?: unknown;
  readonly cause?: unknown;
  /** Of an AggregateError. */
  readonly errors?: unknown;
  /** Of an AcumaticaBatchError. */
  readonly failures?: unknown;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function errorOf(failure: unknown): unknown {
  return isObject(failure) && 'error' in failure ? failure.error : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
