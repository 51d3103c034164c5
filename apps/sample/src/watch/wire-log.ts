import { EventEmitter } from 'node:events';
import { redactText } from 'acurecord';
import type { TransportHooks } from 'acurecord';
import type { WireEntry, WireNote } from '../../contract/index.js';

type EventOf<Name extends keyof TransportHooks> = Parameters<NonNullable<TransportHooks[Name]>>[0];

/** An entry with what pairs it with its answer. */
interface OpenEntry {
  entry: WireEntry;
  readonly operation: string;
  readonly startedAt: number;
}

/** How many entries are kept. */
const size = 500;

/** Answers that take longer are marked. */
const slowMs = 2_000;

/**
 * Every request of the one client, as its hooks tell of them: what was sent, what came back, and what the client made of
 * trouble. The hooks leave secrets out; paths pass through the redaction once more.
 */
export class WireLog {
  /** `entry` is told about each entry when it is made and when it changes. */
  readonly events = new EventEmitter<{ entry: [WireEntry] }>().setMaxListeners(0);
  readonly #entries: WireEntry[] = [];
  readonly #open: OpenEntry[] = [];
  #lastId = 0;

  /** The kept entries, oldest first. */
  get entries(): readonly WireEntry[] {
    return [...this.#entries];
  }

  /** Requests that are sent and not answered. */
  get underWay(): number {
    return this.#open.length;
  }

  /** What the client is given, so that it tells this log. */
  readonly hooks: TransportHooks = {
    onRequest: (event) => this.#sent(event),
    onResponse: (event) => this.#answered(event),
    onRetry: (event) => this.#retried(event),
    onThrottle: (event) => this.#waited(event),
    onSignIn: () => this.#session('signed in'),
    onSignOut: () => this.#session('signed out'),
    onError: (event) => this.#failed(event),
  };

  #sent({ operation, method, path, attempt }: EventOf<'onRequest'>): void {
    const at = new Date().toISOString();
    const entry = { id: (this.#lastId += 1), at, method, path: redactText(path), status: null, ms: null, attempt };
    this.#open.push({ entry, operation, startedAt: performance.now() });
    this.#tell(entry);
  }

  #answered({ method, path, attempt, status, durationMs }: EventOf<'onResponse'>): void {
    const open = this.#take(({ entry }) => matches(entry, { method, path: redactText(path), attempt }));
    if (open === undefined) return;
    this.#tell({ ...open.entry, status, ms: Math.round(durationMs), ...noteOfAnswer(status, durationMs) });
  }

  /** The try before a retry: answered, and then still in the log, or lost on the way. */
  #retried({ method, path, attempt, error, delayMs }: EventOf<'onRetry'>): void {
    const tried = { method, path: redactText(path), attempt };
    const open = this.#take(({ entry }) => matches(entry, tried));
    const before = open === undefined ? this.#entries.findLast((known) => matches(known, tried)) : ended(open);
    if (before === undefined) return;
    const remark = `${redactText(firstSentence(error.message))} Waits ${seconds(delayMs)}, then tries again.`;
    const note: WireNote = before.status === 429 ? 'throttled' : before.status === null ? 'connection lost' : 'retry';
    this.#tell({ ...before, note, remark });
  }

  #waited({ method, path, attempt, reason, delayMs }: EventOf<'onThrottle'>): void {
    const why = reason === 'seat' ? 'a free seat' : 'its turn: the desk keeps below the allowance';
    this.#tellOnce(method, redactText(path), attempt, `Waited ${seconds(delayMs)} for ${why}.`);
  }

  #session(note: 'signed in' | 'signed out'): void {
    const path = note === 'signed in' ? 'auth/login' : 'auth/logout';
    const last = this.#entries.findLast((entry) => entry.path.includes(path));
    if (last === undefined) return;
    const again = note === 'signed in' && this.#signIns > 0;
    if (note === 'signed in') this.#signIns += 1;
    this.#tell({
      ...last,
      note: again ? 'signed in again' : note,
      ...(again && { remark: 'The session had ended. The client opened a new one and sent the request again.' }),
    });
  }

  #signIns = 0;

  /** A call failed for good. An answered try keeps its status; one without an answer ends here. */
  #failed({ operation, error }: EventOf<'onError'>): void {
    const open = this.#take((candidate) => candidate.operation === operation);
    if (open === undefined) return;
    const message = redactText(firstSentence(error.message));
    this.#tell({ ...ended(open), error: message, note: isAbort(error) ? 'failed' : 'connection lost' });
  }

  #tellOnce(method: string, path: string, attempt: number, remark: string): void {
    this.#remarks.set(`${method} ${path} ${attempt}`, remark);
    if (this.#remarks.size > 100) this.#remarks.delete([...this.#remarks.keys()][0] ?? '');
  }

  /** What was said about a request before it left. */
  readonly #remarks = new Map<string, string>();

  #take(isMeant: (open: OpenEntry) => boolean): OpenEntry | undefined {
    const index = this.#open.findIndex(isMeant);
    return index < 0 ? undefined : this.#open.splice(index, 1)[0];
  }

  #tell(entry: WireEntry): void {
    const key = `${entry.method} ${entry.path} ${entry.attempt}`;
    const remark = entry.remark ?? this.#remarks.get(key);
    this.#remarks.delete(key);
    const told: WireEntry = remark === undefined ? entry : { ...entry, remark };
    const index = this.#entries.findLastIndex(({ id }) => id === told.id);
    if (index >= 0) this.#entries[index] = told;
    else if (this.#entries.push(told) > size) this.#entries.shift();
    const open = this.#open.find((candidate) => candidate.entry.id === told.id);
    if (open !== undefined) open.entry = told;
    this.events.emit('entry', told);
  }
}

function matches(entry: WireEntry, { method, path, attempt }: Pick<WireEntry, 'method' | 'path' | 'attempt'>): boolean {
  return entry.method === method && entry.path === path && entry.attempt === attempt;
}

function ended({ entry, startedAt }: OpenEntry): WireEntry {
  return { ...entry, ms: Math.round(performance.now() - startedAt) };
}

function noteOfAnswer(status: number, ms: number): Pick<WireEntry, 'note'> {
  if (status === 429) return { note: 'throttled' };
  if (status >= 400) return { note: 'failed' };
  return ms >= slowMs ? { note: 'slow' } : {};
}

function isAbort({ name }: Error): boolean {
  return name === 'AbortError';
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
