import { startSimulator } from '../start-simulator.js';
import type { Simulator } from '../start-simulator.js';
import type { SimulatorOptions } from '../simulator-options.js';
import type { LoggedRequest } from '../steering/request-log.js';
import { leftovers } from './leftovers.js';

/** Options of a simulator that lives as long as a test file. */
export interface UseSimulatorOptions extends SimulatorOptions {
  /** Requests that may be answered with 404, 405 or 411. @default none */
  readonly isExpected?: (request: LoggedRequest) => boolean;
}

/** Access to the simulator of a test file. */
export interface SimulatorInTests {
  /** The running simulator. @throws Error outside of tests and hooks */
  readonly simulator: Simulator;
  readonly url: string;
}

interface Hooks {
  readonly beforeAll: (hook: () => Promise<void>) => void;
  readonly afterEach: (hook: () => void) => void;
  readonly afterAll: (hook: () => Promise<void>) => void;
}

/** The hooks of the test runner; jest has them as globals, vitest with `globals: true`. */
function runnerHooks(): Hooks {
  const hooks = globalThis as Partial<Hooks>;
  if (hooks.beforeAll === undefined || hooks.afterEach === undefined || hooks.afterAll === undefined)
    throw new Error('useSimulator() needs the global hooks beforeAll, afterEach and afterAll of a test runner.');
  return hooks as Hooks;
}

/**
 * Starts a simulator once for a test file and resets it after each test. A test fails that has left a seat taken, an
 * operation running, an ordered failure unmet, or has made a request to an address the ERP does not have.
 */
export function useSimulator({ isExpected, ...options }: UseSimulatorOptions = {}): SimulatorInTests {
  const { beforeAll, afterEach, afterAll } = runnerHooks();
  let running: Simulator | undefined;
  const current = (): Simulator => {
    if (running === undefined) throw new Error('The simulator runs between beforeAll and afterAll only.');
    return running;
  };
  beforeAll(async () => {
    running = await startSimulator(options);
  });
  afterEach(() => {
    const left = leftovers(current(), isExpected);
    current().reset();
    if (left.length > 0) throw new Error(`The test has left something behind:\n- ${left.join('\n- ')}`);
  });
  afterAll(async () => {
    await running?.close();
    running = undefined;
  });
  return {
    get simulator() {
      return current();
    },
    get url() {
      return current().url;
    },
  };
}
