import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const project = join(__dirname, '..');

it('shows a program that runs as it says', async () => {
  const text = await readFile(join(project, 'README.md'), 'utf8');
  const [, program = ''] = /^```ts\n(.*?)^```/ms.exec(text) ?? [];
  const said = [...program.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, output]) => output);
  expect(said.length).toBeGreaterThan(0);
  // Beside the README, since its imports are meant from there.
  const file = join(project, `.readme-${process.pid}.ts`);
  await writeFile(file, program);
  try {
    expect(await run(file)).toEqual({ code: 0, output: `${said.join('\n')}\n` });
  } finally {
    await rm(file);
  }
});

function run(file: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: project, env: process.env });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
