/** What every event of the transport tells. Nothing in it is secret: cookies, tokens and passwords are left out or masked. */
export interface TransportEvent {
  /** The same in all events of one call, its repetitions included, and in those of no other call of this process. */
  readonly callId: number;
  /** Such as `PUT /entity/Default/24.200.001/Customer`. */
  readonly operation: string;
  readonly method: string;
  /** Path and query below the base URL. */
  readonly path: string;
  /** Which try it is, from 1. */
  readonly attempt: number;
}

/** A request is about to leave. */
export interface RequestEvent extends TransportEvent {
  /** Headers of the call without cookies and `Authorization`, which are added later. Change them as you like. */
  readonly headers: Record<string, string>;
}

/** An answer came, of whatever status. */
export interface ResponseEvent extends TransportEvent {
  readonly status: number;
  readonly durationMs: number;
}

/** A call failed and is sent again after a pause. */
export interface RetryEvent extends TransportEvent {
  readonly error: Error;
  readonly delayMs: number;
}

/** A call had to wait for its turn, or is about to wait for a free seat. */
export interface ThrottleEvent extends TransportEvent {
  readonly reason: 'rate-limit' | 'seat';
  readonly delayMs: number;
}

/** The session was opened or given back. */
export interface SessionEvent {
  /** How it signs in. */
  readonly kind: 'password' | 'bearer' | 'oauth';
  readonly durationMs: number;
}

/** A call failed for good, or giving the seat back did. */
export interface ErrorEvent {
  /** The call that failed; absent where it was no call, such as a hook of the process's end. */
  readonly callId?: number;
  readonly operation: string;
  readonly error: Error;
}

/**
 * Functions that watch the transport. Only `onRequest` and `onRetry` can change what happens, and only `onRequest` by throwing:
 * what the others throw is reported once as a process warning and changes nothing.
 */
export interface TransportHooks {
  /** May change `event.headers`. Is awaited; what it throws fails the call before anything was sent. */
  readonly onRequest?: (event: RequestEvent) => void | Promise<void>;
  /** Changes nothing. */
  readonly onResponse?: (event: ResponseEvent) => void;
  /** Answering `false` gives up; the call then fails with `event.error`. */
  readonly onRetry?: (event: RetryEvent) => boolean | void;
  /** Changes nothing. */
  readonly onThrottle?: (event: ThrottleEvent) => void;
  /** Changes nothing. */
  readonly onSignIn?: (event: SessionEvent) => void;
  /** Changes nothing. */
  readonly onSignOut?: (event: SessionEvent) => void;
  /** Changes nothing; the error goes to the caller as it is. */
  readonly onError?: (event: ErrorEvent) => void;
}
