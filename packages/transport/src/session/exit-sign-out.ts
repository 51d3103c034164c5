import { builtIn } from '../built-in.js';
import { exitWorker } from './generated/exit-worker.js';

/** A sign-out as plain data. */
export interface ExitSignOut {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Options of Node's `https.request`. */
  readonly tls: { readonly rejectUnauthorized?: boolean; readonly ca?: unknown };
  /** The address of the proxy that calls go through. */
  readonly proxy?: string;
}

/**
 * Sends sign-outs while the calling thread stands still, and returns when all are answered or the time is over. They go as the calls
 * went, also through a proxy, but not by another fetch or agent. Where no thread may be started (Node's permission model without
 * `--allow-worker`) nothing is sent.
 */
export function signOutNow(signOuts: readonly ExitSignOut[], budgetMs: number): void {
  if (signOuts.length === 0) return;
  const done = new Int32Array(new SharedArrayBuffer(4));
  if (!startWorker({ signOuts, done, budgetMs })) return;
  const end = Date.now() + budgetMs;
  for (let count = 0; count < signOuts.length; count = Atomics.load(done, 0)) {
    if (Atomics.wait(done, 0, count, Math.max(0, end - Date.now())) === 'timed-out') return;
  }
}

function startWorker(workerData: object): boolean {
  try {
    const { Worker } = builtIn('node:worker_threads');
    const worker = new Worker(exitWorker, { eval: true, workerData, execArgv: [], stdout: true, stderr: true });
    worker.on('error', () => undefined);
    return true;
  } catch {
    return false;
  }
}
