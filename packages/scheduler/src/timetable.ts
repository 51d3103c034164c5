import type { Tick, TickHandler, DriverConnection, SchedulerDriver } from './driver/scheduler-driver.js';
import { lastDueTick, planTick } from './plan/plan-tick.js';
import { planNext } from './plan/plan-next.js';
import type { LastTick } from './plan/plan-next.js';
import { TaskRunner } from './run/task-runner.js';
import type { RunnerParts } from './run/task-runner.js';
import type { TaskDefinition } from './run/task-definition.js';
import type { TaskEntry } from './run/task-entry.js';
import { recordTick } from './store/task-record.js';
import type { TaskRecord } from './store/task-record.js';

/** Keeps one tick of each active task armed, and has it run when it comes due. */
export class Timetable<C> implements TickHandler {
  readonly runner: TaskRunner<C>;
  readonly #parts: RunnerParts<C>;
  readonly #connection: DriverConnection;

  constructor(parts: RunnerParts<C>, driver: SchedulerDriver) {
    this.#parts = parts;
    this.#connection = driver.attach(this, { clock: parts.clock, keepAlive: parts.keepAlive });
    this.runner = new TaskRunner(parts, (task, options) => this.#connection.lock(task, options));
  }

  /** Arms the tick that follows the last one. */
  armNext(entry: TaskEntry<C>): void {
    const { definition, record } = entry;
    entry.armed = undefined;
    if (!definition || !this.#isActive(entry) || record.runCount >= definition.maxRuns) return;
    const scheduledFor = planNext(definition.schedule, this.#parts.clock.now(), lastTick(record));
    if (scheduledFor === undefined) return;
    const dueAt = scheduledFor + Math.floor(definition.jitterMs * this.#parts.random());
    const tick = { task: definition.name, scheduledFor, dueAt, priority: definition.priority };
    entry.armed = tick;
    this.#parts.announcer.guard(() => this.#connection.arm(tick));
  }

  /** Goes on after a pause: the ticks that passed meanwhile are left out, a task that is due once runs now. */
  resume(entry: TaskEntry<C>, { schedule }: TaskDefinition<C>): void {
    const now = this.#parts.clock.now();
    const next = planNext(schedule, now, lastTick(entry.record));
    if (schedule.kind !== 'once' && next !== undefined && next <= now) {
      entry.record = { ...entry.record, lastTick: lastDueTick(schedule, next, now), lastEndedAt: now };
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

  async onTick(tick: Tick): Promise<boolean> {
    const entry = this.#parts.book.get(tick.task);
    if (!entry?.definition || !this.#isActive(entry)) return false;
    await this.#parts.announcer.settle(() => this.#handle(entry, entry.definition as TaskDefinition<C>, tick));
    return true;
  }

  onClockSetBack(): void {
    for (const entry of this.#parts.book.all()) {
      const wasArmed = entry.armed !== undefined;
      this.disarm(entry);
      if (wasArmed) this.armNext(entry);
    }
  }

  async #handle(entry: TaskEntry<C>, definition: TaskDefinition<C>, tick: Tick): Promise<void> {
    const { misfire, schedule } = definition;
    const { clock, misfireAfterMs, book } = this.#parts;
    const plan = planTick(schedule, { tick, now: clock.now(), misfire, misfireAfterMs });
    const previous = entry.record.lastTick;
    entry.record = recordTick(entry.record, plan.last, plan.missed?.count ?? 0);
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

function lastTick({ lastTick: scheduledFor, lastEndedAt: endedAt }: TaskRecord): LastTick | undefined {
  if (scheduledFor === undefined) return undefined;
  return endedAt === undefined ? { scheduledFor } : { scheduledFor, endedAt };
}
