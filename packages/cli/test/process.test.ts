import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { projectFolder } from './project-folder.js';

/** The command as a process of its own: what signals, pipes and disks do to it cannot be seen from inside. */

const root = join(__dirname, '../../..');
const main = join(__dirname, '../src/main.ts');
const loader = `file://${join(root, 'node_modules/tsx/dist/esm/index.mjs')}`;
const query = ['query', 'Customer', '--select', 'CustomerID', '--page-size', '5', '--ndjson'];

let simulator: Simulator;
let project: ReturnType<typeof projectFolder>;

beforeAll(async () => {
  simulator = await startSimulator({ latencyMs: 100 });
  project = projectFolder(simulator.url);
});

afterEach(() => expect(simulator.sessions()).toHaveLength(0));

afterAll(async () => {
  project.remove();
  await simulator.close();
});

function start(args: readonly string[], stdout: 'pipe' | number = 'pipe'): ChildProcess {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
  const command = ['--import', loader, main, ...args, '--env-file', project.envFile];
  return spawn(process.execPath, command, { cwd: project.path, env, stdio: ['ignore', stdout, 'pipe'] });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, err };
}

it('ends after a whole page at Ctrl-C, gives the seat back and says how to go on', async () => {
  const child = start(query);
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    if (out === '') child.kill('SIGINT');
    out += chunk.toString();
  });
  const { code, err } = await ended(child);
  const rows = out.trim().split('\n').length;
  expect([code, rows % 5]).toEqual([130, 0]);
  expect(err).toContain(
    `Stopped after ${rows} rows, which are written. To go on: the same command with --skip ${rows}.`,
  );
});

it('ends without a word when the reader has seen enough', async () => {
  const child = start(query);
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ended(child)).toEqual({ code: 130, err: '' });
});

it('says that the disk is full, and not that the rows are written', async () => {
  if (!existsSync('/dev/full')) return;
  const full = openSync('/dev/full', 'w');
  const { code, err } = await ended(start(query, full));
  closeSync(full);
  expect([code, err]).toEqual([1, expect.stringMatching(/^Error: The output could not be written: .*ENOSPC/)]);
  expect(err).not.toContain('which are written');
});

describe('Ctrl-C while the ERP takes its time', () => {
  /** Interrupts a command whose answer takes an hour, unless told otherwise. */
  const interrupted = async (args: readonly string[], path: string, method = 'GET', delayMs = 3_600_000) => {
    simulator.reset();
    simulator.failNext({ path, method, delayMs });
    const child = start(args);
    const end = ended(child);
    await until(() => simulator.requests().some((request) => request.path.includes(path) && request.method === method));
    child.kill('SIGINT');
    return end;
  };

  afterEach(() => simulator.reset());

  it.each([
    ['get', ['get', 'Customer', 'ABARTENDE'], '/Customer'],
    ['generate', ['generate', '--out', 'classes'], '/swagger.json'],
    ['files', ['files', 'StockItem', 'BTMAT'], '/StockItem'],
  ])('ends %s at once, and gives the seat back', async (_command, args, path) => {
    const { code, err } = await interrupted(args, path);
    expect([code, err]).toEqual([130, '']);
  });

  it('lets a record be written that is on its way, and says so', async () => {
    const file = join(project.path, 'records.ndjson');
    writeFileSync(file, '{"CustomerID":"ABARTENDE","CreditLimit":1}\n{"CustomerID":"ABARTENDE","CreditLimit":2}\n');
    const { code, err } = await interrupted(['put', 'Customer', '--file', file], '/Customer', 'PUT', 4_000);
    expect(code).toBe(130);
    expect(err).toContain('Ending after the record that is on its way; Ctrl-C again ends at once.');
    expect(err).toContain('Stopped after 1 of 2 records, which are written.');
  });
});

it('ends a download whose reader has seen enough', async () => {
  writeFileSync(join(project.path, 'big.bin'), Buffer.alloc(3_000_000, 'x'));
  expect((await ended(start(['files', 'StockItem', 'BTMAT', '--attach', 'big.bin']))).code).toBe(0);
  const child = start(['files', 'StockItem', 'BTMAT', '--download', 'big.bin', '--to', '-']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ended(child)).toEqual({ code: 130, err: '' });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
