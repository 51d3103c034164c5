import { createHash } from 'node:crypto';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { cookiesOf, endpointPath } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { values } from '../support/wire-record.js';
import { application, assertion, authorize, token } from '../support/application.js';

test(
  '§3 an assertion signed by the application stands for its secret',
  withCaller(
    async ({ simulator: { url } }) => {
      const claims = { iss: application.clientId, sub: application.clientId, exp: Date.now() / 1000 + 60 };
      expect((await token(url, { client_assertion: assertion(claims) })).status).toBe(200);
      expect((await token(url, { client_assertion: assertion({ ...claims, exp: 1 }) })).json).toEqual({
        error: 'invalid_client',
      });
      expect((await token(url, { client_assertion: assertion({ ...claims, sub: 'x' }) })).json).toEqual({
        error: 'invalid_client',
      });
      expect((await token(url, { client_assertion: `${assertion(claims)}x` })).json).toEqual({
        error: 'invalid_client',
      });
    },
    { applications: [application] },
  ),
);

test(
  '§3 a browser is sent back with tokens by the implicit flow, with code and id token by the hybrid one',
  withCaller(
    async ({ simulator: { url } }) => {
      const implicit = new URL((await authorize(url, { response_type: 'token id_token' })).headers.location ?? '');
      expect([...new URLSearchParams(implicit.hash.slice(1)).keys()]).toEqual([
        'access_token',
        'token_type',
        'expires_in',
        'scope',
        'id_token',
      ]);
      const hybrid = new URL((await authorize(url, { response_type: 'code id_token' })).headers.location ?? '');
      expect([...new URLSearchParams(hybrid.hash.slice(1)).keys()]).toEqual(['code', 'id_token']);
      expect((await authorize(url, { response_type: 'password' })).json).toEqual({
        error: 'unsupported_response_type',
      });
      expect((await authorize(url, { scope: 'everything' })).json).toEqual({ error: 'invalid_scope' });
    },
    { applications: [application] },
  ),
);

test(
  '§3 an application may be kept to some flows',
  withCaller(
    async ({ simulator: { url } }) => {
      expect((await token(url, { client_secret: 's' })).json).toEqual({ error: 'unauthorized_client' });
      expect((await authorize(url, { response_type: 'token' })).json).toEqual({ error: 'unauthorized_client' });
      expect((await authorize(url, {})).status).toBe(302);
    },
    { applications: [{ ...application, grants: ['authorization_code'] }] },
  ),
);

test(
  '§3 the tenant comes from the id of the application',
  withCaller(
    async ({ simulator }) => {
      const { access_token } = (await token(simulator.url, { client_secret: 's', client_id: 'app@Two' })).json as {
        access_token: string;
      };
      await rawRequest(simulator.url, 'GET', `${endpointPath}/Warehouse`, {
        headers: { Authorization: `Bearer ${access_token}` },
      });
      expect(simulator.sessions().map(({ kind, tenant }) => [kind, tenant])).toContainEqual(['bearer', 'Two']);
    },
    { tenants: ['One', 'Two'], applications: [{ ...application, clientId: 'app@Two' }] },
  ),
);

test(
  '§3 the scopes are api, concurrent access, offline access and those about the user',
  withCaller(
    async ({ simulator: { url } }) => {
      const known = (await rawRequest(url, 'GET', '/identity/.well-known/openid-configuration')).json as {
        scopes_supported: string[];
      };
      expect(known.scopes_supported).toEqual([
        'api',
        'api:concurrent_access',
        'offline_access',
        'openid',
        'profile',
        'email',
        'phone',
      ]);
      const scope = known.scopes_supported.join(' ');
      expect((await token(url, { client_secret: 's', scope })).json).toMatchObject({ scope });
    },
    { applications: [application] },
  ),
);

test(
  '§3 a refresh token that slides lives from its last use',
  withCaller(
    async ({ simulator }) => {
      const refresh = async (refresh_token: unknown): Promise<RawAnswer> =>
        token(simulator.url, { client_secret: 's', grant_type: 'refresh_token', refresh_token: String(refresh_token) });
      let answer = await token(simulator.url, { client_secret: 's', scope: 'api offline_access' });
      for (let use = 0; use < 2; use += 1) {
        simulator.advance(14 * 86_400_000);
        answer = await refresh(values(answer)['refresh_token']);
        expect(answer.status).toBe(200);
      }
      simulator.advance(16 * 86_400_000);
      expect((await refresh(values(answer)['refresh_token'])).json).toMatchObject({ error: 'invalid_grant' });
    },
    { applications: [{ ...application, refreshTokens: { slidingDays: 15 } }] },
  ),
);

test(
  '§3 a token tells who the user is',
  withCaller(
    async ({ simulator }) => {
      const { access_token } = (await token(simulator.url, { client_secret: 's', scope: 'api openid profile' }))
        .json as {
        access_token: string;
      };
      const headers = { Authorization: `Bearer ${access_token}` };
      const answer = await rawRequest(simulator.url, 'GET', '/identity/connect/userinfo', { headers });
      expect([answer.status, answer.text.includes('admin')]).toEqual([200, true]);
    },
    { applications: [application] },
  ),
);

test(
  '§3 a code needs a verifier only if it was asked for with a challenge, and then the right one',
  withCaller(
    async ({ simulator: { url } }) => {
      const redeem = async (challenge: Record<string, string>, form: Record<string, string>): Promise<number> => {
        const back = new URL((await authorize(url, challenge)).headers.location ?? '');
        const code = { grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '' };
        return (await token(url, { client_secret: 's', redirect_uri: 'http://localhost:1/back', ...code, ...form }))
          .status;
      };
      const verifier = 'v'.repeat(43);
      const digest = createHash('sha256').update(verifier).digest('base64url');
      const challenge = { code_challenge: digest, code_challenge_method: 'S256' };
      expect(await redeem({}, {})).toBe(200);
      expect(await redeem(challenge, { code_verifier: verifier })).toBe(200);
      expect(await redeem(challenge, { code_verifier: 'w'.repeat(43) })).toBe(400);
      expect(await redeem(challenge, {})).toBe(400);
    },
    { applications: [application] },
  ),
);

test(
  '§3 a refresh token lives thirty days unless the application says otherwise',
  withCaller(
    async ({ simulator }) => {
      const refresh = async (given: RawAnswer): Promise<RawAnswer> =>
        token(simulator.url, {
          client_secret: 's',
          grant_type: 'refresh_token',
          refresh_token: (given.json as { refresh_token: string }).refresh_token,
        });
      const first = await token(simulator.url, { client_secret: 's', scope: 'api offline_access' });
      simulator.advance(29 * 86_400_000);
      const second = await refresh(first);
      expect(second.status).toBe(200);
      simulator.advance(86_400_000);
      expect((await refresh(second)).json).toEqual({ error: 'invalid_grant' });
    },
    { applications: [application] },
  ),
);

test(
  '§3 each session of api:concurrent_access is signed out by its own cookies',
  withCaller(
    async ({ simulator, caller }) => {
      await caller.signOut();
      const { access_token } = (await token(simulator.url, { client_secret: 's', scope: 'api:concurrent_access' }))
        .json as { access_token: string };
      const send = (method: string, path: string, Cookie?: string): Promise<RawAnswer> => {
        const headers = { Authorization: `Bearer ${access_token}`, ...(Cookie === undefined ? {} : { Cookie }) };
        return rawRequest(simulator.url, method, path, { headers, ...(method === 'POST' ? { body: '' } : {}) });
      };
      const [one, two] = [
        await send('GET', `${endpointPath}/Warehouse`),
        await send('GET', `${endpointPath}/Warehouse`),
      ];
      expect(simulator.sessions()).toHaveLength(2);
      expect((await send('POST', '/entity/auth/logout', cookiesOf(one))).status).toBe(204);
      expect(simulator.sessions()).toHaveLength(1);
      expect((await send('POST', '/entity/auth/logout', cookiesOf(two))).status).toBe(204);
      expect(simulator.sessions()).toHaveLength(0);
    },
    { applications: [application] },
  ),
);
