import type { LockOptions, Unlock } from './scheduler-driver.js';

/** One lock for each task, given in the order of asking. */
export class TaskLocks {
  /** Who waits for each lock that is taken. */
  readonly #waiting = new Map<string, Set<() => void>>();

  async lock(task: string, { wait, signal }: LockOptions): Promise<Unlock | undefined> {
    const waiting = this.#waiting.get(task);
    if (!waiting) this.#waiting.set(task, new Set());
    else if (!wait || !(await isMyTurn(waiting, signal))) return undefined;
    let held = true;
    return async () => {
      if (held) this.#pass(task);
      held = false;
    };
  }

  /** Hands the lock to the next one who waits. */
  #pass(task: string): void {
    const waiting = this.#waiting.get(task);
    const [next] = waiting ?? [];
    if (!next) this.#waiting.delete(task);
    else {
      waiting?.delete(next);
      next();
    }
  }
}

function isMyTurn(waiting: Set<() => void>, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const goOn = (): void => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    };
    const giveUp = (): void => {
      waiting.delete(goOn);
      resolve(false);
    };
    waiting.add(goOn);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
