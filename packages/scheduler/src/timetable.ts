import type { Beat, BeatHandler, DriverConnection, SchedulerDriver } from './driver/scheduler-driver.js';
import { lastDueBeat, planBeat } from './plan/plan-beat.js';
import { planNext } from './plan/plan-next.js';
import type { LastBeat } from './plan/plan-next.js';
import { TaskRunner } from './run/task-runner.js';
import type { RunnerParts } from './run/task-runner.js';
import type { TaskDefinition } from './run/task-definition.js';
import type { TaskEntry } from './run/task-entry.js';
import { recordBeat } from './store/task-record.js';
import type { TaskRecord } from './store/task-record.js';

/** Keeps one beat of each active task armed, and has it run when it comes due. */
export class Timetable<C> implements BeatHandler {
  readonly runner: TaskRunner<C>;
  readonly #parts: RunnerParts<C>;
  readonly #connection: DriverConnection;

  constructor(parts: RunnerParts<C>, driver: SchedulerDriver) {
    this.#parts = parts;
    this.#connection = driver.attach(this, { clock: parts.clock, keepAlive: parts.keepAlive });
    this.runner = new TaskRunner(parts, (task, options) => this.#connection.lock(task, options));
  }

  /** Arms the beat that follows the last one. */
  armNext(entry: TaskEntry<C>): void {
    const { definition, record } = entry;
    entry.armed = undefined;
    if (!definition || !this.#isActive(entry) || record.runCount >= definition.maxRuns) return;
    const scheduledFor = planNext(definition.schedule, this.#parts.clock.now(), lastBeat(record));
    if (scheduledFor === undefined) return;
    const dueAt = scheduledFor + Math.floor(definition.jitterMs * this.#parts.random());
    const beat = { task: definition.name, scheduledFor, dueAt, priority: definition.priority };
    entry.armed = beat;
    this.#parts.announcer.guard(() => this.#connection.arm(beat));
  }

  /** Goes on after a pause: the beats that passed meanwhile are left out, a task that is due once runs now. */
  resume(entry: TaskEntry<C>, { schedule }: TaskDefinition<C>): void {
    const now = this.#parts.clock.now();
    const next = planNext(schedule, now, lastBeat(entry.record));
    if (schedule.kind !== 'once' && next !== undefined && next <= now) {
      entry.record = { ...entry.record, lastBeat: lastDueBeat(schedule, next, now), lastEndedAt: now };
    }
    this.armNext(entry);
  }

  disarm(entry: TaskEntry<C>): void {
    entry.armed = undefined;
    this.#parts.announcer.guard(() => this.#connection.disarm(entry.record.name));
  }

  /** Makes room when a task is over. */
  retire(entry: TaskEntry<C>): void {
    const forgotten = this.#parts.book.markOver(entry);
    if (forgotten) this.disarm(forgotten);
  }

  detach(): Promise<void> {
    return this.#parts.announcer.settle(() => this.#connection.detach());
  }

  async onBeat(beat: Beat): Promise<boolean> {
    const entry = this.#parts.book.get(beat.task);
    if (!entry?.definition || !this.#isActive(entry)) return false;
    await this.#parts.announcer.settle(() => this.#handle(entry, entry.definition as TaskDefinition<C>, beat));
    return true;
  }

  onClockSetBack(): void {
    for (const entry of this.#parts.book.all()) {
      const wasArmed = entry.armed !== undefined;
      this.disarm(entry);
      if (wasArmed) this.armNext(entry);
    }
  }

  async #handle(entry: TaskEntry<C>, definition: TaskDefinition<C>, beat: Beat): Promise<void> {
    const { misfire, schedule } = definition;
    const { clock, misfireAfterMs, book } = this.#parts;
    const plan = planBeat(schedule, { beat, now: clock.now(), misfire, misfireAfterMs });
    const previous = entry.record.lastBeat;
    entry.record = recordBeat(entry.record, plan.last, plan.missed?.count ?? 0);
    if (plan.missed) {
      const { first, last, count } = plan.missed;
      const missed = { task: definition.name, first: new Date(first), last: new Date(last), count };
      this.#parts.announcer.emit('miss', missed);
    }
    entry.armed = undefined;
    const nextAfterRun = plan.nextAfterRun || entry.record.runCount + 1 >= definition.maxRuns;
    if (!nextAfterRun) this.armNext(entry);
    if (plan.run === undefined) await book.save(entry);
    else await this.runner.run(entry, definition, { scheduledFor: plan.run, previous, trigger: 'schedule' });
    if (nextAfterRun && !entry.armed) this.armNext(entry);
    if (!entry.armed && this.#isActive(entry)) this.retire(entry);
  }

  #isActive(entry: TaskEntry<C>): boolean {
    return entry.record.state === 'active' && this.#parts.book.isLoaded && this.#parts.book.holds(entry);
  }
}

function lastBeat({ lastBeat: scheduledFor, lastEndedAt: endedAt }: TaskRecord): LastBeat | undefined {
  if (scheduledFor === undefined) return undefined;
  return endedAt === undefined ? { scheduledFor } : { scheduledFor, endedAt };
}
