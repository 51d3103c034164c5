import { once } from 'node:events';
import { OutputError } from './output-error.js';
import { say } from './terminal.js';
import type { Terminal } from './terminal.js';

const gentle = new WeakSet<AbortSignal>();

/**
 * From here on Ctrl-C lets the command finish what it is at, and end by itself, since half of it would be worse; a second Ctrl-C ends
 * it at once. Whoever pressed it is told so, where the step has a name; the result takes the telling back.
 */
export function finishStep(terminal: Terminal, step?: string): () => void {
  const { signal } = terminal;
  gentle.add(signal);
  const tell = (): void => {
    if (step !== undefined && !(signal.reason instanceof OutputError))
      say(terminal, `Ending after ${step} that is on its way; Ctrl-C again ends at once.`);
  };
  signal.addEventListener('abort', tell);
  return () => signal.removeEventListener('abort', tell);
}

/** Resolves when a command was interrupted that has nothing to finish. */
export async function leftAtOnce({ signal }: Terminal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  if (gentle.has(signal)) await new Promise(() => undefined);
}
