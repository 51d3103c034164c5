/** What went over the wire since the transport was made. */
export interface TransportStats {
  /** Requests sent, repeated ones and those of signing in and out included. */
  readonly requests: number;
  readonly byMethod: Readonly<Record<string, number>>;
  /** Answers by HTTP status. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** Calls that failed for good. */
  readonly errors: number;
  readonly retries: number;
  /** Time that calls waited for the rate limit or a seat, added up. */
  readonly throttledMs: number;
  readonly signIns: number;
  readonly signOuts: number;
  /** API seats held now: 0 or 1. */
  readonly seatsHeld: number;
  /** What the ERP said when it refused the account, while that is remembered: nothing is sent then. */
  readonly signInRefusal?: string;
  /** Time from sending to the whole answer (its headers, for a stream), over the last 1,000 answers; 0 before the first. */
  readonly latencyMs: { readonly p50: number; readonly p95: number };
  /** Bytes of bodies, decompressed; those of streams count as they pass. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
}
