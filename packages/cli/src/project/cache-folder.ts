import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { AcumaticaConfig } from 'acurecord';
import type { Terminal } from '../terminal/terminal.js';

/** The folder where descriptions are kept: as told, as in ACUMATICA_CACHE_DIR, or the default one. */
export function cacheFolder({ env, cwd }: Terminal, told?: string): string {
  const folder = told ?? AcumaticaConfig.fromEnv(env).cacheDir ?? '~/.acurecord/cache';
  return resolve(cwd, folder.replace(/^~(?=$|[/\\])/, homedir()));
}
