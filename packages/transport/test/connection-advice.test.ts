import { startSimulator } from '@acurecord/simulator';
import { connectionErrorFrom } from '../src/wire/failure.js';
import { cert, key } from './loopback-certificate.js';
import { failureOf, openTransport, overBuiltInFetch } from './open-transport.js';

const adviceFor = (code: string): string =>
  connectionErrorFrom(Object.assign(new Error('x'), { code }), 'GET /entity').suggestions.join(' ');

it.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /\bca\b.*verifySsl/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /\bca\b.*verifySsl/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /\bca\b.*verifySsl/],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /\bca\b.*verifySsl/],
  ['CERT_HAS_EXPIRED', /verifySsl/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /host of baseUrl/],
  ['ENOTFOUND', /host in baseUrl.*HTTPS_PROXY/],
  ['EAI_AGAIN', /host in baseUrl.*HTTPS_PROXY/],
  ['TUNNEL_FAILED', /HTTPS_PROXY.*NO_PROXY/],
  ['ECONNREFUSED', /baseUrl/],
])('after %s names the option that helps', (code, advice) => {
  expect(adviceFor(code)).toMatch(advice);
});

// A fetch of one's own has its certificates to itself.
if (!overBuiltInFetch) {
  it('names ca where a real site has a certificate that is not trusted', async () => {
    const site = await startSimulator({ tls: { key, cert } });
    const transport = openTransport(site.url, { retry: { attempts: 1 } });
    const failure = await failureOf(transport.send({ method: 'GET', path: '/entity' }));
    expect(failure).toMatchObject({ context: { sent: false }, suggestions: [expect.stringMatching(/\bca\b/)] });
    await transport.close();
    await site.close();
  });
}
