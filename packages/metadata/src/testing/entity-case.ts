import type { OrderClass, OrderUnderTest } from './order-under-test.js';
import type { ScriptedClient } from './scripted-client.js';

/** An order, and the client that it came from. */
export interface Loaded {
  readonly order: OrderUnderTest;
  readonly client: ScriptedClient;
}

/** What a case works on. */
export interface Bench {
  /** An order read from a server whose row was changed first. */
  readonly load: (change?: (row: Record<string, unknown>) => void) => Promise<Loaded>;
  readonly open: () => OrderClass;
}

/** One thing that an entity class must do. */
export type Case = readonly [sentence: string, run: (bench: Bench) => void | Promise<void>];
