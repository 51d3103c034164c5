import { AcumaticaAmbiguousOutcomeError, AcumaticaClient } from 'acurecord';
import type { ClientOptions } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import type { Fault } from './fault.js';
import type { FaultyFront, Times } from './faulty-front.js';
import { Order, Warehouse } from './records.js';
import type { Case, PreparedWrite, Told, Write } from './write.js';

/** Longer than any case needs, however busy the machine is. */
const HANG_MS = 20_000;
const TIMEOUT_MS = 300;

/** The server and what stands before it. */
export interface Site {
  readonly sim: Simulator;
  readonly front: FaultyFront;
  /** A record of each entity that no case has written, as the wire has it. */
  readonly others: Readonly<Record<Write['entity'], string>>;
}

/** What is wrong with a case: `doubled`, `wrong` (done was said, and it was not), `hang`, `failed but done`. */
export type Flaw = 'doubled' | 'wrong' | 'hang' | 'failed but done';

/** What came of a case. */
export interface Outcome {
  readonly flaws: readonly Flaw[];
  /** How many of its records were told to be done, in doubt, and failed. */
  readonly told: Readonly<Record<'done' | 'doubt' | 'failed', number>>;
  readonly detail: string;
}

let cases = 0;

/** Lets a fault strike a write, and compares what the caller learned with what the server has. */
export async function runCase(site: Site, fault: Fault, write: Write, times: Times): Promise<Outcome> {
  const { sim, front, others } = site;
  const abort = new AbortController();
  let offsetMs = 0;
  const client = await AcumaticaClient.connect(optionsFor(front.url, () => offsetMs));
  const markers = Array.from({ length: write.records }, () => `CASE ${(cases += 1)}`);
  const around: Case = { client, sim, url: front.url, markers, signal: abort.signal, timeoutMs: TIMEOUT_MS };
  try {
    const prepared = await patiently(() => write.prepare(around));
    front.arm({
      fault,
      times,
      other: others[write.entity],
      abort: () => abort.abort(),
      moveClock: (ms) => void (offsetMs += ms),
    });
    const told = await within(prepared.run());
    front.arm(undefined);
    await front.settled();
    if (told === undefined) return { flaws: ['hang'], told: { done: 0, doubt: 0, failed: 0 }, detail: 'no end' };
    const stranger = await strangerRead(client);
    return judged(told, prepared, markers, stranger, write.endsIn204 === true && fault.name === '204, not committed');
  } finally {
    front.arm(undefined);
    sim.faults.clear();
    await client.close();
  }
}

function optionsFor(baseUrl: string, offset: () => number): ClientOptions {
  return {
    baseUrl,
    username: 'admin',
    password: 'admin-secret',
    tenant: 'Company',
    autoLoadEnv: false,
    discover: false,
    endpointVersion: '24.200.001',
    models: { SalesOrder: Order, Warehouse },
    rateLimit: { callsPerSecond: Infinity },
    retry: { attempts: 3, baseDelayMs: 1, maxDelayMs: 5, busyWaitMs: 100 },
    timeoutMs: TIMEOUT_MS,
    closeTimeoutMs: 100,
    clock: {
      now: () => Date.now() + offset(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
  };
}

/** A busy machine may take longer than the short time limit of a case. */
async function patiently(prepare: () => Promise<PreparedWrite>): Promise<PreparedWrite> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prepare();
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

async function within(work: Promise<readonly Told[]>): Promise<readonly Told[] | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), HANG_MS)));
  const told = await Promise.race([work, late]);
  clearTimeout(timer);
  return told;
}

/** Whether the next read over the same connections gets another answer than its own. */
async function strangerRead(client: AcumaticaClient): Promise<boolean> {
  try {
    const [record] = await Warehouse.using(client).query().take(1).toArray();
    return record !== undefined && record.WarehouseID === undefined;
  } catch {
    return false;
  }
}

function judged(
  told: readonly Told[],
  { done }: PreparedWrite,
  markers: readonly string[],
  stranger: boolean,
  isServersWord: boolean,
): Outcome {
  const flaws = new Set<Flaw>(stranger ? ['wrong'] : []);
  const counts = { done: 0, doubt: 0, failed: 0 };
  const lines = told.map((part, index) => {
    const times = done(index);
    const isDoubt = !part.ok && inDoubt(part.error);
    counts[part.ok ? 'done' : isDoubt ? 'doubt' : 'failed'] += 1;
    if (times > 1) flaws.add('doubled');
    const isOther = part.ok && part.description !== undefined && part.description !== markers[index];
    if (part.ok && !isServersWord && (times === 0 || isOther)) flaws.add('wrong');
    if (!part.ok && times > 0 && !isDoubt) flaws.add('failed but done');
    return `${times}× ${part.ok ? 'ok' : String((part.error as Error | undefined)?.message ?? JSON.stringify(part.error))}`;
  });
  return { flaws: [...flaws], told: counts, detail: lines.join(' | ') };
}

function inDoubt(error: unknown): boolean {
  const { repeatable, code } = (error ?? {}) as { readonly repeatable?: unknown; readonly code?: unknown };
  return AcumaticaAmbiguousOutcomeError.is(error) || repeatable === true || code === 'AMBIGUOUS_OUTCOME';
}
