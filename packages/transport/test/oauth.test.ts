import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorizationUrl, bearerToken, createPkce, fileTokenStore, memoryTokenStore, oauth } from '../src/index.js';
import type { OAuthOptions, TokenStore, Tokens, Transport, TransportOptions } from '../src/index.js';
import { createHash } from 'node:crypto';
import { ManualClock } from './manual-clock.js';
import { startMiniErp } from './mini-erp.js';
import type { MiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

const HOUR_MS = 3_600_000;
const PASSWORD_GRANT: OAuthOptions = {
  grant: 'password',
  clientId: 'id@Company',
  clientSecret: 'client-secret',
  username: 'admin',
  password: 'admin-secret',
};

/** An identity server whose refresh tokens work once, and an API that takes its last access token. */
interface Identity extends MiniErp {
  readonly forms: Record<string, string>[];
  /** Status of the next token requests. */
  fail: number[];
  accepted: string;
}

let folder: string;
let identity: Identity;
const open: Transport[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acurecord-'));
  identity = await startIdentity();
});

afterEach(async () => {
  for (const transport of open.splice(0)) await transport.close();
  await identity.close();
  await rm(folder, { recursive: true });
});

function transport(auth: TransportOptions['auth'], changes: Partial<TransportOptions> = {}): Transport {
  const made = openTransport(identity.url, { auth, ...changes });
  open.push(made);
  return made;
}

const call = (erp: Transport): Promise<unknown> =>
  erp.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer' });
const grants = (): unknown[] => identity.forms.map((form) => form['grant_type']);

it('gets a token by password once, for all calls', async () => {
  const erp = transport(oauth(PASSWORD_GRANT));
  await Promise.all([call(erp), call(erp), call(erp)]);
  expect(identity.forms).toEqual([
    {
      grant_type: 'password',
      client_id: 'id@Company',
      client_secret: 'client-secret',
      username: 'admin',
      password: 'admin-secret',
      scope: 'api offline_access',
    },
  ]);
});

it('exchanges a code with its PKCE verifier, once', async () => {
  const { codeVerifier } = createPkce();
  const tokenStore = memoryTokenStore();
  const auth = oauth({
    grant: 'authorization_code',
    clientId: 'id@Company',
    code: 'the-code',
    redirectUri: 'http://localhost/back',
    codeVerifier,
    tokenStore,
  });
  const erp = transport(auth);
  await call(erp);
  expect(identity.forms[0]).toEqual({
    grant_type: 'authorization_code',
    client_id: 'id@Company',
    code: 'the-code',
    redirect_uri: 'http://localhost/back',
    code_verifier: codeVerifier,
  });
  await tokenStore.delete();
  identity.accepted = 'none';
  expect(await failureOf(call(erp))).toMatchObject({
    name: 'AcumaticaAuthError',
    message: expect.stringContaining('used already') as string,
  });
});

it('makes the address and the challenge for the page on which a person says yes', () => {
  const { codeVerifier, codeChallenge } = createPkce();
  expect(createHash('sha256').update(codeVerifier).digest('base64url')).toBe(codeChallenge);
  expect(codeVerifier).toMatch(/^[\w-]{43}$/);
  const url = new URL(
    authorizationUrl({
      baseUrl: 'https://erp/Site/',
      clientId: 'id@T',
      redirectUri: 'http://localhost/back?a=1',
      state: 's&t',
      codeChallenge,
    }),
  );
  expect(url.origin + url.pathname).toBe('https://erp/Site/identity/connect/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'id@T',
    redirect_uri: 'http://localhost/back?a=1',
    scope: 'api offline_access',
    state: 's&t',
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  });
});

it('refreshes 60 seconds early, once for all calls, and stores the new refresh token before it is used', async () => {
  const clock = new ManualClock();
  const order: string[] = [];
  const inner = memoryTokenStore();
  const tokenStore: TokenStore = {
    ...inner,
    set: async (tokens) => (await inner.set(tokens), void order.push(`stored ${tokens.refreshToken}`)),
  };
  const erp = transport(oauth({ ...PASSWORD_GRANT, tokenStore }), {
    clock,
    hooks: { onRequest: ({ method }) => void (method === 'GET' && order.push('call')) },
  });
  await call(erp);
  await clock.advance(HOUR_MS - 60_001);
  await call(erp);
  expect(grants()).toEqual(['password']);
  await clock.advance(2);
  await Promise.all([call(erp), call(erp)]);
  expect(grants()).toEqual(['password', 'refresh_token']);
  expect(order).toEqual(['stored refresh-1', 'call', 'call', 'stored refresh-2', 'call', 'call']);
});

it('refreshes after a 401 and sends the call again', async () => {
  const erp = transport(oauth(PASSWORD_GRANT));
  await call(erp);
  identity.accepted = 'another';
  await Promise.all(Array.from({ length: 20 }, () => call(erp)));
  expect(grants()).toEqual(['password', 'refresh_token']);
});

it('goes on with stored tokens after a restart, shared by transports with one refresh', async () => {
  const store = fileTokenStore(join(folder, 'tokens/erp.json'));
  await call(transport(oauth({ ...PASSWORD_GRANT, tokenStore: store })));
  const auth = oauth({ grant: 'refresh_token', clientId: 'id@Company', tokenStore: store });
  await Promise.all([call(transport(auth)), call(transport(auth))]);
  expect(grants()).toEqual(['password']);
  identity.accepted = 'none';
  const [one, two] = [transport(auth), transport(auth)];
  await Promise.all([call(one), call(two)]);
  expect(grants()).toEqual(['password', 'refresh_token']);
});

it('asks for the password again where the refresh token is refused', async () => {
  const tokenStore = memoryTokenStore();
  await tokenStore.set({ accessToken: 'old', expiresAt: 0, refreshToken: 'stolen' });
  await call(transport(oauth({ ...PASSWORD_GRANT, tokenStore })));
  expect(grants()).toEqual(['refresh_token', 'password']);
});

it('takes invalid_grant for refused credentials, and remembers it', async () => {
  const erp = transport(oauth({ grant: 'refresh_token', clientId: 'id@Company', refreshToken: 'unknown' }));
  expect(await failureOf(call(erp))).toMatchObject({ name: 'AcumaticaAuthError', status: 400 });
  await failureOf(call(erp));
  expect(identity.forms).toHaveLength(1);
});

it('does not take a server in trouble for refused credentials', async () => {
  identity.fail = [503, 500, 502];
  const erp = transport(oauth(PASSWORD_GRANT), { retry: { attempts: 1 } });
  for (const status of [503, 500, 502])
    expect(await failureOf(call(erp))).toMatchObject({ name: 'AcumaticaServerError', status });
  await call(erp);
});

it('asks bearerToken for another token after a 401, once', async () => {
  identity.accepted = 'token-2';
  const occasions: string[] = [];
  const erp = transport(bearerToken((occasion) => `token-${occasions.push(occasion)}`));
  await Promise.all([call(erp), call(erp)]);
  expect(occasions).toEqual(['first', 'refused']);
});

it('signs the session of a token out, and asks nothing where there was none', async () => {
  identity.accepted = 'mine';
  const used = transport(bearerToken(() => 'mine'));
  await call(used);
  expect(used.stats().seatsHeld).toBe(1);
  await used.close();
  const unused = transport(bearerToken(() => 'mine'));
  await unused.signIn();
  await unused.close();
  expect(identity.log.filter((line) => line.endsWith('/logout'))).toHaveLength(1);
});

describe('the file store', () => {
  const tokens: Tokens = { accessToken: 'a', expiresAt: 5, refreshToken: 'r' };

  it('keeps tokens in a file that only its owner can read, and leaves nothing else behind', async () => {
    const path = join(folder, 'deep/tokens.json');
    const store = fileTokenStore(path);
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.set({ ...tokens, expiresAt: index })));
    expect(await store.get()).toMatchObject({ accessToken: 'a', refreshToken: 'r' });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deep'))).toEqual(['tokens.json']);
    await store.delete();
    await store.delete();
    expect(await store.get()).toBeUndefined();
  });

  it.each(['', '{"accessToken":', '[]', '{"accessToken":1,"expiresAt":2}', 'null'])(
    'takes %j for no tokens',
    async (text) => {
      const path = join(folder, 'tokens.json');
      await writeFile(path, text);
      expect(await fileTokenStore(path).get()).toBeUndefined();
      await fileTokenStore(path).set(tokens);
      expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(tokens);
    },
  );
});

async function startIdentity(): Promise<Identity> {
  let issued = 0;
  const erp = await startMiniErp((request, response) => {
    const json = { 'Content-Type': 'application/json' };
    if (request.url !== '/identity/connect/token') {
      const allowed = request.headers.authorization === `Bearer ${site.accepted}`;
      return void response
        .writeHead(allowed ? 200 : 401, allowed ? { ...json, 'Set-Cookie': 'ASP.NET_SessionId=b1; path=/' } : {})
        .end(allowed ? '[]' : '');
    }
    const form = Object.fromEntries(new URLSearchParams(request.body.toString()));
    site.forms.push(form);
    const status = site.fail.shift();
    if (status !== undefined) return void response.writeHead(status).end();
    if (form['grant_type'] === 'refresh_token' && form['refresh_token'] !== `refresh-${issued}`)
      return void response
        .writeHead(400, json)
        .end('{"error":"invalid_grant","error_description":"invalid_refresh_token"}');
    issued += 1;
    site.accepted = `access-${issued}`;
    response.writeHead(200, json).end(
      JSON.stringify({
        access_token: site.accepted,
        expires_in: 3600,
        token_type: 'Bearer',
        refresh_token: `refresh-${issued}`,
      }),
    );
  });
  const site: Identity = Object.assign(erp, { forms: [], fail: [], accepted: 'none' });
  return site;
}
