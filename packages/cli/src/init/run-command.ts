import { spawn } from 'node:child_process';
import type { Terminal } from '../terminal/terminal.js';

/** Runs a command in the project; what it prints goes to stderr. Resolves to whether it succeeded. */
export async function runCommand({ cwd, env, stderr, signal }: Terminal, line: readonly string[]): Promise<boolean> {
  const [command = '', ...args] = line;
  const isWindows = process.platform === 'win32';
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows,
    signal,
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => stderr.write(text));
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
