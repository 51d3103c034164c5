import { EventEmitter } from 'node:events';
import type { AcumaticaClient } from 'acurecord';
import type { TaskRow, TaskRun } from '../../contract/index.js';
import type { CustomerIndex } from '../customers/customer-index.js';
import { SalesOrder } from '../models/sales-order.js';
import { today } from '../models/plain-day.js';

/** What a task does; its answer is what its history says. */
interface DeskTask {
  readonly name: string;
  readonly description: string;
  readonly schedule: string;
  readonly when: { readonly intervalSeconds: number } | { readonly cron: string };
  readonly runImmediately?: boolean;
  readonly work: (signal: AbortSignal) => Promise<string>;
}

const historyLength = 20;
const runLimitMs = 60_000;

/** The tasks of the desk on the client's scheduler, and what became of their runs. */
export class DeskTasks {
  /** `task` is told about each task that begins, ends, is paused or goes on. */
  readonly events = new EventEmitter<{ task: [TaskRow] }>().setMaxListeners(0);
  readonly #scheduler: AcumaticaClient['scheduler'];
  readonly #tasks: ReadonlyMap<string, DeskTask>;
  readonly #history = new Map<string, TaskRun[]>();

  constructor(client: AcumaticaClient, customers: CustomerIndex) {
    this.#tasks = new Map(deskTasks(client, customers).map((task) => [task.name, task]));
    // Held here, because a client that closes gives none out any more, and the last runs end while it does.
    const { scheduler } = client;
    this.#scheduler = scheduler;
    scheduler.on('start', ({ task }) => this.#tell(task));
    scheduler.on('success', ({ task, run, result }) => this.#keep(task, run, String(result)));
    scheduler.on('failure', ({ task, run, error }) =>
      this.#keep(task, run, error instanceof Error ? error.message : 'The run failed.'),
    );
    for (const { name, when, work, runImmediately = false } of this.#tasks.values()) {
      const task = ({ signal }: { readonly signal: AbortSignal }) => client.run(() => work(signal));
      scheduler.scheduleTask({ name, task, ...when, runImmediately, timeoutMs: runLimitMs });
    }
  }

  has(name: string): boolean {
    return this.#tasks.has(name);
  }

  list(): TaskRow[] {
    return [...this.#tasks.keys()].flatMap((name) => this.row(name) ?? []);
  }

  row(name: string): TaskRow | undefined {
    const task = this.#tasks.get(name);
    const summary = this.#scheduler.listTasks().find((known) => known.name === name);
    if (task === undefined || summary === undefined) return undefined;
    const { status, nextRun, lastRun, runCount, errorCount } = summary;
    return {
      name,
      description: task.description,
      status: statusOf(status),
      schedule: task.schedule,
      nextRun: nextRun?.toISOString() ?? null,
      lastRun: lastRun?.toISOString() ?? null,
      runCount,
      errorCount,
      history: this.#history.get(name) ?? [],
    };
  }

  /** Runs it now; resolves when the run is over. A run that goes on already is not doubled. */
  async run(name: string): Promise<void> {
    await this.#scheduler.runNow(name);
  }

  pause(name: string): void {
    this.#scheduler.pauseTask(name);
    this.#tell(name);
  }

  resume(name: string): void {
    this.#scheduler.resumeTask(name);
    this.#tell(name);
  }

  #keep(
    name: string,
    run: { readonly startedAt: Date; readonly durationMs: number; readonly outcome: string },
    message: string,
  ): void {
    const { startedAt, durationMs, outcome } = run;
    const entry = {
      startedAt: startedAt.toISOString(),
      ms: Math.round(durationMs),
      ok: outcome === 'success',
      message,
    };
    this.#history.set(name, [entry, ...(this.#history.get(name) ?? [])].slice(0, historyLength));
    // The scheduler counts the run as over only after its listeners have been told.
    setImmediate(() => this.#tell(name));
  }

  #tell(name: string): void {
    const row = this.row(name);
    if (row !== undefined) this.events.emit('task', row);
  }
}

function deskTasks(client: AcumaticaClient, customers: CustomerIndex): DeskTask[] {
  return [
    {
      name: 'sync-customers',
      description: 'Brings the customers in memory up to date: only what changed since the last time is read.',
      schedule: 'every minute',
      when: { intervalSeconds: 60 },
      runImmediately: true,
      work: async (signal) => {
        const since = customers.seen;
        const count = await customers.sync(signal);
        const from = since === undefined ? 'read for the first time' : `changed since ${since.toISOString()}`;
        return `${count} customers ${from}, ${customers.size} known.`;
      },
    },
    {
      name: 'late-orders-digest',
      description: 'Counts the orders that were promised for a day that is gone.',
      schedule: 'on workdays at 07:00',
      when: { cron: '0 7 * * 1-5' },
      work: async (signal) => {
        let count = 0;
        for await (const page of SalesOrder.late().select('OrderNbr').options({ signal }).pages()) count += page.length;
        return `${count} late orders on ${today()}.`;
      },
    },
    {
      name: 'health-check',
      description: 'Asks the ERP for a sign of life.',
      schedule: 'every five minutes',
      when: { intervalSeconds: 300 },
      work: async () => {
        const startedAt = performance.now();
        const { version } = await client.getEndpointInfo();
        return `Build ${version.acumaticaBuildVersion} answered within ${Math.round(performance.now() - startedAt)} ms.`;
      },
    },
  ];
}

function statusOf(status: string): TaskRow['status'] {
  if (status === 'running' || status === 'paused') return status;
  return status === 'pending' ? 'scheduled' : 'finished';
}
