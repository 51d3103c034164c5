import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTokenStore, memoryTokenStore, oauth } from '../src/index.js';
import type { TokenStore, Tokens } from '../src/index.js';
import { bundledProgram } from './bundled-program.js';
import { startMiniErp } from './mini-erp.js';
import type { MiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

/** How often all refresh at the same moment; 200 times with `ACURECORD_ROUNDS=200`. */
const ROUNDS = Number(process.env['ACURECORD_ROUNDS'] ?? 4);
jest.setTimeout(60_000 + 5_000 * ROUNDS);

interface Identity extends MiniErp {
  /** Refresh tokens as they were used. */
  readonly used: string[];
  /** The access token that calls are let through with. */
  accepted: string;
  /** Status and body of the next answer of the token endpoint. */
  refusal: readonly [status: number, body: string] | undefined;
}

const LIST = { method: 'GET', path: '/entity/Default/24.200.001/Customer' } as const;
let folder: string;
let file: string;
let identity: Identity;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acurecord-tokens-'));
  file = join(folder, 'tokens.json');
  identity = await startIdentity();
});

afterEach(async () => {
  await identity.close();
  rmSync(folder, { recursive: true });
});

/** An identity server whose refresh tokens work once; its first one is `refresh-0`. */
async function startIdentity(): Promise<Identity> {
  let issued = 0;
  const json = { 'Content-Type': 'application/json' };
  const erp = await startMiniErp((request, response) => {
    if (request.url !== '/identity/connect/token') {
      const allowed = request.headers.authorization === `Bearer ${site.accepted}`;
      return void response.writeHead(allowed ? 200 : 401, json).end(allowed ? '[]' : '');
    }
    const form = new URLSearchParams(request.body.toString());
    const refused = site.refusal;
    site.refusal = undefined;
    if (refused) return void response.writeHead(refused[0]).end(refused[1]);
    site.used.push(form.get('refresh_token') ?? 'password');
    if (form.get('grant_type') === 'refresh_token' && form.get('refresh_token') !== `refresh-${issued}`)
      return void response.writeHead(400, json).end('{"error":"invalid_grant"}');
    issued += 1;
    site.accepted = `access-${issued}`;
    const tokens = { access_token: site.accepted, expires_in: 3600, refresh_token: `refresh-${issued}` };
    response.writeHead(200, json).end(JSON.stringify(tokens));
  });
  const site: Identity = Object.assign(erp, { used: [], accepted: 'none', refusal: undefined });
  return site;
}

const old: Tokens = { accessToken: 'old', expiresAt: 0, refreshToken: 'refresh-0' };

it.each([2, 8])('%i processes that refresh at the same moment make one refresh, and all go on', async (count) => {
  const program = bundledProgram('refreshing-program.ts');
  await fileTokenStore(file).set(old);
  const children = Array.from({ length: count }, () => fork(program.file, [identity.url, file], { execArgv: [] }));
  try {
    await Promise.all(children.map(async (child) => once(child, 'message')));
    for (let round = 1; round <= ROUNDS; round += 1) {
      identity.accepted = 'none';
      expect(await Promise.all(children.map(callBy))).toEqual(Array(count).fill('ok'));
      expect(identity.used).toHaveLength(round);
    }
  } finally {
    for (const child of children) child.kill('SIGKILL');
    program.remove();
  }
});

async function callBy(child: ChildProcess): Promise<unknown> {
  const answered = once(child, 'message') as Promise<[unknown]>;
  child.send('call');
  return (await answered)[0];
}

it('takes over the lock of a process that is gone', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  const held = { id: 'left', pid: gone.pid, process: 'gone', home: homeHere() };
  writeFileSync(`${file}.lock`, JSON.stringify(held));
  const store = fileTokenStore(file);
  expect(await store.withLock?.(async () => 'done')).toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

function homeHere(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

it('lets one at a time hold the lock', async () => {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, async () => fileTokenStore(file).withLock?.(work)));
  expect([most, readdirSync(folder)]).toEqual([1, []]);
});

describe('after invalid_grant', () => {
  /** A store in which another process has put its tokens while the refresh was on its way. */
  function storeOfTwo(theirs: Tokens | undefined): TokenStore {
    const store = memoryTokenStore();
    void store.set({ ...old, refreshToken: 'spent' });
    let reads = 0;
    return {
      ...store,
      get: async () => {
        reads += 1;
        if (reads === 4 && theirs) await store.set(theirs);
        return store.get();
      },
    };
  }

  it('goes on with what somebody else has stored, and leaves it there', async () => {
    const theirs = { accessToken: 'theirs', expiresAt: Date.now() + 3_600_000, refreshToken: 'refresh-0' };
    const tokenStore = storeOfTwo(theirs);
    identity.accepted = 'theirs';
    const erp = openTransport(identity.url, {
      auth: oauth({ grant: 'refresh_token', clientId: 'id@Company', tokenStore }),
    });
    await erp.send(LIST);
    expect(identity.used).toEqual(['spent']);
    expect(await tokenStore.get()).toEqual(theirs);
    await erp.close();
  });

  it('drops what was refused, and says that a person has to allow the application again', async () => {
    const tokenStore = storeOfTwo(undefined);
    const erp = openTransport(identity.url, {
      auth: oauth({ grant: 'refresh_token', clientId: 'id@Company', tokenStore }),
    });
    const failure = await failureOf(erp.send(LIST));
    expect(failure).toMatchObject({ name: 'AcumaticaAuthError', code: 'CONSENT_REQUIRED', status: 400 });
    expect(failure.message).toContain('has to allow the application again');
    expect(await tokenStore.get()).toBeUndefined();
    await erp.close();
  });
});

it('delete drops the tokens that were refused, and no others', async () => {
  for (const store of [memoryTokenStore(), fileTokenStore(file)]) {
    await store.set({ ...old, refreshToken: 'newer' });
    await store.delete(old);
    expect(await store.get()).toMatchObject({ refreshToken: 'newer' });
    await store.delete({ ...old, refreshToken: 'newer' });
    expect(await store.get()).toBeUndefined();
  }
});

describe('a refusal of the token endpoint', () => {
  const kept = async (): Promise<TokenStore> => {
    const store = memoryTokenStore();
    await store.set(old);
    return store;
  };

  it.each([
    [400, '{"error":"invalid_client"}', 'TOKEN_REFUSED'],
    [401, '', 'TOKEN_REFUSED'],
    [403, '<html><title>Forbidden</title></html>', 'TOKEN_REFUSED'],
    [404, 'not here', 'TOKEN_REFUSED'],
    [422, '{}', 'TOKEN_REFUSED'],
    [400, '{"error":"interaction_required"}', 'CONSENT_REQUIRED'],
  ] as const)('by %i with %j says whether consent is needed, and leaves the tokens', async (status, body, code) => {
    const tokenStore = await kept();
    identity.refusal = [status, body];
    const auth = oauth({ grant: 'refresh_token', clientId: 'id@Company', tokenStore });
    const erp = openTransport(identity.url, { auth, retry: { attempts: 1 } });
    expect(await failureOf(erp.send(LIST))).toMatchObject({ name: 'AcumaticaAuthError', code, status });
    expect(await tokenStore.get()).toEqual(old);
    await erp.send(LIST);
    await erp.close();
  });

  it.each([400, 403, 404])('by %i falls back to the password once, where there is one', async (status) => {
    identity.refusal = [status, 'no'];
    const credentials = { username: 'admin', password: 'admin-secret' };
    const auth = oauth({ grant: 'password', clientId: 'id@Company', ...credentials, tokenStore: await kept() });
    const erp = openTransport(identity.url, { auth });
    await erp.send(LIST);
    expect(identity.used).toEqual(['password']);
    await erp.close();
  });

  it.each([429, 500, 502, 503])('by %i passes: it is tried again, and is no refusal', async (status) => {
    const tokenStore = await kept();
    identity.refusal = [status, '{"error":"temporarily_unavailable"}'];
    const auth = oauth({ grant: 'refresh_token', clientId: 'id@Company', tokenStore });
    const erp = openTransport(identity.url, { auth, retry: { attempts: 1 } });
    expect(await failureOf(erp.send(LIST))).not.toMatchObject({ name: 'AcumaticaAuthError' });
    await erp.send(LIST);
    expect(identity.used).toEqual(['refresh-0']);
    await erp.close();
  });
});
