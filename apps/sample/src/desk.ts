import { AcumaticaClient, memoryStore } from 'acurecord';
import { CustomerIndex } from './customers/customer-index.js';
import type { Target } from './target.js';
import { OrderTurns } from './orders/order-turns.js';
import { DeskTasks } from './tasks/desk-tasks.js';
import { Faults } from './watch/faults.js';
import { HealthWatch } from './watch/health-watch.js';
import { WireLog } from './watch/wire-log.js';

/** Everything the pages stand on: one client for all visitors, and what is known besides. */
export interface Desk {
  readonly target: Target;
  /** One session, one seat, one pace, whoever visits. */
  readonly client: AcumaticaClient;
  readonly wire: WireLog;
  readonly health: HealthWatch;
  readonly customers: CustomerIndex;
  readonly turns: OrderTurns;
  readonly tasks: DeskTasks;
  /** What a visitor may make go wrong; absent on a tenant. */
  readonly faults?: Faults;
  /** Ends the tasks and gives the seat back. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** How long equal reads are answered from memory. Fifty visitors of one page are one request. */
const keepReadsMs = 3_000;

/** Connects to the ERP and starts the tasks. @throws what `AcumaticaClient.connect` throws */
export async function openDesk(target: Target): Promise<Desk> {
  const wire = new WireLog();
  const health = new HealthWatch(wire, target.licence);
  const client = await AcumaticaClient.connect({
    timeoutMs: 20_000,
    ...target.connection,
    cacheReads: { ttlMs: keepReadsMs, store: memoryStore({ maxEntries: 100 }) },
    closeTimeoutMs: 3_000,
    hooks: wire.hooks,
  });
  health.watch(client);
  const customers = new CustomerIndex();
  const { simulator } = target;
  return {
    target,
    client,
    wire,
    health,
    customers,
    turns: new OrderTurns(),
    tasks: new DeskTasks(client, customers),
    ...(simulator && { faults: new Faults(simulator, client) }),
    [Symbol.asyncDispose]: async () => {
      await client.close();
      health.close();
    },
  };
}
