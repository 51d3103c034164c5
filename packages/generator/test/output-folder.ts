import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder with these files; `remove()` takes it away. */
export function outputFolder(
  files: ReadonlyMap<string, string>,
  prefix = 'acurecord-generated-',
): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), prefix));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
