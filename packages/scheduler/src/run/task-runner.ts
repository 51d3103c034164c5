import { AcumaticaTaskError, redactText } from '@acurecord/errors';
import type { DriverConnection, Unlock } from '../driver/scheduler-driver.js';
import { planDependencies } from '../plan/plan-dependencies.js';
import type { DependencyState } from '../plan/plan-dependencies.js';
import type { Announcer } from '../report/scheduler-events.js';
import { taskRun } from '../report/task-run.js';
import type { TaskRun } from '../report/task-run.js';
import type { SchedulerClock } from '../scheduler-clock.js';
import { recordEnd, recordStart } from '../store/task-record.js';
import type { RunOutcome, RunRecord, RunStart, RunTrigger } from '../store/task-record.js';
import type { TaskRegistry } from '../store/task-registry.js';
import { OpenRuns } from './open-runs.js';
import type { OpenRun } from './open-runs.js';
import { runAttempts } from './run-attempts.js';
import type { AttemptsResult } from './run-attempts.js';
import type { RunSlots } from './run-slots.js';
import type { TaskDefinition } from './task-definition.js';
import type { TaskEntry } from './task-entry.js';

const MOST_QUEUED = 1_000;
const LOOK_AGAIN_MS = 1_000;
const STOPPED = 'it was stopped';

/** What a runner works with. */
export interface RunnerParts<C> {
  readonly client: C;
  readonly clock: SchedulerClock;
  readonly random: () => number;
  readonly keepAlive: boolean;
  readonly historyLimit: number;
  readonly misfireAfterMs: number;
  readonly book: TaskRegistry<C>;
  readonly announcer: Announcer;
  readonly slots: RunSlots;
}

/** A tick that shall run. */
export interface RunOrder {
  readonly scheduledFor: number;
  /** The tick of the task before this one. */
  readonly previous?: number | undefined;
  readonly trigger: RunTrigger;
}

interface Run<C> extends RunOrder {
  readonly entry: TaskEntry<C>;
  readonly definition: TaskDefinition<C>;
  readonly open: OpenRun;
}

/** Takes a tick through its turn: lock, dependencies, slot, attempts, record, hooks. */
export class TaskRunner<C> {
  readonly open = new OpenRuns();
  readonly #parts: RunnerParts<C>;
  readonly #lock: DriverConnection['lock'];
  retryCount = 0;

  constructor(parts: RunnerParts<C>, lock: DriverConnection['lock']) {
    this.#parts = parts;
    this.#lock = lock;
  }

  /** Resolves when the run is over or was left out. */
  async run(entry: TaskEntry<C>, definition: TaskDefinition<C>, order: RunOrder): Promise<TaskRun> {
    const open = this.open.begin(definition.name, order.scheduledFor);
    const run = { ...order, entry, definition, open };
    try {
      const unlock = await this.#takeLock(run);
      if (!unlock) return await this.#leaveOut(run, open.signal.aborted ? STOPPED : 'an earlier run goes on');
      try {
        return await this.#runInTurn(run);
      } finally {
        await this.#parts.announcer.settle(unlock);
      }
    } finally {
      this.open.end(open);
    }
  }

  #takeLock({ definition: { name, overlap }, open }: Run<C>): Promise<Unlock | undefined> {
    if (overlap === 'allow') return Promise.resolve(async () => undefined);
    const wait = overlap === 'queue' && this.open.of(name).length <= MOST_QUEUED;
    return this.#lock(name, { wait, signal: open.signal });
  }

  async #runInTurn(run: Run<C>): Promise<TaskRun> {
    const { definition, entry, open, trigger } = run;
    const obstacle = trigger === 'manual' ? undefined : await this.#obstacle(run);
    if (obstacle !== undefined) return this.#leaveOut(run, `"${obstacle}" has not succeeded in this cycle`);
    if (!(await this.#parts.slots.take(definition.priority, open.signal))) return this.#leaveOut(run, STOPPED);
    try {
      if (open.signal.aborted) return await this.#leaveOut(run, STOPPED);
      if (trigger === 'schedule' && entry.record.runCount >= definition.maxRuns) {
        return await this.#leaveOut(run, 'it has run as often as it may');
      }
      return await this.#execute(run);
    } finally {
      this.#parts.slots.release();
    }
  }

  /** Waits for the dependencies; returns the one that has not succeeded, if any. */
  async #obstacle({ definition, scheduledFor, previous, open }: Run<C>): Promise<string | undefined> {
    if (definition.dependsOn.length === 0) return undefined;
    while (!open.signal.aborted) {
      const states = definition.dependsOn.map((name) => this.#dependencyState(name));
      const plan = planDependencies(scheduledFor, previous, states);
      if (plan.action !== 'wait') return plan.action === 'skip' ? plan.on : undefined;
      const cancel = this.#parts.clock.after(LOOK_AGAIN_MS, () => this.open.announce(), this.#parts.keepAlive);
      await this.open.change(open.signal);
      cancel();
    }
    return undefined;
  }

  #dependencyState(name: string): DependencyState {
    const { record, armed } = this.#parts.book.get(name) ?? {};
    const open = this.open.of(name).map((run) => run.scheduledFor);
    // A tick that is overdue went to another machine; nobody here can tell how it ended.
    const isExpected = armed !== undefined && armed.dueAt + this.#parts.misfireAfterMs > this.#parts.clock.now();
    if (isExpected) open.push(armed.scheduledFor);
    return { name, open, ...(record?.lastSuccessFor !== undefined && { lastSuccessFor: record.lastSuccessFor }) };
  }

  async #execute(run: Run<C>): Promise<TaskRun> {
    const { entry, definition, open, scheduledFor, trigger } = run;
    const { book, announcer, clock, historyLimit } = this.#parts;
    const start: RunStart = { scheduledFor, startedAt: clock.now(), trigger };
    entry.record = recordStart(entry.record, start);
    await book.save(entry);
    open.phase = 'running';
    announcer.emit('start', { task: definition.name, scheduledFor: new Date(scheduledFor), trigger });
    const attempts = (): Promise<AttemptsResult> => runAttempts(definition, this.#attemptOptions(run));
    const result = await definition.asyncContext.runInAsyncScope(() => this.open.inside(open, attempts));
    const record = endOfRun(start, result, clock.now());
    entry.record = recordEnd(entry.record, start, record, historyLimit);
    await book.save(entry);
    open.phase = 'ended';
    const ended = taskRun(definition.name, record);
    this.#announceEnd(definition, ended, result);
    return ended;
  }

  #attemptOptions({ definition, scheduledFor, open, trigger }: Run<C>): Parameters<typeof runAttempts<C>>[1] {
    const { client, clock, random, keepAlive, announcer } = this.#parts;
    return {
      client,
      clock,
      random,
      scheduledFor,
      signal: open.signal,
      keepAlive: keepAlive || trigger === 'manual',
      onRetry: (attempt, delayMs, error) => {
        this.retryCount += 1;
        const tick = { task: definition.name, scheduledFor: new Date(scheduledFor) };
        announcer.emit('retry', { ...tick, attempt, delayMs, error });
      },
    };
  }

  #announceEnd(definition: TaskDefinition<C>, run: TaskRun, { outcome, result, error }: AttemptsResult): void {
    const { announcer } = this.#parts;
    const task = definition.name;
    if (outcome === 'success') {
      announcer.guard(() => definition.asyncContext.runInAsyncScope(() => definition.onSuccess?.(run, result)));
      announcer.emit('success', { task, run, result });
    } else if (outcome === 'failure') {
      announcer.guard(() => definition.asyncContext.runInAsyncScope(() => definition.onFailure?.(run, error)));
      announcer.emit('failure', { task, run, error });
    }
  }

  async #leaveOut({ entry, definition, scheduledFor, trigger }: Run<C>, reason: string): Promise<TaskRun> {
    const { announcer, book, clock } = this.#parts;
    entry.record = { ...entry.record, skipCount: entry.record.skipCount + 1 };
    await book.save(entry);
    const task = definition.name;
    announcer.emit('skip', { task, scheduledFor: new Date(scheduledFor), reason });
    const now = clock.now();
    const error = new AcumaticaTaskError(`Task "${task}" did not run: ${reason}.`);
    return taskRun(
      task,
      endOfRun({ scheduledFor, startedAt: now, trigger }, { attempts: 0, outcome: 'skipped', error }, now),
    );
  }
}

type EndOfRun = Omit<AttemptsResult, 'outcome'> & { readonly outcome: RunOutcome };

function endOfRun(start: RunStart, { attempts, outcome, error }: EndOfRun, endedAt: number): RunRecord {
  const record = { ...start, endedAt, attempts, outcome };
  return outcome === 'success' ? record : { ...record, error: describe(error) };
}

function describe(error: unknown): { name: string; message: string } {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return { name, message: redactText(message) };
}
