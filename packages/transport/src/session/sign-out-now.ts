import { builtIn } from '../built-in.js';
import type { TunnelRequest } from '../wire/tunnel-agent.js';

/** A sign-out as plain data. */
export interface ExitSignOut {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Options of Node's `https.request`. */
  readonly tls: { readonly rejectUnauthorized?: boolean; readonly ca?: unknown };
  /** The way through a proxy, whose own protocol it names. */
  readonly tunnel?: { readonly protocol: string; readonly request: TunnelRequest };
}

/** Runs in a thread of its own; a constant text, so that no file has to be found beside a bundle. */
const WORKER = `
const { workerData: { words, done, budgetMs } } = require('node:worker_threads');
const finish = () => { Atomics.add(done, 0, 1); Atomics.notify(done, 0); };
const moduleOf = (url) => require(url.startsWith('https:') ? 'node:https' : 'node:http');
const watched = (request) => request
  .on('timeout', function () { this.destroy(); })
  .on('error', finish)
  .end();
const signOut = ({ url, headers, tls }, way) => watched(
  moduleOf(url)
    .request(url, { method: 'POST', headers: { ...headers, 'Content-Length': 0 }, timeout: budgetMs, agent: false, ...tls, ...way })
    .on('response', (answer) => answer.resume().on('close', finish)));
const through = (word, socket) => {
  const host = new URL(word.url).hostname.replace(/^\\[|\\]$/g, '');
  const servername = require('node:net').isIP(host) ? '' : host;
  const connect = () => require('node:tls').connect({ ...word.tls, socket, servername, host });
  return { agent: undefined, createConnection: word.url.startsWith('https:') ? connect : () => socket };
};
for (const word of words) {
  const { tls, tunnel } = word;
  if (!tunnel) signOut(word);
  else watched(
    moduleOf(tunnel.protocol)
      .request({ ...tunnel.request, timeout: budgetMs, agent: false, ...tls })
      .on('connect', ({ statusCode }, socket) => statusCode === 200 ? signOut(word, through(word, socket)) : finish()));
}
`;

/**
 * Sends sign-outs while the calling thread stands still, and returns when all are answered or the time is over. They go as the calls
 * went, also through a proxy, but not by another fetch or agent.
 */
export function signOutNow(words: readonly ExitSignOut[], budgetMs: number): void {
  if (words.length === 0) return;
  const { Worker } = builtIn('node:worker_threads');
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { words, done, budgetMs },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.on('error', () => undefined);
  const end = Date.now() + budgetMs;
  for (let count = 0; count < words.length; count = Atomics.load(done, 0)) {
    if (Atomics.wait(done, 0, count, Math.max(0, end - Date.now())) === 'timed-out') return;
  }
}
