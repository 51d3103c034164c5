import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { bundledProgram } from './bundled-program.js';
import { cert, key } from './loopback-certificate.js';
import { overBuiltInFetch } from './open-transport.js';
import { startProxy } from './start-proxy.js';

/** Processes that the random tests kill; the whole fifty with `ACURECORD_KILLS=50`. */
const KILLS = Number(process.env['ACURECORD_KILLS'] ?? 6);
jest.setTimeout(60_000 + 5_000 * KILLS);

const program = bundledProgram('ending-program.ts');
afterAll(program.remove);
let sim: Simulator;

beforeEach(async () => {
  sim = await startSimulator({ latencyMs: 3 });
});

afterEach(() => sim.close());

function start(ending: string, more: Record<string, string> = {}, flags: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...flags, program.file, more['SITE'] ?? sim.url, ending], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], ...(overBuiltInFetch ? { BUILT_IN_FETCH: '1' } : {}), ...more },
  });
}

/** How a process ended: its code or its signal, and what it printed as its error. */
async function endOf(child: ChildProcess): Promise<[code: number | null, signal: string | null, stderr: string]> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return [code, signal, stderr];
}

it.each([
  ['runs out of work', 7, ''],
  ['calls process.exit', 3, ''],
  ['throws', 1, 'Error: boom'],
  ['rejects', 1, 'Error: boom'],
])('a process that %s ends with code %i and leaves no seat', async (ending, expected, printed) => {
  const [code, signal, stderr] = await endOf(start(ending));
  expect([code, signal]).toEqual([expected, null]);
  expect(stderr).toContain(printed);
  expect(sim.requests().filter(({ path }) => path.endsWith('/login'))).toHaveLength(2);
  expect(sim.sessions()).toHaveLength(0);
});

if (!overBuiltInFetch) {
  it.each(['http:', 'https:'])('a process that throws behind a proxy leaves no seat, over %s', async (protocol) => {
    const proxy = await startProxy();
    const site = await startSimulator(protocol === 'https:' ? { tls: { key, cert } } : {});
    const folder = mkdtempSync(join(tmpdir(), 'acurecord-ca-'));
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, cert);
    const settings = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: ca, SITE: site.url };
    const [code] = await endOf(start('throws', settings));
    expect(code).toBe(1);
    expect(site.requests().filter(({ path }) => path.endsWith('/login'))).toHaveLength(2);
    expect(site.sessions()).toHaveLength(0);
    expect(proxy.tunnels).toHaveLength(4); // a connection and a sign-out of either transport
    proxy.close();
    rmSync(folder, { recursive: true });
    await site.close();
  });
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a process killed by %s dies of it and leaves no seat',
  async (name) => {
    const child = start('waits for a signal');
    const end = endOf(child);
    await once(child, 'message');
    child.kill(name);
    expect((await end).slice(0, 2)).toEqual([null, name]);
    expect(sim.sessions()).toHaveLength(0);
  },
);

it.each(['has a caller that never ends', 'has a caller that fails to end'])(
  'a process that %s signs out after it was told to end, and in time',
  async (ending) => {
    const child = start(ending);
    const end = endOf(child);
    await once(child, 'message');
    child.kill('SIGTERM');
    const [code, signal, stderr] = await end;
    expect([code, signal]).toEqual([null, 'SIGTERM']);
    const told = stderr.split('\n').filter((line) => line !== '');
    expect(told).toEqual(Array(2).fill('stops its callers within 500, seats: 1'));
    expect(sim.sessions()).toHaveLength(0);
  },
);

it('a process with signal-exit, which is as polite, does not wait for it forever', async () => {
  const child = start('waits beside signal-exit');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGTERM']);
  expect(sim.sessions()).toHaveLength(0);
});

it('a process that handles the signal itself keeps its own way to end, and leaves no seat', async () => {
  const child = start('handles the signal itself');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([5, null]);
  expect(sim.sessions()).toHaveLength(0);
});

it('a process killed while it signs in waits for the answer and leaves no seat', async () => {
  sim.behave([{ path: '/login', delayMs: 300 }]);
  const child = start('is killed while it signs in');
  const end = endOf(child);
  await once(child, 'message');
  while (sim.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGTERM']);
  expect(sim.sessions()).toHaveLength(0);
});

it('a process that is told to end while a long sign-in is under way waits for it as long as exitGraceMs', async () => {
  sim.behave([{ path: '/login', delayMs: 2_500 }]);
  const child = start('is killed while it signs in, with 20 s of grace');
  const end = endOf(child);
  await once(child, 'message');
  while (sim.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGTERM']);
  expect(sim.sessions()).toHaveLength(0);
});

it('a process that is told to end opens no session any more', async () => {
  const child = start('connects and closes without pause by a signal');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGTERM']);
  expect(sim.sessions()).toHaveLength(0);
});

it('a second signal ends a process at once', async () => {
  sim.behave([{ path: '/logout', delayMs: 60_000 }]);
  const child = start('waits for a signal with 60 s of grace');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  while (!sim.requests().some(({ path }) => path.endsWith('/logout')))
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGINT']);
});

it('a process whose own handler listens once keeps its own way to end', async () => {
  const child = start('handles the signal itself once');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([6, null]);
  expect(sim.sessions()).toHaveLength(0);
});

it.each(['calls process.exit', 'waits for a password that never comes'])(
  'a process that %s ends, also where it may start no thread',
  async (ending) => {
    const flags = ['--experimental-permission', '--allow-fs-read=*'];
    const [code, signal, stderr] = await endOf(start(ending, {}, flags));
    expect([code, signal]).toEqual([ending.startsWith('calls') ? 3 : 0, null]);
    expect(stderr).not.toContain('ERR_ACCESS_DENIED');
  },
);

it(`${KILLS} processes killed at random moments by SIGTERM leave no seat`, async () => {
  await killAtRandom('SIGTERM');
  expect(sim.sessions()).toHaveLength(0);
});

it('a process that is told to end while a long sign-in is under way waits for it as long as exitGraceMs', async () => {
  sim.behave([{ path: '/login', delayMs: 2_500 }]);
  const child = start('is killed while it signs in, with 20 s of grace');
  const end = endOf(child);
  await once(child, 'message');
  while (sim.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGTERM']);
  expect(sim.sessions()).toHaveLength(0);
});

it('a process that is told to end opens no session any more', async () => {
  const child = start('connects and closes without pause by a signal');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGTERM']);
  expect(sim.sessions()).toHaveLength(0);
});

it('a second signal ends a process at once', async () => {
  sim.behave([{ path: '/logout', delayMs: 60_000 }]);
  const child = start('waits for a signal with 60 s of grace');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  while (!sim.requests().some(({ path }) => path.endsWith('/logout')))
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect((await end).slice(0, 2)).toEqual([null, 'SIGINT']);
});

it('a process whose own handler listens once keeps its own way to end', async () => {
  const child = start('handles the signal itself once');
  const end = endOf(child);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await end).slice(0, 2)).toEqual([6, null]);
  expect(sim.sessions()).toHaveLength(0);
});

it.each(['calls process.exit', 'waits for a password that never comes'])(
  'a process that %s ends, also where it may start no thread',
  async (ending) => {
    const flags = ['--experimental-permission', '--allow-fs-read=*'];
    const [code, signal, stderr] = await endOf(start(ending, {}, flags));
    expect([code, signal]).toEqual([ending.startsWith('calls') ? 3 : 0, null]);
    expect(stderr).not.toContain('ERR_ACCESS_DENIED');
  },
);

it(`${KILLS} processes killed at random moments by SIGKILL leave at most one seat for each client, which the ERP frees after its session time`, async () => {
  await killAtRandom('SIGKILL');
  expect(sim.sessions().length).toBeLessThanOrEqual(2 * KILLS);
  sim.advance(11 * 60_000);
  expect(sim.sessions()).toHaveLength(0);
});

async function killAtRandom(name: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  for (let left = KILLS; left > 0; left -= 5) {
    await Promise.all(
      Array.from({ length: Math.min(5, left) }, async (_, index) => {
        const child = start('calls without pause');
        const end = endOf(child);
        // From before its first request to the middle of its work.
        if (index % 2 === 0) await once(child, 'message');
        setTimeout(() => child.kill(name), Math.random() * 400);
        expect((await end).slice(0, 2)).toEqual([null, name]);
      }),
    );
  }
}
