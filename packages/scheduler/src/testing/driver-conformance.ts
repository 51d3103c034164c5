import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Beat, BeatHandler, DriverConnection, SchedulerDriver } from '../driver/scheduler-driver.js';
import type { SchedulerClock } from '../scheduler-clock.js';

/** A fresh, empty queue for one case, and the machines at it. */
export interface DriverBench {
  /** One more machine at the queue; a driver for one process may give the same driver again. */
  connect(): SchedulerDriver;
  readonly clock: SchedulerClock;
  /** Lets time pass and what it sets off settle; a driver with a real queue really waits. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** One demand on a driver; `run` rejects when it is not met. */
export interface ConformanceCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Machine extends DriverConnection {
  /** The beats that this machine took. */
  readonly beats: Beat[];
}

type Demand = (bench: DriverBench, machine: (takes?: boolean) => Machine) => Promise<void>;

/**
 * What every {@link SchedulerDriver} must do, as cases for any test runner:
 * `for (const { name, run } of driverConformance(openBench)) it(name, run)`. Each case uses three machines at most and
 * waits less than a second in all.
 */
export function driverConformance(openBench: () => Promise<DriverBench>): ConformanceCase[] {
  return Object.entries(demands).map(([name, demand]) => ({ name, run: () => meet(demand, openBench) }));
}

async function meet(demand: Demand, openBench: () => Promise<DriverBench>): Promise<void> {
  const bench = await openBench();
  const machines: Machine[] = [];
  try {
    await demand(bench, (takes = true) => {
      const machine = attach(bench, takes);
      machines.push(machine);
      return machine;
    });
  } finally {
    await Promise.all(machines.map((machine) => machine.detach()));
    await bench.close();
  }
}

function attach(bench: DriverBench, takes: boolean): Machine {
  const beats: Beat[] = [];
  const handler: BeatHandler = {
    onBeat: async (beat) => {
      if (takes) beats.push(beat);
      return takes;
    },
    onClockSetBack: () => undefined,
  };
  return { beats, ...bench.connect().attach(handler, { clock: bench.clock, keepAlive: true }) };
}

function beatIn(bench: DriverBench, ms: number, task = 'task', priority = 0): Beat {
  const time = bench.clock.now() + ms;
  return { task, scheduledFor: time, dueAt: time, priority };
}

const never = new AbortController().signal;

const demands: Record<string, Demand> = {
  'delivers a beat when it is due, not before': async (bench, machine) => {
    const one = machine();
    const beat = beatIn(bench, 100);
    await one.arm(beat);
    await bench.advance(50);
    deepEqual(one.beats, []);
    await bench.advance(100);
    deepEqual(one.beats, [beat]);
  },
  'delivers at once what is due already': async (bench, machine) => {
    const one = machine();
    await one.arm(beatIn(bench, -1_000));
    await bench.advance(50);
    equal(one.beats.length, 1);
  },
  'delivers each beat to exactly one of several machines': async (bench, machine) => {
    const machines = [machine(), machine(), machine()];
    const beats = Array.from({ length: 100 }, (_, index) => beatIn(bench, 50 + (index % 10), `task ${index}`));
    for (const beat of beats) await Promise.all(machines.map((one) => one.arm(beat)));
    await bench.advance(200);
    const tasks = machines.flatMap((one) => one.beats.map((beat) => beat.task));
    deepEqual(tasks.sort(), beats.map((beat) => beat.task).sort());
  },
  'does not deliver a beat again that was delivered': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    const beat = beatIn(bench, 50);
    await one.arm(beat);
    await bench.advance(100);
    await two.arm(beat);
    await two.arm({ ...beat, scheduledFor: beat.scheduledFor - 10 });
    await bench.advance(100);
    equal(one.beats.length + two.beats.length, 1);
  },
  'keeps the beat that is armed when another one of the task is armed': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    const beat = beatIn(bench, 100);
    await one.arm(beat);
    await two.arm(beatIn(bench, 50));
    await bench.advance(200);
    deepEqual([...one.beats, ...two.beats], [beat]);
  },
  'delivers the beats of a task in their order': async (bench, machine) => {
    const one = machine();
    const beats = [beatIn(bench, 20), beatIn(bench, 40), beatIn(bench, 60)];
    for (const beat of beats) {
      await one.arm(beat);
      await bench.advance(50);
    }
    deepEqual(one.beats, beats);
  },
  'delivers the higher priority first when two beats are due at once': async (bench, machine) => {
    const one = machine();
    await one.arm(beatIn(bench, 50, 'low', 1));
    await one.arm({ ...beatIn(bench, 50, 'high', 2) });
    await bench.advance(150);
    deepEqual(
      one.beats.map((beat) => beat.task),
      ['high', 'low'],
    );
  },
  'delivers nothing of a task that was disarmed on any machine': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    await one.arm(beatIn(bench, 50));
    await two.disarm('task');
    await bench.advance(100);
    equal(one.beats.length + two.beats.length, 0);
  },
  'delivers again after a disarm, earlier beats too': async (bench, machine) => {
    const one = machine();
    await one.arm(beatIn(bench, 50));
    await bench.advance(100);
    await one.disarm('task');
    await one.arm(beatIn(bench, -500));
    await bench.advance(50);
    equal(one.beats.length, 2);
  },
  'offers a beat that a machine does not take to another one': async (bench, machine) => {
    const [stranger, one] = [machine(false), machine()];
    for (let round = 0; round < 4; round += 1) {
      await one.arm(beatIn(bench, 20, `task ${round}`));
      await bench.advance(100);
    }
    equal(stranger.beats.length, 0);
    equal(one.beats.length, 4);
  },
  'delivers nothing to a machine that was detached': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    await one.arm(beatIn(bench, 50));
    await one.detach();
    await bench.advance(100);
    deepEqual([one.beats.length, two.beats.length], [0, 1]);
  },
  'gives the lock of a task to one run at a time': async (_bench, machine) => {
    const [one, two] = [machine(), machine()];
    const unlock = await one.lock('task', { wait: false, signal: never });
    ok(unlock);
    equal(await two.lock('task', { wait: false, signal: never }), undefined);
    ok(await two.lock('other', { wait: false, signal: never }));
    await unlock();
    await unlock();
    ok(await two.lock('task', { wait: false, signal: never }));
    equal(await one.lock('task', { wait: false, signal: never }), undefined);
  },
  'gives the lock to those that wait, in the order of asking': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    const order: number[] = [];
    const first = await one.lock('task', { wait: true, signal: never });
    const turns = [two, one, two].map(async (connection, index) => {
      const unlock = await connection.lock('task', { wait: true, signal: never });
      order.push(index);
      await unlock?.();
    });
    await bench.advance(50);
    deepEqual(order, []);
    await first?.();
    await bench.advance(300);
    await Promise.all(turns);
    deepEqual(order, [0, 1, 2]);
  },
  'lets a run stop waiting for a lock': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    const unlock = await one.lock('task', { wait: true, signal: never });
    const stop = new AbortController();
    const waiting = two.lock('task', { wait: true, signal: stop.signal });
    await bench.advance(20);
    stop.abort();
    equal(await waiting, undefined);
    await unlock?.();
    ok(await one.lock('task', { wait: false, signal: never }));
  },
};
