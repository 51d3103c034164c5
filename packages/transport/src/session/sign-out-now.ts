import { builtIn } from '../built-in.js';

/** A sign-out as plain data. */
export interface LastWord {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Options of Node's `https.request`. */
  readonly tls: { readonly rejectUnauthorized?: boolean; readonly ca?: unknown };
}

/** Runs in a thread of its own; a constant text, so that no file has to be found beside a bundle. */
const WORKER = `
const { workerData: { words, done, budgetMs } } = require('node:worker_threads');
const finish = () => { Atomics.add(done, 0, 1); Atomics.notify(done, 0); };
for (const { url, headers, tls } of words) {
  const { request } = require(url.startsWith('https:') ? 'node:https' : 'node:http');
  request(url, { method: 'POST', headers: { ...headers, 'Content-Length': 0 }, timeout: budgetMs, agent: false, ...tls })
    .on('response', (answer) => answer.resume().on('close', finish))
    .on('timeout', function () { this.destroy(); })
    .on('error', finish)
    .end();
}
`;

/**
 * Sends sign-outs while the calling thread stands still, and returns when all are answered or the time is over. They go straight to the
 * ERP: not through a proxy, and not by another fetch.
 */
export function signOutNow(words: readonly LastWord[], budgetMs: number): void {
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
