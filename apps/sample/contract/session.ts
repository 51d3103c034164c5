import type { FaultName } from './wire.js';

/** `GET /api/session`: which ERP the desk works with. */
export interface DeskSession {
  readonly mode: 'simulator' | 'tenant';
  /** Host and port, without credentials: `127.0.0.1:49152`. */
  readonly host: string;
  readonly tenant: string;
  readonly user: string;
  readonly endpoint: { readonly name: string; readonly version: string };
  /** What a visitor may make go wrong; none on a tenant. */
  readonly faults: readonly FaultName[];
  /** The largest file that can be uploaded. */
  readonly maxFileBytes: number;
}
