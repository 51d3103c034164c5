import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder with a `.env` for a site; `remove()` takes it away. */
export function projectFolder(url?: string): { path: string; envFile: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'acurecord-cli-'));
  const envFile = join(path, '.env');
  if (url !== undefined) {
    const lines = [`URL=${url}`, 'USERNAME=admin', 'PASSWORD=admin-secret', 'TENANT=Company'];
    writeFileSync(envFile, lines.map((line) => `ACUMATICA_${line}\n`).join(''));
  }
  return { path, envFile, remove: () => rmSync(path, { recursive: true, force: true }) };
}
