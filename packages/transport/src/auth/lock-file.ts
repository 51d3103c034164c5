import {
  closeSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { AcumaticaTimeoutError } from '@acurecord/errors';

/** A holder says so often that it lives. */
const BEAT_MS = 1_000;
/** A holder that was silent for so long is dead, or stands still. */
const STALE_MS = 10_000;
/** Nobody waits longer. */
const WAIT_MS = 120_000;
const SHORTEST_MS = 10;
const LONGEST_MS = 200;

/** Tells this process from an earlier one with the same number. */
const PROCESS = globalThis.crypto.randomUUID();

/** Who holds a lock. */
interface Holder {
  readonly id: string;
  readonly pid: number;
  readonly process: string;
  /** Where its process number means something: a machine, or a container on it. */
  readonly home: string;
}

/**
 * Runs `work` while it alone holds the lock file. The file of a process that is gone is taken over: at once on the same machine, after some
 * seconds without a sign of life on another one.
 *
 * @throws AcumaticaTimeoutError when somebody holds it for two minutes
 */
export async function withLockFile<R>(file: string, work: () => Promise<R>): Promise<R> {
  const mine: Holder = { id: globalThis.crypto.randomUUID(), pid: process.pid, process: PROCESS, home: home() };
  const handle = await acquire(file, JSON.stringify(mine));
  const beat = setInterval(() => futimesSync(handle, new Date(), new Date()), BEAT_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    closeSync(handle);
    if (holderIn(file)?.id === mine.id) rmSync(file, { force: true });
  }
}

async function acquire(file: string, mine: string): Promise<number> {
  const endsAt = process.uptime() * 1000 + WAIT_MS;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let pauseMs = SHORTEST_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_MS)) {
    const handle = create(file, mine);
    if (handle !== undefined) return handle;
    if (removeDead(file)) continue;
    if (process.uptime() * 1000 > endsAt)
      throw new AcumaticaTimeoutError(`The lock ${file} was not free within ${WAIT_MS / 1000} s.`, {
        timeoutSeconds: WAIT_MS / 1000,
        suggestions: [`Find the program that holds it: the file names its process.`],
      });
    await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
  }
}

/** Makes the file with its content, unless there is one. */
function create(file: string, content: string): number | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // It may be gone again by now. Windows refuses a name that is just being removed in other words.
    if (code === 'EEXIST' || ((code === 'EPERM' || code === 'EBUSY') && isThere(file))) return undefined;
    throw error;
  }
  writeSync(handle, content);
  return handle;
}

/**
 * Removes the lock of a holder that is gone; whether it is worth to try again at once. Only who has made the tombstone of that very holder
 * may do it, and looks again before: between two looks another process may have taken over.
 */
function removeDead(file: string): boolean {
  const holder = holderIn(file);
  if (!isThere(file)) return true;
  if (isAlive(file, holder)) return false;
  const tombstone = `${file}.${holder?.id ?? 'unreadable'}`;
  const handle = create(tombstone, '');
  if (handle === undefined) {
    if (ageOf(tombstone) > STALE_MS) rmSync(tombstone, { force: true });
    return false;
  }
  closeSync(handle);
  if (holderIn(file)?.id === holder?.id && !isAlive(file, holder)) rmSync(file, { force: true });
  rmSync(tombstone, { force: true });
  return true;
}

function isAlive(file: string, holder: Holder | undefined): boolean {
  if (ageOf(file) > STALE_MS) return false;
  // Its holder has made it, and not yet written into it.
  if (holder === undefined) return true;
  if (holder.home !== home()) return true;
  if (holder.pid === process.pid) return holder.process === PROCESS;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holderIn(file: string): Holder | undefined {
  try {
    const { id, pid, process: of, home: at } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const known = typeof id === 'string' && /^[\w-]{1,64}$/.test(id) && Number.isInteger(pid);
    return known ? { id, pid: pid as number, process: String(of), home: String(at) } : undefined;
  } catch {
    return undefined;
  }
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function ageOf(file: string): number {
  const status = statSync(file, { throwIfNoEntry: false });
  return status ? Date.now() - status.mtimeMs : 0;
}

/** Containers on one machine may have the same name, and each counts its processes from 1. */
function home(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
