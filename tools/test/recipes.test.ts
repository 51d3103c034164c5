import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { readGuides, root } from './docs/guide.js';
import { writeDemoClasses } from './docs/write-demo-classes.js';

/** The servers of the recipes run, answer, and give their seat back when they are told to end. */

const work = join(root, 'tools/.fences/recipes');
let simulator: Simulator;
let server: ChildProcess | undefined;

beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  simulator = await startSimulator();
});
afterEach(() => void server?.kill('SIGKILL'));
afterAll(() => simulator.close());

it.each([
  ['recipe-express', 'server.ts'],
  ['recipe-nestjs', 'main.ts'],
])('serves, changes and refuses customers as %s says', async (guide, program) => {
  const folder = join(work, guide);
  await writeRecipe(guide, folder);
  const url = await start(folder, program);
  try {
    const customer = `${url}/customers/ABARTENDE`;
    expect(await (await fetch(customer)).json()).toMatchObject({ CustomerName: 'A Bar & Tender' });
    expect(await changeLimit(customer, 12_345)).toMatchObject({ status: 200, body: { CreditLimit: 12_345 } });
    expect(await (await fetch(customer)).json()).toMatchObject({ CreditLimit: 12_345 });
    const refused = { errors: { CreditLimit: [expect.stringContaining('"much" is no value for a Decimal field')] } };
    expect(await changeLimit(customer, 'much')).toMatchObject({ status: 422, body: refused });
    expect((await fetch(`${url}/customers/NOBODY`)).status).toBe(404);
    expect(simulator.sessions()).toHaveLength(1);
  } finally {
    server?.kill('SIGTERM');
  }
  const [code, signal] = (await once(server as ChildProcess, 'exit')) as [number | null, string | null];
  expect([0, 'SIGTERM']).toContain(code ?? signal);
  expect(simulator.sessions()).toHaveLength(0);
});

async function writeRecipe(name: string, folder: string): Promise<void> {
  await writeDemoClasses(join(folder, 'acumatica'));
  mkdirSync(folder, { recursive: true });
  for (const { info, code } of readGuides().find((guide) => guide.name === name)?.fences ?? []) {
    const [, file] = /^file=(\S+)/.exec(info) ?? [];
    if (file !== undefined) writeFileSync(join(folder, file), code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = { experimentalDecorators: name === 'recipe-nestjs' };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions }),
  );
}

/** Starts a server on a free port; resolves when it says where it listens. */
async function start(folder: string, program: string): Promise<string> {
  const settings = { URL: simulator.url, USERNAME: 'admin', PASSWORD: 'admin-secret', TENANT: 'Company' };
  const acumatica = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`ACUMATICA_${name}`, value]));
  const env = { ...process.env, ...acumatica, PORT: '0', TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') };
  const started = spawn(process.execPath, ['--import', 'tsx', program], { cwd: folder, env, stdio: 'pipe' });
  server = started;
  let printed = '';
  started.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  return new Promise((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${printed}`)));
    started.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
      const [, port] = /(?:port: |127\.0\.0\.1:)(\d+)/.exec(printed) ?? [];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
  });
}

async function changeLimit(url: string, CreditLimit: unknown): Promise<{ status: number; body: unknown }> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ CreditLimit }) });
  return { status: response.status, body: await response.json() };
}
