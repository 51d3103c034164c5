import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { AcumaticaConfigError } from '@acurecord/errors';
import { AcumaticaConfig } from '../src/configuration/acumatica-config.js';
import { resolveSettings } from '../src/configuration/resolve-settings.js';
import type { SettingsOptions } from '../src/configuration/resolve-settings.js';

const credentials = { baseUrl: 'https://erp.example.com', username: 'api', password: 'pass-1', tenant: 'Company' };

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'acurecord-config-'))));
afterEach(() => rm(folder, { recursive: true }));

const resolve = (options: SettingsOptions = {}, environment: Record<string, string> = {}, byPassword = true) =>
  resolveSettings(options, { environment, workingDirectory: join(folder, 'a/b'), byPassword });

const failureOf = async (work: Promise<unknown>): Promise<AcumaticaConfigError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AcumaticaConfigError);
  return error as AcumaticaConfigError;
};

test('with nothing but credentials every other setting has its default', async () => {
  expect(await resolve(credentials)).toEqual({
    ...credentials,
    endpointName: 'Default',
    persistentLogin: true,
    retryOnIdleLogout: true,
    verifySsl: true,
    rateLimit: { callsPerSecond: 10 },
    timeoutMs: 60_000,
    cacheMethods: false,
    cacheTtlHours: 24,
    cacheDir: '~/.acurecord/cache',
    forceRebuild: false,
  });
});

test('every variable of the environment is read', async () => {
  const environment = {
    ACUMATICA_URL: 'https://erp.example.com/site/',
    ACUMATICA_USERNAME: 'api',
    ACUMATICA_PASSWORD: ' pass ',
    ACUMATICA_TENANT: 'Company',
    ACUMATICA_BRANCH: 'MAIN',
    ACUMATICA_LOCALE: 'en-US',
    ACUMATICA_ENDPOINT_NAME: 'Custom',
    ACUMATICA_ENDPOINT_VERSION: '0001',
    ACUMATICA_TIMEOUT: '1.5',
    ACUMATICA_RATE_LIMIT: '0.5',
    ACUMATICA_VERIFY_SSL: 'No',
    ACUMATICA_PERSISTENT_LOGIN: '0',
    ACUMATICA_RETRY_ON_IDLE: 'off',
    ACUMATICA_CACHE_METHODS: 'YES',
    ACUMATICA_CACHE_TTL_HOURS: '0',
    ACUMATICA_CACHE_DIR: '/var/cache/acurecord',
    ACUMATICA_FORCE_REBUILD: 'on',
  };
  expect(await resolve({}, environment)).toEqual({
    baseUrl: 'https://erp.example.com/site',
    username: 'api',
    password: ' pass ',
    tenant: 'Company',
    branch: 'MAIN',
    locale: 'en-US',
    endpointName: 'Custom',
    endpointVersion: '0001',
    timeoutMs: 1500,
    rateLimit: { callsPerSecond: 0.5 },
    verifySsl: false,
    persistentLogin: false,
    retryOnIdleLogout: false,
    cacheMethods: true,
    cacheTtlHours: 0,
    cacheDir: '/var/cache/acurecord',
    forceRebuild: true,
  });
});

test('an option wins over the config, that over the environment, that over a .env file', async () => {
  await mkdir(join(folder, 'a/b'), { recursive: true });
  await writeFile(
    join(folder, '.env'),
    'ACUMATICA_PASSWORD="from .env"\nACUMATICA_USERNAME=from-env-file\nACUMATICA_TENANT=T\nACUMATICA_BRANCH=X\n',
  );
  const config = new AcumaticaConfig({ baseUrl: 'http://config', username: 'config' });
  const environment = { ACUMATICA_URL: 'http://env', ACUMATICA_USERNAME: 'env', ACUMATICA_TENANT: 'env' };
  const before = { ...process.env };
  expect(await resolve({ baseUrl: 'http://option', config }, environment)).toMatchObject({
    baseUrl: 'http://option',
    username: 'config',
    tenant: 'env',
    password: 'from .env',
    branch: 'X',
  });
  expect(process.env).toEqual(before);
});

test('a .env file is not looked for when no credentials are missing, or when that is switched off', async () => {
  await writeFile(join(folder, '.env'), 'ACUMATICA_BRANCH=X\nACUMATICA_PASSWORD=p\n');
  expect((await resolve(credentials)).branch).toBeUndefined();
  const { baseUrl, username, tenant } = credentials;
  const failure = await failureOf(resolve({ baseUrl, username, tenant, autoLoadEnv: false }));
  expect(failure.missing).toEqual(['password']);
});

test('a .env file about other things does not end the search', async () => {
  await mkdir(join(folder, 'a/b'), { recursive: true });
  await writeFile(join(folder, 'a/.env'), 'PORT=80\n');
  await writeFile(join(folder, '.env'), 'ACUMATICA_PASSWORD=found\n');
  expect((await resolve({ ...credentials, password: undefined } as never)).password).toBe('found');
});

test('a named .env file is read in any case, and must exist', async () => {
  const envFile = join(folder, 'my.env');
  await writeFile(envFile, 'ACUMATICA_BRANCH=NAMED\nACUMATICA_TENANT=ignored\n');
  expect(await resolve({ ...credentials, envFile })).toMatchObject({ branch: 'NAMED', tenant: 'Company' });
  const failure = await failureOf(resolve({ ...credentials, envFile: join(folder, 'none.env') }));
  expect(failure.message).toContain(join(folder, 'none.env'));
});

test('what is missing is listed by name, with a .env file that would do', async () => {
  const failure = await failureOf(resolve({ username: 'api' }));
  expect(failure.missing).toEqual(['baseUrl', 'password', 'tenant']);
  expect(failure.message).toContain('ACUMATICA_URL=https://erp.example.com/AcumaticaERP');
  expect(failure.message).toContain('ACUMATICA_TENANT=Company');
  expect(failure.message).not.toContain('ACUMATICA_USERNAME');
});

test('another way to sign in needs nothing but the address', async () => {
  expect(await resolve({ baseUrl: 'https://erp.example.com' }, {}, false)).toMatchObject({ timeoutMs: 60_000 });
});

test.each([
  ['ACUMATICA_URL', 'ftp://erp'],
  ['ACUMATICA_URL', 'erp.example.com'],
  ['ACUMATICA_URL', 'https://user:secret@erp.example.com'],
  ['ACUMATICA_URL', 'https://erp.example.com/?a=1'],
  ['ACUMATICA_TIMEOUT', 'soon'],
  ['ACUMATICA_TIMEOUT', '0'],
  ['ACUMATICA_TIMEOUT', '-5'],
  ['ACUMATICA_RATE_LIMIT', 'fast'],
  ['ACUMATICA_RATE_LIMIT', '0'],
  ['ACUMATICA_VERIFY_SSL', 'maybe'],
  ['ACUMATICA_PERSISTENT_LOGIN', '2'],
  ['ACUMATICA_RETRY_ON_IDLE', 'y'],
  ['ACUMATICA_CACHE_METHODS', 'tru'],
  ['ACUMATICA_CACHE_TTL_HOURS', '1d'],
  ['ACUMATICA_FORCE_REBUILD', 'nope'],
])('%s=%s is refused by name and without its value', async (variable, text) => {
  const { message } = await failureOf(resolve(credentials, { [variable]: text }));
  expect(message).toMatch(new RegExp(`the environment is wrong: ${variable} must `));
  expect(message).not.toContain('secret');
});

test('every wrong value is named at once', async () => {
  const { message } = await failureOf(resolve({}, { ACUMATICA_TIMEOUT: 'x', ACUMATICA_VERIFY_SSL: 'x' }));
  expect(message).toMatch(/ACUMATICA_VERIFY_SSL .*ACUMATICA_TIMEOUT/);
});

test('a variable that is set but empty counts as absent', async () => {
  expect((await resolve(credentials, { ACUMATICA_BRANCH: '', ACUMATICA_TIMEOUT: '  ' })).branch).toBeUndefined();
});

test('a timeout may be given in seconds, and must not contradict the one in milliseconds', async () => {
  expect((await resolve({ ...credentials, timeout: 2 })).timeoutMs).toBe(2000);
  expect((await resolve({ ...credentials, timeout: 2, timeoutMs: 2000 })).timeoutMs).toBe(2000);
  await failureOf(resolve({ ...credentials, timeout: 2, timeoutMs: 3000 }));
  await failureOf(resolve({ ...credentials, timeout: Number.NaN }));
});

describe('a config object', () => {
  test('names wrong values and unknown settings with what may have been meant', () => {
    const make = () => new AcumaticaConfig({ timeoutMs: '5', endpoint_version: 1, tennant: 'x' } as never);
    expect(make).toThrow(AcumaticaConfigError);
    expect(make).toThrow(/timeoutMs must be a number.*endpoint_version.*endpointVersion.*tennant .*tenant/);
  });

  test('never shows its password, nor hands it on unasked', () => {
    const config = new AcumaticaConfig({ ...credentials, password: 'very-secret' });
    const views = [
      inspect(config),
      inspect({ config }),
      String(config),
      JSON.stringify(config),
      JSON.stringify({ ...config }),
    ];
    for (const view of views) expect(view).not.toContain('very-secret');
    expect(config.password).toBe('very-secret');
    expect(config.with({ branch: 'MAIN' })).toMatchObject({ branch: 'MAIN', password: 'very-secret' });
  });

  test('comes from the environment', () => {
    expect(AcumaticaConfig.fromEnv({ ACUMATICA_TENANT: 'T', ACUMATICA_TIMEOUT: '3' })).toMatchObject({
      tenant: 'T',
      timeoutMs: 3000,
    });
    expect(() => AcumaticaConfig.fromEnv({ ACUMATICA_TIMEOUT: 'x' })).toThrow('ACUMATICA_TIMEOUT');
  });

  test('goes to a file without the password, and with it when told to, for its owner only', async () => {
    const file = join(folder, 'config.json');
    const config = new AcumaticaConfig({ ...credentials, rateLimit: { callsPerSecond: 2 } });
    await writeFile(file, '', { mode: 0o644 });
    config.toFile(file);
    expect(await readFile(file, 'utf8')).not.toContain('pass-1');
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect(AcumaticaConfig.fromFile(file)).toEqual(config.with({ password: undefined } as never));
    config.toFile(file, { includePassword: true });
    expect(AcumaticaConfig.fromFile(file).password).toBe('pass-1');
  });

  test.each(['{"password":"p4ss", oops}', '[]', '{"timeoutMs":"p4ss"}', '{"tenantt":"p4ss"}'])(
    'a file with %s is refused with its name and without its content',
    async (text) => {
      const file = join(folder, 'config.json');
      await writeFile(file, text);
      const failure = await failureOf((async () => AcumaticaConfig.fromFile(file))());
      expect(failure.message).toContain(file);
      expect(inspect(failure)).not.toContain('p4ss');
    },
  );

  test('is complete or says what is missing', () => {
    const config = new AcumaticaConfig(credentials);
    expect(config.validate()).toBe(config);
    expect(() => new AcumaticaConfig({ tenant: 'T' }).validate()).toThrow(/baseUrl, username, password/);
  });
});
