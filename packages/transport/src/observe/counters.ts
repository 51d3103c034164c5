import type { TransportStats } from './transport-stats.js';

const LATENCIES = 1000;

/** Counts what the transport does. Adding costs next to nothing; sorting happens when someone asks. */
export class Counters {
  requests = 0;
  errors = 0;
  retries = 0;
  throttledMs = 0;
  signIns = 0;
  signOuts = 0;
  bytesSent = 0;
  bytesReceived = 0;
  readonly #byMethod = new Map<string, number>();
  readonly #byStatus = new Map<number, number>();
  readonly #latencies = new Float64Array(LATENCIES);
  #answers = 0;

  sent(method: string): void {
    this.requests += 1;
    this.#byMethod.set(method, (this.#byMethod.get(method) ?? 0) + 1);
  }

  answered(status: number, durationMs: number): void {
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
    this.#latencies[this.#answers % LATENCIES] = durationMs;
    this.#answers += 1;
  }

  /** The counts at this moment, as plain data. */
  snapshot(seatsHeld: number, signInRefusal?: string): TransportStats {
    const { requests, errors, retries, throttledMs, signIns, signOuts, bytesSent, bytesReceived } = this;
    const sorted = this.#latencies.slice(0, Math.min(this.#answers, LATENCIES)).sort();
    const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
    return {
      requests,
      byMethod: Object.fromEntries(this.#byMethod),
      byStatus: Object.fromEntries(this.#byStatus),
      errors,
      retries,
      throttledMs,
      signIns,
      signOuts,
      seatsHeld,
      ...(signInRefusal === undefined ? {} : { signInRefusal }),
      latencyMs: { p50: at(0.5), p95: at(0.95) },
      bytesSent,
      bytesReceived,
    };
  }
}
