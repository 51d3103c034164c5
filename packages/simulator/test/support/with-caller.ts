import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { signedIn } from './signed-in.js';
import type { Caller } from './signed-in.js';

/** What a test of one fact works with: a simulator of its own and a caller who is signed in to it. */
export interface Hands {
  readonly simulator: Simulator;
  readonly caller: Caller;
}

/** The body of a test of one fact: starts the simulator with the options, signs in, and closes it at the end. */
export const withCaller =
  (check: (hands: Hands) => Promise<void>, options: SimulatorOptions = {}): (() => Promise<void>) =>
  async () => {
    await using simulator = await startSimulator(options);
    await check({ simulator, caller: await signedIn(simulator) });
  };
