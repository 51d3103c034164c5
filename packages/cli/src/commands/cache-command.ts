import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diskStore } from 'acurecord';
import type { Command } from 'commander';
import { addCommonOptions } from '../connection/connection-options.js';
import { EXIT } from '../exit-code.js';
import { cacheFolder } from '../project/cache-folder.js';
import { put } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options {
  readonly cacheDir?: string;
  readonly json?: boolean;
}

/** `acurecord cache`: what is kept on disk. */
export function addCacheCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const cache = program.command('cache').description('look at the descriptions that are kept on disk, or clear them');
  const stats = cache.command('stats').description('how much is kept, and how old it is');
  const clear = cache.command('clear').description('forget it; other files in the folder stay');
  const examples = '\nExamples:\n  acurecord cache stats\n  acurecord cache clear --cache-dir .cache/acurecord';
  for (const command of [stats, clear]) {
    addCommonOptions(
      command.option('--cache-dir <folder>', 'ACUMATICA_CACHE_DIR, ~/.acurecord/cache unless told otherwise'),
    );
    command.addHelpText('after', examples);
  }
  stats.action(async (options: Options) => {
    await print(terminal, options, await statsOf(cacheFolder(terminal, options.cacheDir)));
    finish(EXIT.ok);
  });
  clear.action(async (options: Options) => {
    const folder = cacheFolder(terminal, options.cacheDir);
    const before = await statsOf(folder);
    await diskStore({ directory: folder }).clear();
    await print(terminal, options, { folder, cleared: before.files, bytes: before.bytes });
    finish(EXIT.ok);
  });
}

interface CacheFolderStats {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly newest: string | null;
  readonly oldest: string | null;
}

async function statsOf(folder: string): Promise<CacheFolderStats> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ours = names.filter((name) => /^acurecord-[0-9a-f]+\.json$/.test(name));
  const files = await Promise.all(ours.map((name) => stat(join(folder, name))));
  const times = files.map(({ mtime }) => mtime.toISOString()).sort();
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { folder, files: files.length, bytes, newest: times.at(-1) ?? null, oldest: times[0] ?? null };
}

async function print(terminal: Terminal, { json }: Options, values: object): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `${name.padEnd(8)} ${String(value ?? '–')}`);
  await put(terminal, json === true ? `${JSON.stringify(values, null, 2)}\n` : `${lines.join('\n')}\n`);
}
