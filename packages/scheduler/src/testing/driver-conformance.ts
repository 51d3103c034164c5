import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Tick, TickHandler, DriverConnection, SchedulerDriver } from '../driver/scheduler-driver.js';
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
  /** The ticks that this machine took. */
  readonly ticks: Tick[];
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
  const ticks: Tick[] = [];
  const handler: TickHandler = {
    onTick: async (tick) => {
      if (takes) ticks.push(tick);
      return takes;
    },
    onClockSetBack: () => undefined,
  };
  return { ticks, ...bench.connect().attach(handler, { clock: bench.clock, keepAlive: true }) };
}

function tickIn(bench: DriverBench, ms: number, task = 'task', priority = 0): Tick {
  const time = bench.clock.now() + ms;
  return { task, scheduledFor: time, dueAt: time, priority };
}

const never = new AbortController().signal;

const demands: Record<string, Demand> = {
  'delivers a tick when it is due, not before': async (bench, machine) => {
    const one = machine();
    const tick = tickIn(bench, 100);
    await one.arm(tick);
    await bench.advance(50);
    deepEqual(one.ticks, []);
    await bench.advance(100);
    deepEqual(one.ticks, [tick]);
  },
  'delivers at once what is due already': async (bench, machine) => {
    const one = machine();
    await one.arm(tickIn(bench, -1_000));
    await bench.advance(50);
    equal(one.ticks.length, 1);
  },
  'delivers each tick to exactly one of several machines': async (bench, machine) => {
    const machines = [machine(), machine(), machine()];
    const ticks = Array.from({ length: 100 }, (_, index) => tickIn(bench, 50 + (index % 10), `task ${index}`));
    for (const tick of ticks) await Promise.all(machines.map((one) => one.arm(tick)));
    await bench.advance(200);
    const tasks = machines.flatMap((one) => one.ticks.map((tick) => tick.task));
    deepEqual(tasks.sort(), ticks.map((tick) => tick.task).sort());
  },
  'does not deliver a tick again that was delivered': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    const tick = tickIn(bench, 50);
    await one.arm(tick);
    await bench.advance(100);
    await two.arm(tick);
    await two.arm({ ...tick, scheduledFor: tick.scheduledFor - 10 });
    await bench.advance(100);
    equal(one.ticks.length + two.ticks.length, 1);
  },
  'keeps the tick that is armed when another one of the task is armed': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    const tick = tickIn(bench, 100);
    await one.arm(tick);
    await two.arm(tickIn(bench, 50));
    await bench.advance(200);
    deepEqual([...one.ticks, ...two.ticks], [tick]);
  },
  'delivers the ticks of a task in their order': async (bench, machine) => {
    const one = machine();
    const ticks = [tickIn(bench, 20), tickIn(bench, 40), tickIn(bench, 60)];
    for (const tick of ticks) {
      await one.arm(tick);
      await bench.advance(50);
    }
    deepEqual(one.ticks, ticks);
  },
  'delivers the higher priority first when two ticks are due at once': async (bench, machine) => {
    const one = machine();
    await one.arm(tickIn(bench, 50, 'low', 1));
    await one.arm({ ...tickIn(bench, 50, 'high', 2) });
    await bench.advance(150);
    deepEqual(
      one.ticks.map((tick) => tick.task),
      ['high', 'low'],
    );
  },
  'delivers nothing of a task that was disarmed on any machine': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    await one.arm(tickIn(bench, 50));
    await two.disarm('task');
    await bench.advance(100);
    equal(one.ticks.length + two.ticks.length, 0);
  },
  'delivers again after a disarm, earlier ticks too': async (bench, machine) => {
    const one = machine();
    await one.arm(tickIn(bench, 50));
    await bench.advance(100);
    await one.disarm('task');
    await one.arm(tickIn(bench, -500));
    await bench.advance(50);
    equal(one.ticks.length, 2);
  },
  'offers a tick that a machine does not take to another one': async (bench, machine) => {
    const [stranger, one] = [machine(false), machine()];
    for (let round = 0; round < 4; round += 1) {
      await one.arm(tickIn(bench, 20, `task ${round}`));
      await bench.advance(100);
    }
    equal(stranger.ticks.length, 0);
    equal(one.ticks.length, 4);
  },
  'delivers nothing to a machine that was detached': async (bench, machine) => {
    const [one, two] = [machine(), machine()];
    await one.arm(tickIn(bench, 50));
    await one.detach();
    await bench.advance(100);
    deepEqual([one.ticks.length, two.ticks.length], [0, 1]);
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
