import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSimulator } from '@acurecord/simulator';
import { readGuides, root } from './docs/guide.js';

/** The server of the guide runs, and a browser signs in at the simulator's page. */

const work = join(root, 'tools/.fences/oauth-web-app');

it('signs a person in by the ERP, and calls it in that name', async () => {
  const redirectUri = `http://localhost:${await freePort()}/callback`;
  const application = { clientId: '7e0e3d5c-0c0f-4c53-9d7b-6d4c0b7b3a10@Company', clientSecret: 'client-secret' };
  const simulator = await startSimulator({
    applications: [{ ...application, redirectUris: [redirectUri], requirePkce: true }],
  });
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const [fence] = readGuides().find(({ name }) => name === 'oauth-web-app')?.fences ?? [];
  writeFileSync(join(work, 'server.ts'), fence?.code ?? '');
  writeFileSync(join(work, 'package.json'), '{ "type": "module" }');
  const server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: work,
    stdio: 'inherit',
    env: {
      PATH: process.env['PATH'],
      TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json'),
      ERP_URL: simulator.url,
      ERP_CLIENT_ID: application.clientId,
      ERP_CLIENT_SECRET: application.clientSecret,
      REDIRECT_URI: redirectUri,
    },
  });
  try {
    const page = await visit(new URL('/', redirectUri).href, 302);
    const authorize = await visit(new URL(page, redirectUri).href, 302);
    const credentials = new URLSearchParams({ name: 'admin', password: 'admin-secret' });
    const allowed = await fetch(authorize, { method: 'POST', body: credentials, redirect: 'manual' });
    const back = allowed.headers.get('location') ?? '';
    expect(await visit(back, 302)).toBe('/ABARTENDE');
    expect(await (await fetch(new URL('/ABARTENDE', redirectUri))).text()).toBe('A Bar & Tender');
    await visit(back, 400); // a state works once
    expect(simulator.sessions().map(({ kind }) => kind)).toEqual(['bearer']);
  } finally {
    server.kill('SIGTERM');
  }
  await once(server, 'exit');
  expect(simulator.sessions()).toEqual([]);
  await simulator.close();
}, 60_000);

/** Where an address leads; the server may need a moment to start. */
async function visit(url: string, status: number): Promise<string> {
  for (;;) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (answer === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    expect([answer.status, answer.status === status ? '' : await answer.text()]).toEqual([status, '']);
    return answer.headers.get('location') ?? '';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
