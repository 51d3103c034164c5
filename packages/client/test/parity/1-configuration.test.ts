import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { AcumaticaClient, AcumaticaConfig, AcumaticaConfigError, AcumaticaTimeoutError } from 'acurecord';
import type { Simulator } from '@acurecord/simulator';
import { resolveSettings } from '../../src/configuration/resolve-settings.js';
import { runProgram } from '../support/run-program.js';
import { connectTo, optionsFor, requestsOf, simulated } from '../support/simulated.js';

const SIGN_IN = 'POST /entity/auth/login';
const SIGN_OUT = 'POST /entity/auth/logout';

let sim: Simulator;
let folder: string;
beforeAll(async () => void (sim = await simulated()));
afterAll(() => sim.close());
beforeEach(async () => {
  sim.reset();
  folder = await mkdtemp(join(tmpdir(), 'acurecord-parity-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('base_url', async () => {
  await using client = await connectTo(sim, { baseUrl: `${sim.url}/` });
  expect(await client.testConnection()).toMatchObject({ ok: true });
  await expect(connectTo(sim, { baseUrl: 'ftp://erp' })).rejects.toThrow(AcumaticaConfigError);
});

test('username, password, tenant, branch, locale', async () => {
  await (await connectTo(sim, { branch: 'MAIN', locale: 'en-US' })).close();
  expect(sim.requests()[0]?.body).toMatchObject({ name: 'admin', tenant: 'Company', branch: 'MAIN', locale: 'en-US' });
  const failure: unknown = await AcumaticaClient.connect({ autoLoadEnv: false }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ missing: ['baseUrl', 'username', 'password', 'tenant'] });
  expect((failure as Error).message).toContain('ACUMATICA_USERNAME=');
});

test('persistent_login', async () => {
  const persistent = await connectTo(sim);
  for (let call = 0; call < 3; call += 1) await persistent.customers.getById('ABARTENDE');
  await persistent.close();
  expect(requestsOf(sim).filter((request) => [SIGN_IN, SIGN_OUT].includes(request))).toEqual([SIGN_IN, SIGN_OUT]);

  await using stateless = await connectTo(sim, { persistentLogin: false });
  const before = requestsOf(sim).length;
  await stateless.customers.getById('ABARTENDE');
  await expect(stateless.customers.getById('NOPE')).rejects.toThrow();
  const calls = requestsOf(sim, before).map((request) => request.replace(/ .*\//, ' '));
  expect(calls).toEqual(['POST login', 'GET ABARTENDE', 'POST logout', 'POST login', 'GET NOPE', 'POST logout']);
  expect(sim.sessions()).toHaveLength(0);
});

test('retry_on_idle_logout', async () => {
  await using client = await connectTo(sim);
  sim.advance(60 * 60_000);
  await Promise.all([client.customers.getById('ABARTENDE'), client.customers.getById('TECHCO')]);
  expect(requestsOf(sim).filter((request) => request === SIGN_IN)).toHaveLength(2);

  await using strict = await connectTo(sim, { retryOnIdleLogout: false });
  sim.advance(60 * 60_000);
  await expect(strict.customers.getById('ABARTENDE')).rejects.toMatchObject({ status: 401 });
});

test('verify_ssl', async () => {
  expect((await resolveSettings(optionsFor(sim), here({}))).verifySsl).toBe(true);
  const { stderr } = await runProgram(sim.url, 'close', { ACUMATICA_VERIFY_SSL: 'false' });
  expect(stderr.match(/are not verified/g)).toHaveLength(1);
  expect(process.env['NODE_TLS_REJECT_UNAUTHORIZED']).toBeUndefined();
});

test('endpoint_name, endpoint_version', async () => {
  await using client = await connectTo(sim, { endpointName: 'Default' });
  expect(client.schema).toMatchObject({ endpoint: 'Default', version: '24.200.001' });
  await expect(connectTo(sim, { endpointName: 'Nope' })).rejects.toThrow(/it has Default/);
  await expect(connectTo(sim, { endpointVersion: '1' })).rejects.toThrow(/it has 24\.200\.001/);
});

test('config', async () => {
  const { baseUrl, ...rest } = optionsFor(sim);
  const config = new AcumaticaConfig({ baseUrl, username: 'admin', password: 'admin-secret', tenant: 'Company' });
  await using client = await AcumaticaClient.connect({ config, autoLoadEnv: false });
  expect(client.listServices()).toContain('Customer');
  // Precedence is options, config, environment, .env: what stands nearest to the call wins.
  const settled = await resolveSettings({ config, tenant: 'Nearer' }, here({ ACUMATICA_TENANT: 'Farther' }));
  expect([settled.tenant, settled.username]).toEqual(['Nearer', 'admin']);
  expect(await resolveSettings({ config }, here({ ACUMATICA_TENANT: 'Farther' }))).toMatchObject({ tenant: 'Company' });
  expect(inspect(config.validate())).not.toContain('admin-secret');
  const file = join(folder, 'config.json');
  config.toFile(file, { includePassword: true });
  expect(AcumaticaConfig.fromFile(file)).toEqual(config);
  expect(AcumaticaConfig.fromEnv({ ACUMATICA_TENANT: rest.tenant }).tenant).toBe('Company');
});

test('rate_limit_calls_per_second', async () => {
  expect((await resolveSettings(optionsFor(sim), here({ ACUMATICA_RATE_LIMIT: '0.5' }))).rateLimit).toBeDefined();
  let now = 0;
  // Pauses of the rate limit are over at once, time limits never.
  const clock = {
    now: () => now,
    after: (ms: number, run: () => void) => {
      if (ms < 100_000) queueMicrotask(() => void ((now += ms), run()));
      return () => undefined;
    },
  };
  await using client = await connectTo(sim, { rateLimit: { callsPerSecond: 0.5 }, clock, timeoutMs: 1_000_000 });
  const before = now;
  for (let call = 0; call < 3; call += 1) await client.customers.getById('ABARTENDE');
  expect(now - before).toBeGreaterThanOrEqual(4_000);
});

test('timeout', async () => {
  await using client = await connectTo(sim, { timeout: 0.2, retry: { attempts: 1 } });
  sim.behave([{ path: /Customer|odata|files/, delayMs: 60_000 }]);
  const calls = [
    () => client.customers.getList(),
    () => client.inquiries.list(),
    () => client.customers.getFiles('ABARTENDE'),
  ];
  for (const call of calls) await expect(call()).rejects.toThrow(AcumaticaTimeoutError);
  sim.behave([]);
});

test('cache_methods, cache_ttl_hours, cache_dir, force_rebuild', async () => {
  await (await connectTo(sim, { cacheDir: folder })).close();
  expect(await readdir(folder)).toEqual([]);
  await (await connectTo(sim, { cacheMethods: true, cacheDir: folder })).close();
  await using warm = await connectTo(sim, { cacheMethods: true, cacheDir: folder, cacheTtlHours: 24 });
  expect(warm.getCacheStats()).toMatchObject({ hits: 1, misses: 0 });
  await using forced = await connectTo(sim, { cacheMethods: true, cacheDir: folder, forceRebuild: true });
  expect(forced.getCacheStats()).toMatchObject({ hits: 0, misses: 1 });
  expect(await resolveSettings(optionsFor(sim), here({}))).toMatchObject({
    cacheDir: '~/.acurecord/cache',
    cacheTtlHours: 24,
  });
});

test('env_file, auto_load_env', async () => {
  const deep = join(folder, 'a/b');
  await mkdir(deep, { recursive: true });
  const lines = [
    `ACUMATICA_URL=${sim.url}`,
    'ACUMATICA_USERNAME=admin',
    'ACUMATICA_PASSWORD=admin-secret',
    'ACUMATICA_TENANT=Company',
  ];
  await writeFile(join(folder, '.env'), lines.join('\n'));
  const before = { ...process.env };
  const found = await resolveSettings({}, { ...here({ ACUMATICA_TENANT: 'Real' }), workingDirectory: deep });
  expect(found).toMatchObject({ baseUrl: sim.url, tenant: 'Real' });
  await using client = await AcumaticaClient.connect({ envFile: join(folder, '.env') });
  expect(client.listServices()).toContain('Customer');
  expect(process.env).toEqual(before);
  await expect(AcumaticaClient.connect({ envFile: join(folder, 'none.env') })).rejects.toThrow(/none\.env/);
  await expect(resolveSettings({ autoLoadEnv: false }, { ...here({}), workingDirectory: deep })).rejects.toThrow(
    AcumaticaConfigError,
  );
});

test('environment', async () => {
  const environment = {
    ACUMATICA_URL: sim.url,
    ACUMATICA_CACHE_METHODS: 'yes',
    ACUMATICA_VERIFY_SSL: '0',
    ACUMATICA_TIMEOUT: '30',
  };
  const { baseUrl: _, ...rest } = optionsFor(sim);
  expect(await resolveSettings(rest, here(environment))).toMatchObject({
    baseUrl: sim.url,
    cacheMethods: true,
    verifySsl: false,
    timeoutMs: 30_000,
  });
  const wrong = { ACUMATICA_FORCE_REBUILD: 'maybe', ACUMATICA_CACHE_TTL_HOURS: 'a day' };
  await expect(resolveSettings(rest, here(wrong))).rejects.toThrow(
    /ACUMATICA_CACHE_TTL_HOURS.*ACUMATICA_FORCE_REBUILD/,
  );
});

function here(environment: Record<string, string>) {
  return { environment, workingDirectory: folder, byPassword: true };
}
