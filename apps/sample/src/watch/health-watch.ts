import { EventEmitter } from 'node:events';
import type { AcumaticaClient } from 'acurecord';
import type { Health, WireEntry } from '../../contract/index.js';
import type { Target } from '../target.js';
import type { WireLog } from './wire-log.js';

const minuteMs = 60_000;

/** How often a change is told at most. */
const tellEveryMs = 1_000;

/** How the connection to the ERP is doing: the client's statistics, and what the wire said within the last minute. */
export class HealthWatch {
  /** `health` is told when something changed, at most once a second. */
  readonly events = new EventEmitter<{ health: [Health] }>().setMaxListeners(0);
  readonly #since = new Date().toISOString();
  readonly #wire: WireLog;
  readonly #licence: Target['licence'];
  #client: AcumaticaClient | undefined;
  /** Ids and times of the requests within the last minute, oldest first. */
  readonly #sent: { readonly id: number; readonly at: number }[] = [];
  #lastError: { readonly at: string; readonly message: string } | undefined;
  #lastAnswerAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(wire: WireLog, licence: Target['licence']) {
    this.#wire = wire;
    this.#licence = licence;
    wire.events.on('entry', (entry) => this.#note(entry));
  }

  /** The client whose statistics count. */
  watch(client: AcumaticaClient): void {
    this.#client = client;
  }

  /** The state now. */
  get health(): Health {
    this.#forgetOld();
    const stats = this.#client?.stats();
    const reads = stats?.cache.reads;
    return {
      state: this.#state(),
      requestsLastMinute: this.#sent.length,
      requestsPerMinute: this.#licence.requestsPerMinute,
      seats: { inUse: stats?.seats ?? 0, limit: this.#licence.seats },
      cache: { hits: reads?.hits ?? 0, misses: reads?.misses ?? 0 },
      retries: stats?.retries ?? 0,
      throttled: stats?.byStatus['429'] ?? 0,
      waiting: this.#wire.underWay,
      signIns: stats?.signIns ?? 0,
      since: this.#since,
      ...(this.#lastError && { lastError: this.#lastError }),
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.events.removeAllListeners();
  }

  /** Down while nothing has been answered since the last failure; degraded for a minute after one. */
  #state(): Health['state'] {
    if (this.#client === undefined || this.#client.closed) return 'down';
    if (this.#lastError === undefined) return 'ok';
    return Date.parse(this.#lastError.at) > this.#lastAnswerAt ? 'down' : 'degraded';
  }

  #note(entry: WireEntry): void {
    if (this.#sent.every(({ id }) => id !== entry.id)) this.#sent.push({ id: entry.id, at: Date.now() });
    // What a visitor gave up by leaving the page is nobody's failure; 500 is how the ERP says that a record is not there.
    if ((entry.error !== undefined && entry.note !== 'failed') || (entry.status ?? 0) > 500) {
      const message = entry.error ?? `${entry.method} ${entry.path} was answered with ${entry.status}.`;
      this.#lastError = { at: new Date().toISOString(), message };
    }
    if (entry.status !== null && entry.status <= 500) this.#lastAnswerAt = Date.now();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.events.emit('health', this.health);
    }, tellEveryMs).unref();
  }

  #forgetOld(): void {
    const since = Date.now() - minuteMs;
    while ((this.#sent[0]?.at ?? since) < since) this.#sent.shift();
    if (this.#lastError !== undefined && Date.parse(this.#lastError.at) < since) this.#lastError = undefined;
  }
}
