import { EventEmitter } from 'node:events';
import { redactText } from 'acurecord';
import type { TransportHooks } from 'acurecord';
import type { WireEntry, WireNote } from '../../contract/index.js';

type EventOf<Name extends keyof TransportHooks> = Parameters<NonNullable<TransportHooks[Name]>>[0];

/** An entry, and the call that it is a try of. */
interface Try {
  readonly callId: number;
  readonly startedAt: number;
  readonly entry: WireEntry;
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
  readonly #tries: Try[] = [];
  /** What was said about a call before its next try left. */
  readonly #waits = new Map<number, string>();
  #signedIn = false;
  #lastId = 0;

  /** The kept entries, oldest first. */
  get entries(): readonly WireEntry[] {
    return this.#tries.map(({ entry }) => entry);
  }

  /** Requests that are sent and not answered. */
  get underWay(): number {
    return this.#tries.filter(({ entry }) => entry.ms === null).length;
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

  #sent({ callId, method, path, attempt }: EventOf<'onRequest'>): void {
    const remark = this.#waits.get(callId);
    this.#waits.delete(callId);
    const id = (this.#lastId += 1);
    const sent = { id, at: new Date().toISOString(), method, path: redactText(path), status: null, ms: null, attempt };
    const entry: WireEntry = remark === undefined ? sent : { ...sent, remark };
    this.#tries.push({ callId, startedAt: performance.now(), entry });
    if (this.#tries.length > size) this.#tries.shift();
    this.events.emit('entry', entry);
  }

  #answered({ callId, status, durationMs }: EventOf<'onResponse'>): void {
    this.#change(this.#lastOf(callId), { status, ms: Math.round(durationMs), ...noteOfAnswer(status, durationMs) });
  }

  /** The try before a retry: answered, or lost on the way. */
  #retried({ callId, error, delayMs }: EventOf<'onRetry'>): void {
    const tried = this.#lastOf(callId);
    if (tried === undefined) return;
    const { status } = tried.entry;
    const note: WireNote = status === 429 ? 'throttled' : status === null ? 'connection lost' : 'retry';
    // What the ERP says of a refusal by 429 is a sentence of its web server that helps nobody.
    const why = status === 429 ? 'Too many requests.' : redactText(firstSentence(error.message));
    const remark = `${why} Waits ${seconds(delayMs)}, then tries again.`;
    this.#change(tried, { ms: durationOf(tried), note, remark });
  }

  #waited({ callId, reason, delayMs }: EventOf<'onThrottle'>): void {
    const why = reason === 'seat' ? 'a free seat' : 'its turn: the desk keeps below the allowance';
    this.#waits.set(callId, `Waited ${seconds(delayMs)} for ${why}.`);
  }

  #session(note: 'signed in' | 'signed out'): void {
    const path = note === 'signed in' ? 'auth/login' : 'auth/logout';
    const again = note === 'signed in' && this.#signedIn;
    if (note === 'signed in') this.#signedIn = true;
    this.#change(
      this.#tries.findLast(({ entry }) => entry.path.includes(path)),
      {
        note: again ? 'signed in again' : note,
        ...(again && { remark: 'The session had ended. The client opened a new one and sent the request again.' }),
      },
    );
  }

  /** A call failed for good. A try that was answered keeps its status; one without an answer ends here. */
  #failed({ callId, error }: EventOf<'onError'>): void {
    if (callId === undefined) return;
    this.#waits.delete(callId);
    const tried = this.#lastOf(callId);
    if (tried === undefined || tried.entry.ms !== null) return;
    const note: WireNote = isAbort(error) ? 'failed' : 'connection lost';
    this.#change(tried, { ms: durationOf(tried), error: redactText(firstSentence(error.message)), note });
  }

  #lastOf(callId: number): Try | undefined {
    return this.#tries.findLast((tried) => tried.callId === callId);
  }

  #change(tried: Try | undefined, changes: Partial<WireEntry>): void {
    if (tried === undefined) return;
    const entry = { ...tried.entry, ...changes };
    this.#tries[this.#tries.indexOf(tried)] = { ...tried, entry };
    this.events.emit('entry', entry);
  }
}

function durationOf({ entry, startedAt }: Try): number {
  return entry.ms ?? Math.round(performance.now() - startedAt);
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
