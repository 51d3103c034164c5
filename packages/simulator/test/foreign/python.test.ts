import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '../../src/index.js';

const guide = join(__dirname, '../../../../docs/testing-with-the-simulator.md');
const hasPython = existsSync(guide) && spawnSync('python3', ['--version']).status === 0;

/** Runs a program with what it needs in `-c`; the lines it prints, or what it complains of. */
async function runPython(program: string): Promise<readonly string[]> {
  const python = spawn('python3', ['-c', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let complaint = '';
  python.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  python.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  await once(python, 'close');
  if (complaint !== '') throw new Error(complaint);
  return out.trimEnd().split('\n');
}

test(
  hasPython
    ? 'the Python program of the guide prints what its comments say'
    : 'there is no Python here, or no guide: its program was not run',
  async () => {
    if (!hasPython) return;
    const program = /```python\n(.*?)```/s.exec(readFileSync(guide, 'utf8'))?.[1] ?? '';
    const promised = [...program.matchAll(/print\(.*\) {2}# (.*)$/gm)].map(([, comment]) => comment);
    expect(promised).toHaveLength(3);
    await using simulator = await startSimulator({ control: true });
    expect(await runPython(program.replace('http://127.0.0.1:8080', simulator.url))).toEqual(promised);
  },
);
