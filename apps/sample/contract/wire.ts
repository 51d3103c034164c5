/** What a visitor of the simulator may make go wrong with the next requests. */
export type FaultName = 'throttle' | 'slow' | 'idle-sign-out' | 'drop-after-commit';

/** What the client made of an exchange, where it was not ordinary. */
export type WireNote =
  'throttled' | 'retry' | 'signed in again' | 'signed in' | 'signed out' | 'connection lost' | 'slow' | 'failed';

/** `GET /api/wire`, oldest first, and the event `wire`: one request to the ERP, without secrets. An id comes again when its answer is there. */
export interface WireEntry {
  readonly id: number;
  /** When it was sent, ISO. */
  readonly at: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** null while the answer is awaited, and when none came. */
  readonly status: number | null;
  /** null while the answer is awaited. */
  readonly ms: number | null;
  /** 1, and more when the request was sent again. */
  readonly attempt: number;
  readonly error?: string;
  readonly note?: WireNote;
  /** The note in words: `waits 2.0 s, then tries again`. */
  readonly remark?: string;
}

/** `POST /api/faults/:name`, without a body: what happens now. */
export interface FaultReport {
  readonly armed: FaultName;
  /** What will be seen on the wire: `The next 3 requests are answered with 429.` */
  readonly expect: string;
  /** What became of the request the desk made at once to show it. */
  readonly demonstration: FaultDemonstration;
}

/** The desk's own request that met the fault. */
export interface FaultDemonstration {
  /** What was tried: `List five open orders`. */
  readonly action: string;
  readonly ms: number;
  readonly ok: boolean;
  /** What the client did: `Waited 1.0 s as the ERP had asked, tried again, got 5 orders.` */
  readonly outcome: string;
  /** For `drop-after-commit`: the order that was written, and how many there are with its external reference. */
  readonly document?: { readonly orderType: string; readonly orderNbr: string; readonly copies: number };
}
