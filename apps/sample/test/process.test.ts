import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { ask } from './support/ask.js';
import { until } from './support/until.js';
import { writing } from './support/use-desk.js';

const project = join(__dirname, '..');
const patience = 60_000;

/** A desk in a process of its own, on an ERP that outlives it. */
async function openProcess(
  simulator: Simulator,
  more: Record<string, string> = {},
  args: string[] = ['--port', '0'],
  { shell = false } = {},
) {
  const env = {
    ...process.env,
    ACUMATICA_URL: simulator.url,
    ACUMATICA_USERNAME: 'admin',
    ACUMATICA_PASSWORD: 'admin-secret',
    ACUMATICA_TENANT: 'Company',
    INIT_CWD: project,
    ...more,
  };
  const command = [process.execPath, '--import', 'tsx', 'src/main.ts', ...args];
  // With a command behind it the shell stays, as npm's does.
  const [program = '', ...rest] = shell ? ['sh', '-c', `${command.join(' ')}; exit $?`] : command;
  const child = spawn(program, rest, { cwd: project, env });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  let url: string | undefined;
  while (!isOver && url === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    url = /http:\S+/.exec(output)?.[0];
  }
  return { child, url: url ?? '', ended };
}

describe.each(['SIGTERM', 'SIGINT'] as const)('a desk that is told to end by %s', (signal) => {
  it(
    'lets visitors finish, gives the seat back and ends well',
    async () => {
      await using simulator = await startSimulator();
      const { child, url, ended } = await openProcess(simulator);
      expect(simulator.sessions()).toHaveLength(1);
      const listening = await fetch(`${url}/api/events`);
      simulator.failNext({ path: '/StockItem', delayMs: 700 });
      const slow = ask<unknown[]>(`${url}/api/stock-items?q=bar`);
      await until(() => simulator.requests().some(({ path }) => path.endsWith('/Customer')));
      await new Promise((resolve) => setTimeout(resolve, 200));
      child.kill(signal);
      expect((await slow).status).toBe(200);
      expect((await ended).code).toBe(0);
      expect(simulator.sessions()).toHaveLength(0);
      await listening.body?.cancel().catch(() => undefined);
    },
    patience,
  );

  it(
    'and told so twice ends at once, and gives the seat back all the same',
    async () => {
      await using simulator = await startSimulator();
      const { child, url, ended } = await openProcess(simulator);
      simulator.failNext({ path: '/StockItem', delayMs: 3_600_000 });
      const stuck = ask(`${url}/api/stock-items?q=bar`).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 300));
      child.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 600));
      child.kill(signal);
      expect((await ended).code).toBe(130);
      expect(simulator.sessions()).toHaveLength(0);
      expect(await stuck).toMatchObject({ code: expect.any(String) as string });
    },
    patience,
  );
});

it(
  'works on the tenant that the environment names, and on no simulator then',
  async () => {
    await using simulator = await startSimulator();
    const { child, url, ended } = await openProcess(simulator, { ORDER_DESK_REQUESTS_PER_MINUTE: '600' });
    const { body } = await ask<Record<string, unknown>>(`${url}/api/session`);
    expect(body).toMatchObject({ mode: 'tenant', host: new URL(simulator.url).host, faults: [] });
    expect((await ask<object>(`${url}/api/health`)).body).toMatchObject({
      requestsPerMinute: 600,
      seats: { inUse: 1, limit: null },
    });
    const fault = await ask(`${url}/api/faults/throttle`, { method: 'POST', headers: writing });
    expect(fault.status).toBe(404);
    child.kill('SIGTERM');
    expect((await ended).output).not.toContain('admin-secret');
  },
  patience,
);

it(
  'ends when the shell in which npm started it is told to end, which tells it nothing',
  async () => {
    await using simulator = await startSimulator();
    const { child, ended } = await openProcess(simulator, { npm_lifecycle_event: 'start' }, ['--port', '0'], {
      shell: true,
    });
    expect(simulator.sessions()).toHaveLength(1);
    child.kill('SIGTERM');
    await ended;
    expect(simulator.sessions()).toHaveLength(0);
  },
  patience,
);

describe('a desk that cannot open', () => {
  it(
    'says why, and takes no seat with it',
    async () => {
      await using simulator = await startSimulator();
      const port = new URL(simulator.url).port;
      const { ended } = await openProcess(simulator, {}, ['--port', port]);
      const { code, output } = await ended;
      expect(code).toBe(1);
      expect(output).toContain('EADDRINUSE');
      expect(simulator.sessions()).toHaveLength(0);
    },
    patience,
  );

  it(
    'says what is missing of the settings of a tenant',
    async () => {
      await using simulator = await startSimulator();
      const { ended } = await openProcess(simulator, { ACUMATICA_PASSWORD: '' });
      const { code, output } = await ended;
      expect(code).toBe(1);
      expect(output).toContain('ACUMATICA_PASSWORD');
    },
    patience,
  );
});
