/** What is known of a task that another one depends on. Times are milliseconds since 1970. */
export interface DependencyState {
  readonly name: string;
  /** The tick of its last success. */
  readonly lastSuccessFor?: number;
  /** Its ticks that are expected, waiting or running. */
  readonly open: readonly number[];
}

/** Whether a tick can run, has to wait for the task `on`, or cannot run because `on` has not succeeded. */
export type DependencyPlan = { readonly action: 'run' } | { readonly action: 'wait' | 'skip'; readonly on: string };

/**
 * Decides about a tick of a task that depends on others: each of them must have succeeded in this cycle, that is with a
 * tick later than the task's `previous` one. What is due no later than the tick is waited for.
 */
export function planDependencies(
  tick: number,
  previous: number | undefined,
  dependencies: readonly DependencyState[],
): DependencyPlan {
  const waiting = dependencies.find(({ open }) => open.some((time) => time <= tick));
  if (waiting) return { action: 'wait', on: waiting.name };
  const failed = dependencies.find(({ lastSuccessFor }) => (lastSuccessFor ?? -Infinity) <= (previous ?? -Infinity));
  return failed ? { action: 'skip', on: failed.name } : { action: 'run' };
}
