import type { SchedulerClock } from '../scheduler-clock.js';

/** One due time of one task. Times are milliseconds since 1970. */
export interface Tick {
  readonly task: string;
  /** What the schedule says; with the task it is the tick's identity. */
  readonly scheduledFor: number;
  /** When it is to be delivered: `scheduledFor` and the jitter. */
  readonly dueAt: number;
  /** Of ticks that are due at once the higher one goes first. */
  readonly priority: number;
}

/** What a scheduler does for the driver it is attached to. */
export interface TickHandler {
  /**
   * Handles a tick. Resolves with false at once when this scheduler does not run that task (the driver offers the tick to
   * another one), with true when the tick is dealt with. It never rejects.
   */
  onTick(tick: Tick): Promise<boolean>;
  /** The driver's clock was set back: every tick has to be planned again. A driver whose clock never goes back never calls it. */
  onClockSetBack(): void;
}

/** What the driver may need of the scheduler. */
export interface AttachOptions {
  readonly clock: SchedulerClock;
  /** Whether waiting for a tick keeps the process alive. */
  readonly keepAlive: boolean;
}

/** Gives a lock back; calling it again does nothing. */
export type Unlock = () => Promise<void>;

/** How to wait for a lock. */
export interface LockOptions {
  /** Whether to wait until the lock is free, in the order of asking. */
  readonly wait: boolean;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/** A scheduler's end of the queue. */
export interface DriverConnection {
  /**
   * Has the tick delivered when it is due. Does nothing when a tick of the task is armed already, here or on another
   * machine, or when this tick or a later one of the task has been delivered.
   */
  arm(tick: Tick): Promise<void>;
  /** Takes the armed tick of a task away and forgets which of its ticks were delivered. */
  disarm(task: string): Promise<void>;
  /** The right to run a task alone; `undefined` when another run has it and `wait` is false or `signal` was aborted. */
  lock(task: string, options: LockOptions): Promise<Unlock | undefined>;
  /** Delivers nothing here any more. Resolves without waiting for ticks that are being handled. */
  detach(): Promise<void>;
}

/**
 * A queue of ticks with a lock for each task. It may be shared by several schedulers, in one process or on many machines
 * that schedule the same tasks by the same names: each tick then goes to one of them.
 *
 * A driver promises that a tick is delivered at most once while the process that took it lives, not before it is due, and
 * to one scheduler that takes it; and that one run at a time holds the lock of a task. Since a scheduler arms the next
 * tick when it gets one, a driver that outlives its processes has to deliver a tick again, and free its lock, when the
 * process that took it died before `onTick` was over: at least once, then. The conformance suite in
 * `@acurecord/scheduler/testing` checks all that can be seen without killing a process.
 */
export interface SchedulerDriver {
  attach(handler: TickHandler, options: AttachOptions): DriverConnection;
}
