import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../project/cache-folder.js';
import { readIfThere, writePrivate } from '../project/env-file.js';
import type { Terminal } from '../terminal/terminal.js';

/** Answers of an `init` that did not come to its end; never a password. */
export interface KeptAnswers {
  readonly url?: string;
  readonly username?: string;
  readonly tenant?: string;
  readonly endpoint?: string;
  readonly entities?: string;
}

/** Where they are kept: outside the project, so that nobody commits them. */
function fileOf(terminal: Terminal): string {
  const key = createHash('sha256').update(terminal.cwd).digest('hex').slice(0, 16);
  return join(cacheFolder(terminal), `init-${key}.json`);
}

/** What was answered the last time in this folder. */
export async function readAnswers(terminal: Terminal): Promise<KeptAnswers> {
  try {
    const value: unknown = JSON.parse(await readIfThere(fileOf(terminal)));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Keeps answers for the next time. */
export async function keepAnswers(terminal: Terminal, answers: KeptAnswers): Promise<void> {
  const file = fileOf(terminal);
  await mkdir(dirname(file), { recursive: true });
  await writePrivate(file, JSON.stringify(answers));
}

/** Forgets them: the project has them now. */
export async function forgetAnswers(terminal: Terminal): Promise<void> {
  await rm(fileOf(terminal), { force: true });
}
