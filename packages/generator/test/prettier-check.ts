import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { outputFolder } from './output-folder.js';

const prettier = join(__dirname, '../../../node_modules/prettier/bin/prettier.cjs');
const style = ['--no-config', '--single-quote', '--print-width=120', '--log-level=warn'];

/** What prettier says of files that are not formatted as it would; nothing when all are. */
export function prettierCheck(files: ReadonlyMap<string, string>): string {
  const folder = outputFolder(files);
  try {
    execFileSync(process.execPath, [prettier, '--check', ...style, folder.path], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  } finally {
    folder.remove();
  }
}
