import type { Call } from '../server/call.js';
import type { SimulatorClock } from './simulator-clock.js';

/** One request as tests see it; secrets are replaced by `***`. */
export interface LoggedRequest {
  readonly method: string;
  /** Below the site prefix, percent-encoded as it came. */
  readonly path: string;
  /** Query options by name, decoded. */
  readonly query: Readonly<Record<string, string>>;
  /** Without the values of cookies and credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it was JSON, text otherwise, `undefined` when there was none. */
  readonly body: unknown;
  /** 0 while it is being worked on, and when the connection was cut without an answer. */
  readonly status: number;
  readonly at: Date;
  readonly user: string | undefined;
  /** What went wrong inside the simulator itself, if it did: a defect of the simulator, not of the caller. */
  readonly fault?: string;
}

interface Entry {
  readonly call: Call;
  readonly at: number;
  status: number;
  fault?: unknown;
}

const secretHeaders = new Set(['cookie', 'authorization', 'set-cookie']);
const secretNames = /pass|secret|token|assertion|^code/i;
const most = 10_000;

/** What was asked and what status it got, newest last; the oldest of more than 10,000 are forgotten. */
export class RequestLog {
  readonly #clock: SimulatorClock;
  #entries: Entry[] = [];

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  /** Notes a request; the entry's status is set when it is answered. */
  begin(call: Call): { status: number; fault?: unknown } {
    if (this.#entries.length >= 2 * most) this.#entries = this.#entries.slice(-most);
    const entry = { call, at: this.#clock.now(), status: 0 };
    this.#entries.push(entry);
    return entry;
  }

  view(): LoggedRequest[] {
    return this.#entries.slice(-most).map(viewEntry);
  }
}

function viewEntry({ call, at, status, fault }: Entry): LoggedRequest {
  const { method, path, query, headers, body, session } = call;
  const shownHeaders = Object.entries(headers).map(([name, value]): [string, string] => {
    return [name, secretHeaders.has(name) ? '***' : String(value)];
  });
  return {
    method,
    path,
    query: Object.fromEntries([...query].map(([name, value]) => [name, secretNames.test(name) ? '***' : value])),
    headers: Object.fromEntries(shownHeaders),
    body: shownBody(body, String(headers['content-type'] ?? '')),
    status,
    at: new Date(at),
    user: session?.user,
    ...(fault === undefined ? {} : { fault: fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown' }),
  };
}

const hideSecrets = (name: string, value: unknown): unknown =>
  name !== '' && typeof value === 'string' && secretNames.test(name) ? '***' : value;

function shownBody(body: Buffer, type: string): unknown {
  if (body.length === 0) return undefined;
  const text = body.toString('utf8');
  if (/x-www-form-urlencoded/i.test(type))
    return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, hideSecrets(name, value)]));
  try {
    return JSON.parse(text, hideSecrets) as unknown;
  } catch {
    return text;
  }
}
