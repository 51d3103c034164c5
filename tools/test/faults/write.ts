import type { AcumaticaClient } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';

/** How one record of a write ended, as its caller was told. */
export type Told =
  | { readonly ok: true; readonly description?: string | null | undefined }
  | { readonly ok: false; readonly error: unknown };

/** One case: a client, and what only this case writes. */
export interface Case {
  readonly client: AcumaticaClient;
  readonly sim: Simulator;
  /** The address where things go wrong. */
  readonly url: string;
  /** A text that no other case writes, for each record of a write. */
  readonly markers: readonly string[];
  readonly signal: AbortSignal;
  /** Aborts with `signal`; a program gets that instead. */
  readonly timeoutMs: number;
}

/** What a write does once it was prepared. */
export interface PreparedWrite {
  readonly run: () => Promise<readonly Told[]>;
  /** How often the server has done the part of the write with this index. */
  readonly done: (index: number) => number;
}

/** One kind of write. */
export interface Write {
  readonly name: string;
  readonly entity: 'SalesOrder' | 'Warehouse';
  readonly records: number;
  /** The server's word of success is a bare 204, which nobody can tell from one that somebody else says. */
  readonly endsIn204?: true;
  readonly prepare: (around: Case) => Promise<PreparedWrite>;
}
