import { Agent, createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startSimulator } from '@acurecord/simulator';
import { fetch as undiciFetch } from 'undici';
import { createTransport } from '../src/index.js';
import type { FetchLike } from '../src/index.js';
import { cert, key } from './loopback-certificate.js';
import { startMiniErp } from './mini-erp.js';
import { failureOf, openTransport, overBuiltInFetch, quick } from './open-transport.js';

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

  it('goes through the proxy of HTTPS_PROXY, except where NO_PROXY says otherwise', async () => {
    const tunnels: string[] = [];
    const proxy = await startProxy(tunnels);
    const erp = await startMiniErp();
    const { port } = proxy.address() as AddressInfo;
    try {
      process.env['HTTP_PROXY'] = `http://127.0.0.1:${port}`;
      const through = openTransport(erp.url);
      expect((await through.send(LIST)).status).toBe(200);
      await through.close();
      expect(new Set(tunnels)).toEqual(new Set([new URL(erp.url).host]));
      const count = tunnels.length;
      process.env['NO_PROXY'] = '127.0.0.1';
      const around = openTransport(erp.url);
      expect((await around.send(LIST)).status).toBe(200);
      await around.close();
      expect(tunnels).toHaveLength(count);
      expect(erp.seats.size).toBe(0);
    } finally {
      delete process.env['HTTP_PROXY'];
      delete process.env['NO_PROXY'];
      proxy.closeAllConnections();
      proxy.close();
      await erp.close();
    }
  });
}

async function startProxy(tunnels: string[]): Promise<Server> {
  const sockets = new Set<Socket>();
  const proxy = createServer();
  proxy.on('connect', ({ url = '' }: { url?: string }, client: Socket) => {
    tunnels.push(url);
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}
