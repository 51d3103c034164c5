import { createHash } from 'node:crypto';
import { startSimulator } from '../../src/index.js';
import type { ConnectedApplication, Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { cookiesOf, endpointPath } from '../support/signed-in.js';

const clientId = '11111111-2222-3333-4444-555555555555@Company';
const application: ConnectedApplication = { clientId, clientSecret: 'app-secret' };

let simulator: Simulator;
const start = async (options: SimulatorOptions = {}, changes: Partial<ConnectedApplication> = {}): Promise<void> => {
  simulator = await startSimulator({ applications: [{ ...application, ...changes }], ...options });
};
afterEach(() => simulator.close());

const post = (path: string, form: Record<string, string>): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'POST', path, {
    body: new URLSearchParams({ client_id: clientId, client_secret: 'app-secret', ...form }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
const token = (form: Record<string, string>): Promise<RawAnswer> => post('/identity/connect/token', form);
const byPassword = (scope: string, changes: Record<string, string> = {}): Promise<RawAnswer> =>
  token({ grant_type: 'password', username: 'admin', password: 'admin-secret', scope, ...changes });
const member = (answer: RawAnswer, name: string): string => (answer.json as Record<string, string>)[name] ?? '';
const list = (accessToken: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'GET', `${endpointPath}/Warehouse`, {
    headers: { Authorization: `Bearer ${accessToken}`, ...headers },
  });

describe('§3 tokens', () => {
  it('come for a password, and a refresh token only with offline_access, an id token with openid', async () => {
    await start();
    const plain = await byPassword('api');
    expect(plain.json).toEqual({
      access_token: expect.any(String) as unknown,
      expires_in: 3600,
      token_type: 'Bearer',
      scope: 'api',
    });
    const offline = await byPassword('api offline_access openid');
    expect(offline.json).toMatchObject({
      refresh_token: expect.any(String) as unknown,
      id_token: expect.any(String) as unknown,
    });
  });

  it.each([
    [
      'a wrong password',
      { password: 'wrong' },
      { error: 'invalid_grant', error_description: 'invalid_username_or_password' },
    ],
    ['a wrong secret', { client_secret: 'wrong' }, { error: 'invalid_client' }],
    ['an unknown scope', { scope: 'everything' }, { error: 'invalid_scope' }],
    ['client credentials', { grant_type: 'client_credentials' }, { error: 'unsupported_grant_type' }],
  ])('do not come for %s', async (_case, changes, error) => {
    await start();
    const answer = await byPassword('api', changes);
    expect([answer.status, answer.json]).toEqual([400, error]);
  });

  it('rotate: a refresh token works once', async () => {
    await start();
    const refresh = member(await byPassword('api offline_access'), 'refresh_token');
    const again = await token({ grant_type: 'refresh_token', refresh_token: refresh });
    expect(again.status).toBe(200);
    expect(member(again, 'refresh_token')).not.toBe(refresh);
    const late = await token({ grant_type: 'refresh_token', refresh_token: refresh });
    expect([late.status, late.json]).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('end: access after an hour, refresh as the application says', async () => {
    await start({ sessionMinutes: 6000 }, { refreshTokens: { absoluteDays: 1 } });
    const first = await byPassword('api offline_access');
    simulator.advance(3600_000);
    expect((await list(member(first, 'access_token'))).status).toBe(401);
    simulator.advance(23 * 3600_000);
    expect((await token({ grant_type: 'refresh_token', refresh_token: member(first, 'refresh_token') })).status).toBe(
      400,
    );
  });

  it('refuse offline_access for an application without refresh tokens', async () => {
    await start({}, { refreshTokens: 'none' });
    expect((await byPassword('api offline_access')).json).toEqual({ error: 'invalid_scope' });
  });

  it('come for a code with its PKCE verifier, once', async () => {
    await start();
    const verifier = 'v'.repeat(43);
    const redirect = 'http://localhost:1/callback';
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirect,
      scope: 'api',
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const signedIn = await post(`/identity/connect/authorize?${query.toString()}`, {
      name: 'admin',
      password: 'admin-secret',
    });
    const back = new URL(signedIn.headers.location ?? '');
    expect([signedIn.status, back.searchParams.get('state')]).toEqual([302, 's']);
    const form = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirect,
    };
    expect((await token({ ...form, code_verifier: verifier })).status).toBe(200);
    expect((await token({ ...form, code_verifier: verifier })).json).toEqual({ error: 'invalid_grant' });
  });
});

describe('§3 sessions of tokens', () => {
  it('are one for the scope api', async () => {
    await start();
    const accessToken = member(await byPassword('api'), 'access_token');
    expect((await list(accessToken)).status).toBe(200);
    expect((await list(accessToken)).status).toBe(200);
    expect(simulator.sessions()).toMatchObject([{ kind: 'bearer', user: 'admin' }]);
  });

  it('are kept by cookies for api:concurrent_access', async () => {
    await start();
    const accessToken = member(await byPassword('api:concurrent_access'), 'access_token');
    const first = await list(accessToken);
    await list(accessToken, { Cookie: cookiesOf(first) });
    expect(simulator.sessions()).toHaveLength(1);
    await list(accessToken);
    expect(simulator.sessions()).toHaveLength(2);
  });

  it('end by sign-out (§2.4), which leaves the token good; revocation leaves the session', async () => {
    await start();
    const accessToken = member(await byPassword('api'), 'access_token');
    await list(accessToken);
    const headers = { Authorization: `Bearer ${accessToken}` };
    const out = await rawRequest(simulator.url, 'POST', '/entity/auth/logout', { body: '', headers });
    expect(out.status).toBe(204);
    expect(simulator.sessions()).toHaveLength(0);
    expect((await list(accessToken)).status).toBe(200);
    await post('/identity/connect/revocation', { token: accessToken });
    expect(simulator.sessions()).toHaveLength(1);
    expect((await list(accessToken)).status).toBe(401);
  });

  it('that find no seat are redirected to the error page by the first call', async () => {
    await start({ limits: { seats: 0 } });
    const answer = await list(member(await byPassword('api'), 'access_token'));
    expect(answer.status).toBe(302);
    expect(decodeURIComponent(answer.headers.location ?? '')).toMatch(
      /^\/Frames\/Error\.aspx\?.*message=.*The number of concurrent API logins .* has been reached\./,
    );
  });

  it('carry out the calls of an api token one after the other', async () => {
    await start({ latencyMs: 1000, sessionMinutes: 600 });
    const tokens = byPassword('api');
    const turns = async (until: () => boolean): Promise<void> => {
      while (!until()) await new Promise((resolve) => setImmediate(resolve));
    };
    let done = 0;
    void tokens.then(() => (done += 1));
    await turns(() => simulator.requests().length === 1);
    await turnsOf(20);
    simulator.advance(1000);
    const accessToken = member(await tokens, 'access_token');
    const calls = [list(accessToken), list(accessToken)].map((call) => call.then(() => (done += 1)));
    await turns(() => simulator.requests().length === 3);
    await turnsOf(20);
    simulator.advance(1000);
    await Promise.race(calls);
    await turnsOf(20);
    expect(done).toBe(2);
    simulator.advance(1000);
    await Promise.all(calls);
    expect(done).toBe(3);
  });
});

const turnsOf = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
