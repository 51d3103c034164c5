import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';

const project = join(__dirname, '..');
const schemas = join(project, '../../../shared/schemas');

it('shows every step and leaves no seat taken', async () => {
  const { output, code } = await tour().done;
  expect(code).toBe(0);
  for (const step of [
    'Discover',
    'Find a customer',
    'Open orders',
    'Create an order',
    'not there',
    'refuses',
    'ended',
  ]) {
    expect(output).toContain(step);
  }
  expect(output).toContain('nothing of type Customer is called NOPE');
  expect(output).toMatch(/CustomerID: .*NOPE.* cannot be found/);
  expect(output.trim().split('\n').at(-1)).toBe('  API seats taken: 0');
});

const documents = ['Default_24.200.001.json', 'Default_22.200.001.json', 'Manufacturing_24.200.001.json'].filter(
  (file) => existsSync(join(schemas, file)),
);
(documents.length > 0 ? it.each(documents) : it.each(['no real document on this machine']))(
  'walks over %s',
  async (file) => {
    if (documents.length === 0) return expect(existsSync(schemas)).toBe(false);
    const { output, code } = await tour('--schema', join(schemas, file)).done;
    expect(code).toBe(0);
    expect(output.trim().split('\n').at(-1)).toBe('  API seats taken: 0');
  },
);

it.each(['SIGINT', 'SIGTERM'] as const)('gives the seat back when %s ends it', async (signal) => {
  const simulator = await startSimulator({ latencyMs: 20 });
  try {
    const { child, done } = tour('--url', simulator.url);
    await until(() => simulator.requests().some(({ method }) => method === 'PUT'));
    expect(simulator.sessions()).toHaveLength(1);
    child.kill(signal);
    expect((await done).signal).toBe(signal);
    expect(simulator.sessions()).toHaveLength(0);
  } finally {
    await simulator.close();
  }
});

it('takes a path relative to the folder in which npm was called', async () => {
  const { output } = await tourFrom(join(project, '..'), '--schema', 'sample/package.json').done;
  expect(output).not.toContain('ENOENT');
});

it('says what is wrong with a schema file', async () => {
  const { output, code } = await tour('--schema', 'nowhere.json').done;
  expect(code).toBe(1);
  expect(output).toContain('nowhere.json');
});

function tour(...args: string[]) {
  return tourFrom(project, ...args);
}

function tourFrom(folder: string, ...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/tour/main.ts', ...args], { cwd: project, env });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const done = new Promise<{ output: string; code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ output, code, signal }));
  });
  return { child, done };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
}
