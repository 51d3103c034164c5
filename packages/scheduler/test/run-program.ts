import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** Starts one of `test/programs` in a process of its own. */
export function startProgram(name: string, ...args: string[]): ChildProcess {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
  return spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'programs', name), ...args], { cwd: root, env });
}

/** Its exit code and all that it printed. */
export async function runProgram(name: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const program = startProgram(name, ...args);
  let output = '';
  program.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  program.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => program.once('close', resolve));
  return { code, output };
}
