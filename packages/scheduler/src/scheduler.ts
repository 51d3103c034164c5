import { AcumaticaTaskError, redactText } from '@acurecord/errors';
import { inProcess } from './driver/in-process.js';
import { preview } from './plan/preview.js';
import type { PreviewOptions } from './plan/preview.js';
import { Announcer } from './report/scheduler-events.js';
import type { SchedulerEvents, SchedulerListener } from './report/scheduler-events.js';
import { schedulerStats } from './report/scheduler-stats.js';
import type { SchedulerStats } from './report/scheduler-stats.js';
import { taskRun } from './report/task-run.js';
import type { TaskRun } from './report/task-run.js';
import { taskSummary } from './report/task-summary.js';
import type { TaskSummary } from './report/task-summary.js';
import type { OpenRun } from './run/open-runs.js';
import { readTask } from './run/read-task.js';
import { RunSlots } from './run/run-slots.js';
import type { TaskDefinition, TaskOptions } from './run/task-definition.js';
import type { TaskEntry } from './run/task-entry.js';
import { systemSchedulerClock } from './scheduler-clock.js';
import type { SchedulerClock } from './scheduler-clock.js';
import type { SchedulerOptions, StopOptions } from './scheduler-options.js';
import { memoryTaskStore } from './store/memory-task-store.js';
import { TaskRegistry } from './store/task-registry.js';
import { newRecord, recordBinding, recordInterruption } from './store/task-record.js';
import type { TaskRecord } from './store/task-record.js';
import { Timetable } from './timetable.js';

const GRACE_MS = 1_000;

/** Runs tasks when they are due. Make one with {@link createScheduler}; end it with `close()` or `await using`. */
export class Scheduler<C = undefined> {
  readonly #clock: SchedulerClock;
  readonly #historyLimit: number;
  readonly #announcer: Announcer;
  readonly #book: TaskRegistry<C>;
  readonly #timetable: Timetable<C>;
  readonly #ready: Promise<void>;
  #closed: Promise<void> | undefined;

  constructor(options: SchedulerOptions<C>) {
    this.#clock = options.clock ?? systemSchedulerClock;
    this.#historyLimit = atLeastOne('historyLimit', options.historyLimit ?? 20);
    this.#announcer = new Announcer(options.onError ?? warn);
    this.#book = new TaskRegistry(options.store ?? memoryTaskStore(), this.#announcer);
    const parts = {
      client: options.client as C,
      clock: this.#clock,
      random: options.random ?? Math.random,
      keepAlive: options.keepAlive ?? false,
      historyLimit: this.#historyLimit,
      misfireAfterMs: options.misfireAfterMs ?? 10_000,
      book: this.#book,
      announcer: this.#announcer,
      slots: new RunSlots(atLeastOne('concurrency', options.concurrency ?? Infinity)),
    };
    this.#timetable = new Timetable(parts, options.driver ?? inProcess());
    this.#ready = this.#load();
    this.#ready.catch((error: unknown) => this.#announcer.report(error));
  }

  /**
   * Resolves when the store has been read; nothing runs before. Tasks may be scheduled without waiting for it.
   * @throws what the store threw; no task runs then, since nobody knows which ones have run already
   */
  ready(): Promise<void> {
    return this.#ready;
  }

  /**
   * Has a task run by its schedule, and returns its id, which is its name. A task of the same name is replaced (a run of it
   * that goes on may end); a task that the store remembers goes on with its counters, and with its last tick if the
   * schedule is the same.
   * @throws AcumaticaTaskError when the options make no sense or the scheduler is closed
   */
  scheduleTask(options: TaskOptions<C>): string {
    if (this.#closed) throw new AcumaticaTaskError('The scheduler is closed; it takes no further tasks.');
    const definition = readTask(options);
    const { name, schedule } = definition;
    const before = this.#book.get(name);
    if (options.name === undefined && options.taskName === undefined) rejectNamesake(definition, before);
    this.#rejectCycle(definition, [name]);
    const goesOn = before !== undefined && before.definition === undefined;
    const record = goesOn ? recordBinding(before.record, schedule) : newRecord(name, schedule);
    if (before) this.#supersede(before);
    const entry: TaskEntry<C> = { record, definition, armed: undefined };
    this.#book.put(entry);
    if (this.#book.isLoaded) this.#begin(entry);
    return name;
  }

  /** All tasks, in the order of their names' first appearance; of those that are over the last 1,000. */
  listTasks(): TaskSummary[] {
    const { open } = this.#timetable.runner;
    return this.#book.all().map((entry) => taskSummary(entry, open.of(entry.record.name), this.#book.isLoaded));
  }

  /** Leaves the ticks of a task out until it is resumed, after a restart as well; a run that goes on may end. @throws AcumaticaTaskError when there is no such task */
  pauseTask(id: string): void {
    this.#changeState(id, 'active', 'paused');
    this.#timetable.disarm(this.#entry(id));
  }

  /** Lets a paused task go on with the next tick from now. @throws AcumaticaTaskError when there is no such task */
  resumeTask(id: string): void {
    if (!this.#changeState(id, 'paused', 'active')) return;
    const entry = this.#entry(id);
    if (entry.definition) this.#timetable.resume(entry, entry.definition);
  }

  /** Ends a task for good; it stays listed as cancelled. @throws AcumaticaTaskError when there is no such task */
  async stopTask(id: string, options: StopOptions = {}): Promise<void> {
    const entry = this.#entry(id);
    if (entry.record.state !== 'cancelled') {
      entry.record = { ...entry.record, state: 'cancelled' };
      this.#timetable.disarm(entry);
      void this.#book.save(entry);
      this.#timetable.retire(entry);
      this.#announcer.emit('stop', { task: id });
    }
    await this.#endRuns(this.#timetable.runner.open.of(id), options.wait ?? false);
  }

  /** Ends all tasks. */
  async stopAll(options: StopOptions = {}): Promise<void> {
    await Promise.all(this.#book.all().map((entry) => this.stopTask(entry.record.name, options)));
  }

  /** Stops a task and forgets it with its history, in the store too. @throws AcumaticaTaskError when there is no such task */
  async removeTask(id: string, options: StopOptions = {}): Promise<void> {
    await this.stopTask(id, options);
    this.#book.remove(id);
  }

  /**
   * Runs a task now, out of turn and whatever it depends on, also a paused or completed one. Resolves when the run is over;
   * its outcome is `skipped` when an earlier run goes on and the task does not overlap.
   * @throws AcumaticaTaskError when there is no such task, or its function is not known
   */
  async runNow(id: string): Promise<TaskRun> {
    await this.#ready;
    const entry = this.#entry(id);
    if (!entry.definition) throw new AcumaticaTaskError(`Task "${id}" has no function yet; schedule it again first.`);
    if (this.#closed) throw new AcumaticaTaskError('The scheduler is closed; it runs nothing any more.');
    const order = { scheduledFor: this.#clock.now(), trigger: 'manual' } as const;
    return this.#timetable.runner.run(entry, entry.definition, order);
  }

  /** The last `count` runs of a task, the newest first. @throws AcumaticaTaskError when there is no such task */
  history(id: string, count: number = this.#historyLimit): TaskRun[] {
    const { name, history } = this.#entry(id).record;
    const last = history.toReversed().slice(0, Math.max(0, count));
    return last.map((run) => taskRun(name, run));
  }

  /** Sums over all tasks. */
  stats(): SchedulerStats {
    return schedulerStats(this.listTasks(), this.#timetable.runner.open.all(), this.#timetable.runner.retryCount);
  }

  /** The next `count` times of a schedule, from `from` or now; see {@link preview}. @throws AcumaticaTaskError when the schedule makes no sense */
  preview(schedule: PreviewOptions, count = 10): Date[] {
    return preview(schedule, count, this.#clock.now());
  }

  /** Calls `listener` for each event of that name; returns what takes it away again. */
  on<E extends keyof SchedulerEvents>(event: E, listener: SchedulerListener<E>): () => void {
    return this.#announcer.on(event, listener);
  }

  /**
   * Ends the scheduler: no further tick; runs that go on end as `wait` says. The tasks are not cancelled: a scheduler with
   * the same store goes on with them. @default wait 10_000
   */
  close({ wait = 10_000 }: StopOptions = {}): Promise<void> {
    this.#closed ??= this.#close(wait);
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(wait: boolean | number): Promise<void> {
    await this.#timetable.detach();
    await this.#endRuns(this.#timetable.runner.open.all(), wait);
    await this.#book.saved();
  }

  /** A store that answers at once is taken over at once, so that a first task is armed when `scheduleTask` returns. */
  async #load(): Promise<void> {
    const records = this.#book.read();
    this.#accept('then' in records ? await records : records);
  }

  #accept(records: readonly TaskRecord[]): void {
    const now = this.#clock.now();
    this.#book.accept(records.map((record) => recordInterruption(record, now, this.#historyLimit)));
    for (const { name, running } of records) if (running.length > 0) this.#announceInterruption(name, running.length);
    if (this.#closed) return;
    for (const entry of this.#book.all()) if (entry.definition) this.#begin(entry);
  }

  #announceInterruption(name: string, count: number): void {
    const entry = this.#entry(name);
    void this.#book.save(entry);
    for (const record of entry.record.history.slice(-count)) {
      const run = taskRun(name, record);
      const error = new AcumaticaTaskError(`Task "${name}": ${record.error?.message ?? ''}`);
      this.#announcer.emit('failure', { task: name, run, error });
    }
  }

  #begin(entry: TaskEntry<C>): void {
    void this.#book.save(entry);
    this.#timetable.armNext(entry);
  }

  /** Another task takes the place of this one: what waits is dropped, what runs may end. */
  #supersede(entry: TaskEntry<C>): void {
    this.#timetable.disarm(entry);
    const waiting = this.#timetable.runner.open.of(entry.record.name).filter(({ phase }) => phase === 'waiting');
    void this.#endRuns(waiting, false);
  }

  #entry(id: string): TaskEntry<C> {
    const entry = this.#book.get(id);
    if (entry) return entry;
    const names = this.#book.all().map(({ record }) => record.name);
    const suggestions = names.length > 0 ? [`There are: ${names.slice(0, 10).join(', ')}.`] : [];
    throw new AcumaticaTaskError(`There is no task "${id}".`, { suggestions });
  }

  #changeState(id: string, from: TaskRecord['state'], to: TaskRecord['state']): boolean {
    const entry = this.#entry(id);
    if (entry.record.state !== from) return false;
    entry.record = { ...entry.record, state: to };
    void this.#book.save(entry);
    return true;
  }

  #rejectCycle({ dependsOn }: TaskDefinition<C>, path: readonly string[]): void {
    for (const name of dependsOn) {
      if (name === path[0]) {
        throw new AcumaticaTaskError(`Tasks depend on each other in a circle: ${[...path, name].join(' → ')}.`);
      }
      const dependency = this.#book.get(name)?.definition;
      if (dependency && !path.includes(name)) this.#rejectCycle(dependency, [...path, name]);
    }
  }

  async #endRuns(runs: readonly OpenRun[], wait: boolean | number): Promise<void> {
    const reason = new AcumaticaTaskError('The task was stopped.', { code: 'TASK_STOPPED' });
    for (const run of runs) if (run.phase === 'waiting' || wait === false) run.abort(reason);
    if (wait === false) return;
    const { open } = this.#timetable.runner;
    if (await open.ended(runs, wait === true ? Infinity : wait, this.#clock)) return;
    for (const run of runs) run.abort(reason);
    await open.ended(runs, GRACE_MS, this.#clock);
  }
}

/** Makes a scheduler; it holds no timer before a task is scheduled. */
export function createScheduler<C = undefined>(options: SchedulerOptions<C> = {}): Scheduler<C> {
  return new Scheduler(options);
}

function rejectNamesake<C>({ name, task }: TaskDefinition<C>, before: TaskEntry<C> | undefined): void {
  if (before?.definition === undefined || before.definition.task === task) return;
  throw new AcumaticaTaskError(`Another function is scheduled as "${name}" already; give this task a "name".`);
}

function atLeastOne(option: string, value: number): number {
  if (value >= 1) return value;
  throw new AcumaticaTaskError(`"${option}" is 1 or more; ${value} is not.`);
}

function warn(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.emitWarning(redactText(message), { type: 'AcuRecordSchedulerWarning' });
}
