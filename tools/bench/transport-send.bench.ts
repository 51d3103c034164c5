import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { createTransport, passwordSignIn } from '@acurecord/transport';
import type { Transport, TransportOptions } from '@acurecord/transport';
import { pairedMs, report } from './report.js';

const CALLS = 200;

/** Many short rounds, so that one pause of the machine does not decide. */
const ROUNDS = 41;
const SITE = '--site';
const PATH = '/entity/Default/24.200.001/Customer';
const BODY = JSON.stringify([{ id: '13582ef4-0000-0000-0000-000000000000', CustomerID: { value: 'ABARTENDE' } }]);

/** A server in a process of its own, so that it does not share the measured thread. */
async function serve(): Promise<void> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.includes('/auth/'))
      response.writeHead(204, { 'Set-Cookie': ['ASP.NET_SessionId=s; path=/'] }).end();
    else
      response.writeHead(200, { 'Content-Type': 'application/json', 'Set-Cookie': ['UserBranch=1; path=/'] }).end(BODY);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.((server.address() as AddressInfo).port);
}

async function measure(): Promise<void> {
  const site = fork(import.meta.filename, [SITE]);
  const [port] = (await once(site, 'message')) as [number];
  const baseUrl = `http://127.0.0.1:${port}`;
  const bare = bareFetch(baseUrl + PATH);
  const auth = passwordSignIn({ username: 'admin', password: 'secret' });
  const plain = { baseUrl, auth, rateLimit: { callsPerSecond: Infinity } };
  const full: TransportOptions = {
    ...plain,
    rateLimit: { callsPerSecond: 1e9, requestsPerMinute: 1e9, maxConcurrent: 100 },
    seatWaitMs: 1000,
    hooks: { onRequest: () => undefined, onResponse: () => undefined, onError: () => undefined },
  };
  for (const [label, options, atMost] of [
    ['transport.send of a small GET / bare cross-fetch with keep-alive', plain, 1.25],
    ['the same with all policies and hooks on', full, 1.35],
  ] as const) {
    const transport = createTransport(options);
    const [base, ours] = await pairedMs(
      () => repeat(bare),
      () => repeat(() => sendOnce(transport)),
      ROUNDS,
    );
    report({ label, value: ours / base, unit: '×', atMost });
    await transport.close();
  }
  site.kill();
}

function bareFetch(url: string): () => Promise<unknown> {
  const fetch = createRequire(import.meta.url)('cross-fetch') as (
    url: string,
    init: object,
  ) => Promise<{ json(): Promise<unknown> }>;
  const agent = new Agent({ keepAlive: true });
  return async () => (await fetch(url, { agent, headers: { Accept: 'application/json' } })).json();
}

async function sendOnce(transport: Transport): Promise<unknown> {
  return (await transport.send({ method: 'GET', path: PATH })).body;
}

async function repeat(call: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < CALLS; index += 1) await call();
}

await (process.argv.includes(SITE) ? serve() : measure());
