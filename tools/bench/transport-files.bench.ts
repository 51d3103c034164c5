import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport, passwordSignIn } from '@acurecord/transport';
import { report } from './report.js';

const SIZE = 256 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const SITE = '--site';
const FILE = '/entity/Default/24.200.001/files/G/V/1/large.bin';

/** A server in a process of its own, so that its memory does not count. */
async function serve(): Promise<void> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'GET') Readable.from(chunks()).pipe(response.writeHead(200, { 'Content-Length': SIZE }));
    else request.on('end', () => response.writeHead(204, { 'Set-Cookie': ['ASP.NET_SessionId=s; path=/'] }).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.((server.address() as AddressInfo).port);
}

function* chunks(): Generator<Buffer> {
  for (let sent = 0; sent < SIZE; sent += CHUNK.length) yield CHUNK;
}

async function measure(): Promise<void> {
  const site = fork(import.meta.filename, [SITE]);
  const [port] = (await once(site, 'message')) as [number];
  const auth = passwordSignIn({ username: 'admin', password: 'secret' });
  const transport = createTransport({ baseUrl: `http://127.0.0.1:${port}`, auth });
  await transport.signIn();
  const upload = await growthMiB(async () => void (await transport.upload(FILE, () => chunks())));
  const download = await growthMiB(async () => {
    for await (const chunk of await transport.download(FILE)) void chunk;
  });
  report({ label: 'resident memory gained by an upload of 256 MB', value: upload, unit: 'MiB', atMost: 64 });
  report({ label: 'resident memory gained by a download of 256 MB', value: download, unit: 'MiB', atMost: 64 });
  await transport.close();
  site.kill();
}

/** The highest resident memory during some work above that before it. */
async function growthMiB(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let highest = before;
  const timer = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5);
  await work();
  clearInterval(timer);
  return (Math.max(highest, process.memoryUsage.rss()) - before) / 2 ** 20;
}

await (process.argv.includes(SITE) ? serve() : measure());
