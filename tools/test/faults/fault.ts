import type { IncomingHttpHeaders } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What the server has answered by itself. */
export interface Upstream {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Where a fault strikes. */
export interface Stroke {
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** The server's own answer, where it has carried the request out. */
  readonly answer: Upstream;
  /** Another record of the same entity. */
  readonly other: string;
  /** Hands the request on, and the answer back, as if nothing had happened. */
  pass(): void;
  /** Lets the caller give up. */
  abort(): void;
  endSessions(): void;
  takeSeats(): void;
  moveClock(ms: number): void;
}

/** `yes`: the server has carried the request out when the fault strikes; `late`: it does so afterwards. */
export type Done = 'no' | 'yes' | 'late';

/** One thing that can go wrong between a caller and the server. */
export interface Fault {
  readonly name: string;
  readonly done: Done;
  readonly strike: (stroke: Stroke) => void;
}
