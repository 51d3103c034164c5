import { createHash, createPublicKey, verify } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { application, authorize, token } from '../support/application.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ applications: [{ ...application, clientSecret: 'a+b%2F:c' }] });
});
afterAll(() => simulator.close());

type Members = Readonly<Record<string, unknown>>;
const { clientId } = application;
const get = async (path: string): Promise<Members> => (await rawRequest(simulator.url, 'GET', path)).json as Members;
const decoded = (part = ''): Members => JSON.parse(Buffer.from(part, 'base64url').toString()) as Members;

/** What OpenID libraries do with an id token: the key by its name from the published set, then the signature. */
async function claimsOf(jwt: string): Promise<Members> {
  const [head, claims, signature = ''] = jwt.split('.');
  const { jwks_uri: uri } = await get('/identity/.well-known/openid-configuration');
  const { keys } = (await get(new URL(String(uri)).pathname)) as unknown as { keys: (JsonWebKey & { kid: string })[] };
  const { alg, kid } = decoded(head);
  expect(alg).toBe('RS256');
  const key = keys.find((other) => other.kid === kid);
  if (key === undefined) throw new Error('The key of the token is not published.');
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const isGood = verify(
    'RSA-SHA256',
    Buffer.from(`${head ?? ''}.${claims ?? ''}`),
    publicKey,
    Buffer.from(signature, 'base64url'),
  );
  expect(isGood).toBe(true);
  return decoded(claims);
}

const halfHash = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

/** Sends id and secret in a Basic header, spelt one way or the other. */
const byHeader = (name: string, secret: string): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'POST', '/identity/connect/token', {
    body: 'grant_type=password&username=admin&password=admin-secret&scope=api',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      Authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`,
    },
  });

describe('a caller that', () => {
  it('knows OpenID finds in the discovery document all that must be in one', async () => {
    expect(await get('/identity/.well-known/openid-configuration')).toMatchObject({
      issuer: `${simulator.url}/identity`,
      jwks_uri: `${simulator.url}/identity/.well-known/jwks`,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });

  it('checks the id token it got for a code finds its signature good and its own nonce in it', async () => {
    const back = await authorize(simulator.url, { nonce: 'n-1' });
    const code = new URL(back.headers.location ?? '').searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri: 'http://localhost:1/back' };
    const answer = await token(simulator.url, { ...form, client_secret: 'a+b%2F:c' });
    const { id_token: jwt, access_token: access } = answer.json as Record<string, string>;
    expect(await claimsOf(jwt ?? '')).toMatchObject({
      iss: `${simulator.url}/identity`,
      aud: clientId,
      sub: 'admin',
      nonce: 'n-1',
      at_hash: halfHash(access ?? ''),
    });
  });

  it('is a browser is shown a form that goes back to the address it came from', async () => {
    const asked = { client_id: clientId, redirect_uri: 'http://localhost:1/back', response_type: 'code' };
    const path = `/identity/connect/authorize?${new URLSearchParams(asked).toString()}`;
    const page = await rawRequest(simulator.url, 'GET', path);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('<form method="post">');
    const fields = [...page.text.matchAll(/<input name="(\w+)"/g)].map(([, name]) => name);
    expect(fields).toEqual(['name', 'password']);
  });

  it('asks for code, id token and access token at once finds them bound to each other', async () => {
    const back = await authorize(simulator.url, { response_type: 'code id_token token', nonce: 'n-2' });
    const given = new URLSearchParams(new URL(back.headers.location ?? '').hash.slice(1));
    expect(await claimsOf(given.get('id_token') ?? '')).toMatchObject({
      nonce: 'n-2',
      c_hash: halfHash(given.get('code') ?? ''),
      at_hash: halfHash(given.get('access_token') ?? ''),
    });
  });

  it('keeps the keys it fetched can go on with them after a reset', async () => {
    const before = await get('/identity/.well-known/jwks');
    simulator.reset();
    expect(await get('/identity/.well-known/jwks')).toEqual(before);
  });

  it('sends id and secret form-encoded in a Basic header, as OAuth asks for, gets its token', async () => {
    expect((await byHeader(encodeURIComponent(clientId), encodeURIComponent('a+b%2F:c'))).status).toBe(200);
  });

  it('sends them in a Basic header as they are gets its token as well', async () => {
    expect((await byHeader(clientId, 'a+b%2F:c')).status).toBe(200);
  });

  it.each(['a b/:c', '', 'a+b%2F'])('sends %j for its secret gets none', async (secret) => {
    const answer = await byHeader(clientId, secret);
    expect([answer.status, answer.json]).toEqual([400, { error: 'invalid_client' }]);
  });
});
