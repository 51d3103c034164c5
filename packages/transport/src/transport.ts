import type { DownloadOptions, Download } from './file/download-options.js';
import type { UploadOptions, UploadSource } from './file/upload-options.js';
import type { OperationHandle } from './operation/operation-handle.js';
import type { OperationOptions } from './operation/operation-options.js';
import type { TransportStats } from './observe/transport-stats.js';
import type { TransportRequest } from './transport-request.js';
import type { TransportResponse } from './transport-response.js';

/** One session with one ERP site: signs in when first needed, holds at most one API seat, and gives it back. */
export interface Transport {
  /** The site, without a trailing slash. */
  readonly baseUrl: string;
  /** Whether `close` was called. */
  readonly closed: boolean;

  /**
   * Sends one call and gives its successful answer.
   * @throws AcumaticaError the class that fits the cause; for an aborted `signal` its own reason, or where a write had left by then
   * AcumaticaAmbiguousOutcomeError with that reason as `cause`
   */
  send(request: TransportRequest): Promise<TransportResponse>;

  /**
   * Signs in now instead of at the first call; does nothing where a session is open. Also tries again after the
   * ERP refused the credentials, which `send` never does, since the ERP locks accounts.
   */
  signIn(options?: SignInOptions): Promise<void>;

  /** Gives the seat back; the next call signs in again. Does nothing without a session. */
  signOut(): Promise<void>;

  /**
   * Lets calls under way finish (up to `graceMs`, then aborts them), gives the seat back and closes the connections. Later calls are
   * refused. Never throws; a sign-out that failed is told to `onError` and as a process warning.
   */
  close(options?: CloseOptions): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;

  /** What went over the wire so far. */
  stats(): TransportStats;

  /**
   * Runs an action (`POST`) and resolves when the ERP has finished it.
   * @throws OperationTimeoutError when `timeoutMs` is over, OperationAbandonedError when the signal aborts after the ERP has begun;
   * `resume(error.handle)` waits on after both
   */
  invoke(path: string, payload?: unknown, options?: OperationOptions): Promise<TransportResponse>;

  /** Waits for an operation that an earlier `invoke` started in this session. */
  resume(handle: OperationHandle, options?: OperationOptions): Promise<TransportResponse>;

  /** Attaches a file: `path` is the record's `files:put` link with the name filled in (see `fileLink`). */
  upload(path: string, source: UploadSource, options?: UploadOptions): Promise<TransportResponse>;

  /** Opens a file for reading. A file that is cut on its way ends in an error, never short. */
  download(path: string, options?: DownloadOptions): Promise<Download>;
}

/** How `signIn` treats credentials that the ERP has refused. */
export interface SignInOptions {
  /** Whether to try again where the ERP has refused the same credentials before, in this process. @default true */
  readonly again?: boolean;
}

/** How `close` treats calls under way. */
export interface CloseOptions {
  /** How long they may take before they are aborted. @default 10_000 */
  readonly graceMs?: number;
}
