import { Agent } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startSimulator } from '@acurecord/simulator';
import { fetch as undiciFetch } from 'undici';
import { createTransport } from '../src/index.js';
import type { FetchLike } from '../src/index.js';
import { cert, key } from './loopback-certificate.js';
import { startMiniErp } from './mini-erp.js';
import { failureOf, openTransport, overBuiltInFetch, quick } from './open-transport.js';
import { startProxy } from './start-proxy.js';

/** Its own types would bring the browser's globals along. */
const crossFetch = jest.requireActual<FetchLike>('cross-fetch');
const LIST = { method: 'GET', path: '/entity/Default/24.200.001/Customer', query: { $top: 1 } } as const;

it.each([
  ['undici', undiciFetch],
  ['cross-fetch itself', crossFetch],
  ['a function around another fetch', (url: string, init?: object) => fetch(url, init)],
])('goes over %s', async (_name, fetch) => {
  const sim = await startSimulator();
  const erp = openTransport(sim.url, { fetch });
  const { body } = await erp.send(LIST);
  expect(body).toHaveLength(1);
  await erp.upload('/entity/Default/24.200.001/Customer/ABARTENDE/files/a.txt', [Buffer.from('a'), Buffer.from('b')]);
  await erp.close();
  expect(sim.sessions()).toHaveLength(0);
  await sim.close();
});

it('reads gzip, deflate and plain answers', async () => {
  const erp = await startMiniErp((request, response) => {
    expect(request.headers['accept-encoding']).toContain('gzip');
    response
      .writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' })
      .end(gzipSync('[{"a":"ä"}]'));
  });
  const transport = openTransport(erp.url);
  expect((await transport.send(LIST)).body).toEqual([{ a: 'ä' }]);
  await transport.close();
  await erp.close();
});

it('lets the caller parse JSON, and give up while it waits', async () => {
  const erp = await startMiniErp(
    (request, response) => void (request.url?.endsWith('/slow') ? undefined : response.end('[1.000]')),
  );
  const transport = openTransport(erp.url);
  expect((await transport.send({ ...LIST, parseJson: (text) => text })).body).toBe('[1.000]');
  const abort = new AbortController();
  const waiting = failureOf(transport.send({ method: 'GET', path: '/slow', signal: abort.signal }));
  setTimeout(() => abort.abort(new Error('no longer wanted')), 20);
  expect((await waiting).message).toBe('no longer wanted');
  expect(await failureOf(transport.send({ ...LIST, signal: abort.signal }))).toMatchObject({
    message: 'no longer wanted',
  });
  await transport.close();
  await erp.close();
});

it('says of a server that speaks no TLS what it speaks, and quotes no source code of OpenSSL', async () => {
  const erp = await startMiniErp();
  const transport = openTransport(erp.url.replace('http:', 'https:'), { retry: { attempts: 1 } });
  const failure = await failureOf(transport.send(LIST));
  expect(failure.message).toMatch(
    overBuiltInFetch ? /^Sign-in got no whole answer/ : /: TLS failed, wrong version number\.$/,
  );
  expect(failure.message).not.toContain('.c:');
  expect(failure).toMatchObject({ suggestions: [expect.stringContaining('speaks http')] });
  await transport.close();
  await erp.close();
});

// Another fetch brings its own connections, certificates and proxies.
if (overBuiltInFetch) {
  it.each([{ ca: 'x' }, { verifySsl: false }])('refuses %o beside a fetch, which it could not reach into', (option) => {
    expect(() => createTransport(quick('https://erp', option))).toThrow('set them there');
  });
} else {
  describe('certificates', () => {
    it('are verified, unless they are trusted by ca or not verified at all for this transport', async () => {
      const sim = await startSimulator({ tls: { key, cert } });
      const strict = openTransport(sim.url);
      const trusting = openTransport(sim.url, { ca: cert });
      const blind = openTransport(sim.url, { verifySsl: false });
      const failure = await failureOf(strict.send(LIST));
      expect(failure).toMatchObject({ name: 'AcumaticaConnectionError', context: { sent: false } });
      expect((await trusting.send(LIST)).status).toBe(200);
      expect((await blind.send(LIST)).status).toBe(200);
      expect((await failureOf(strict.send(LIST))).name).toBe('AcumaticaConnectionError');
      for (const transport of [strict, trusting, blind]) await transport.close();
      expect(sim.sessions()).toHaveLength(0);
      await sim.close();
    });
  });

  it('uses the agent it is given and leaves it open', async () => {
    const erp = await startMiniErp();
    const agent = new Agent({ keepAlive: true });
    const transport = openTransport(erp.url, { agent });
    await transport.send(LIST);
    await transport.close();
    expect(Object.keys(agent.freeSockets)).toHaveLength(1);
    agent.destroy();
    await erp.close();
  });

  describe('a proxy', () => {
    const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
    const opened: (() => unknown)[] = [];
    const throughProxy = async (answer?: string) => {
      const proxy = await startProxy(answer);
      opened.push(() => proxy.close());
      process.env['HTTP_PROXY'] = process.env['HTTPS_PROXY'] = `http://someone:s3%20cret@${proxy.host}`;
      return proxy;
    };
    const failureThrough = async (url: string, more: object = {}) => {
      const transport = openTransport(url, { retry: { attempts: 1 }, ...more });
      const failure = await failureOf(transport.send(LIST));
      await transport.close();
      expect(JSON.stringify(failure)).not.toContain('cret');
      return failure;
    };

    afterEach(async () => {
      for (const name of variables) delete process.env[name];
      for (const close of opened.splice(0)) await close();
    });

    it('of HTTPS_PROXY is used, except where NO_PROXY says otherwise', async () => {
      const { tunnels } = await throughProxy();
      const erp = await startMiniErp();
      opened.push(() => erp.close());
      const through = openTransport(erp.url);
      expect((await through.send(LIST)).status).toBe(200);
      expect((await through.send(LIST)).status).toBe(200);
      await through.close();
      const host = new URL(erp.url).host;
      const known = `Basic ${Buffer.from('someone:s3 cret').toString('base64')}`;
      expect(tunnels).toEqual([{ host, known }]); // one connection, kept alive
      process.env['NO_PROXY'] = '127.0.0.1';
      const around = openTransport(erp.url);
      expect((await around.send(LIST)).status).toBe(200);
      await around.close();
      expect(tunnels).toHaveLength(1);
      expect(erp.seats.size).toBe(0);
    });

    it('leads to sites with TLS, whose certificates are verified as without it', async () => {
      const { tunnels } = await throughProxy();
      const sim = await startSimulator({ tls: { key, cert } });
      opened.push(() => sim.close());
      expect(await failureThrough(sim.url)).toMatchObject({ context: { sent: false } });
      for (const options of [{ ca: cert }, { verifySsl: false }]) {
        const transport = openTransport(sim.url, options);
        expect((await transport.send(LIST)).status).toBe(200);
        await transport.close();
      }
      expect(tunnels.length).toBeGreaterThan(2);
      expect(sim.sessions()).toHaveLength(0);
    });

    it.each([
      ['HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'wants another user or password (407)'],
      ['HTTP/1.1 403 Forbidden\r\n\r\n', 'refused a way to erp.example.com:80 (403)'],
      ['hello', 'made no way to erp.example.com:80: Parse Error'],
    ])('that answers %j is named, and nothing was sent', async (answer, said) => {
      const { host } = await throughProxy(answer);
      const failure = await failureThrough('http://erp.example.com');
      expect(failure).toMatchObject({ code: 'CONNECTION', context: { sent: false } });
      expect(failure.message).toContain(`the proxy ${host} ${said}`);
      expect(failure).toMatchObject({ suggestions: [expect.stringContaining('NO_PROXY')] });
    });

    it('that is silent holds nothing open once the time is over', async () => {
      const proxy = await throughProxy('');
      const failure = await failureThrough('http://erp.example.com', { timeoutMs: 100 });
      expect(failure).toMatchObject({ code: 'TIMEOUT', context: { sent: false } });
      await proxy.allClosed;
    });

    it.each(['socks5://127.0.0.1:1080', 'http://no such host'])(
      'like %s is refused before anything is sent',
      async (bad) => {
        process.env['HTTP_PROXY'] = bad;
        expect(await failureThrough('http://erp.example.com')).toMatchObject({ name: 'AcumaticaConfigError' });
      },
    );
  });
}
