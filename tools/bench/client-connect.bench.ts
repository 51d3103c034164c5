import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '@acurecord/simulator';
import { median, report } from './report.js';

/**
 * What connecting costs a new process, over an empty one, against a simulator in another process that serves the real
 * endpoint document where it is at hand. Needs the built packages.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'packages/client/dist/index.js');
const document = join(root, '../shared/schemas/Default_24.200.001.json');
const ROUNDS = 7;

interface Visit {
  readonly requests: number;
  readonly findMs: number;
  readonly rssMb: number;
}

const visit = (url: string, cacheDir: string): string => `
  import { AcumaticaClient } from ${JSON.stringify(built)};
  const client = await AcumaticaClient.connect({
    baseUrl: ${JSON.stringify(url)}, username: 'admin', password: 'admin-secret', tenant: 'Company',
    autoLoadEnv: false, cacheMethods: true, cacheDir: ${JSON.stringify(cacheDir)}, rateLimit: { callsPerSecond: Infinity },
  });
  const { requests } = client.stats();
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  process.send?.({ requests, rssMb });
  process.once('message', async () => {
    const started = performance.now();
    await client.models.Customer.query().take(1).toArray();
    process.send?.({ findMs: performance.now() - started });
    await client.close();
    process.disconnect();
  });
`;

/** Milliseconds until a new process has run the code and said so, and what it said. */
async function run(code: string): Promise<{ ms: number } & Partial<Visit>> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [said] = (await once(child, 'message')) as [Partial<Visit>];
  const ms = performance.now() - started;
  const exited = once(child, 'exit');
  if (said.requests === undefined) child.disconnect();
  else child.send('go on');
  const more = said.requests === undefined ? {} : ((await once(child, 'message')) as [Partial<Visit>])[0];
  await exited;
  return { ms, ...said, ...more };
}

/** This very program, told to serve. */
async function startServer(): Promise<{ url: string; stop: () => void }> {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), 'serve'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [url] = (await once(server, 'message')) as [string];
  return { url, stop: () => server.disconnect() };
}

async function serve(): Promise<void> {
  const schema: unknown = existsSync(document) ? JSON.parse(readFileSync(document, 'utf8')) : undefined;
  const simulator = await startSimulator(schema === undefined ? {} : { schema });
  process.send?.(simulator.url);
  await once(process, 'disconnect');
  await simulator.close();
}

if (process.argv[2] === 'serve') await serve();
else await measure();

async function measure(): Promise<void> {
  if (!existsSync(built)) throw new Error('Build first: npm run build');
  const { url, stop } = await startServer();
  const times = { empty: [] as number[], cold: [] as number[], warm: [] as number[], find: [] as number[] };
  const memory = { empty: [] as number[], warm: [] as number[] };
  let requests = { cold: 0, warm: 0 };
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      const cacheDir = mkdtempSync(join(tmpdir(), 'acurecord-bench-'));
      const empty = await run('process.send?.({ rssMb: process.memoryUsage.rss() / 2 ** 20 });');
      const cold = await run(visit(url, cacheDir));
      const warm = await run(visit(url, cacheDir));
      rmSync(cacheDir, { recursive: true });
      if (round < 0) continue;
      times.empty.push(empty.ms);
      times.cold.push(cold.ms - empty.ms);
      times.warm.push(warm.ms - empty.ms);
      times.find.push(warm.findMs ?? Number.NaN);
      memory.empty.push(empty.rssMb ?? Number.NaN);
      memory.warm.push((warm.rssMb ?? Number.NaN) - (empty.rssMb ?? Number.NaN));
      requests = { cold: cold.requests ?? Number.NaN, warm: warm.requests ?? Number.NaN };
    }
  } finally {
    stop();
  }

  report({ label: 'an empty process', value: median(times.empty), unit: 'ms' });
  report({
    label: 'cold connect, import included, over an empty process',
    value: median(times.cold),
    unit: 'ms',
    atMost: 250,
  });
  report({ label: 'requests of a cold connect', value: requests.cold, unit: '', atMost: 3 });
  report({
    label: 'warm connect, import included, over an empty process',
    value: median(times.warm),
    unit: 'ms',
    atMost: 60,
  });
  report({ label: 'requests of a warm connect', value: requests.warm, unit: '', atMost: 2 });
  report({ label: 'a first find after a warm connect', value: median(times.find), unit: 'ms', atMost: 10 });
  report({
    label: 'memory after a warm connect, over an empty process',
    value: median(memory.warm),
    unit: 'MB',
    atMost: 40,
  });
}
