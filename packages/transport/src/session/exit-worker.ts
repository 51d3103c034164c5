import type { RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { workerData } from 'node:worker_threads';
import { openTunnel, withoutBrackets } from '../wire/open-tunnel.js';
import type { ExitSignOut } from './exit-sign-out.js';

// Sends sign-outs in a thread of its own, while the thread that ends stands still. It runs as text (`generated/exit-worker.ts`, which
// `node tools/build/exit-worker.mjs` makes of this file), so that no file has to be found beside a bundle.

const { signOuts, done, budgetMs } = workerData as {
  readonly signOuts: readonly ExitSignOut[];
  readonly done: Int32Array;
  readonly budgetMs: number;
};

for (const signOut of signOuts)
  void sent(signOut)
    .catch(() => undefined)
    .then(finish);

function finish(): void {
  Atomics.add(done, 0, 1);
  Atomics.notify(done, 0);
}

async function sent(signOut: ExitSignOut): Promise<void> {
  const url = new URL(signOut.url);
  const { request } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...signOut.headers, 'Content-Length': 0 },
    timeout: budgetMs,
    agent: false,
    ...(signOut.tls as RequestOptions),
    ...(signOut.proxy === undefined ? {} : await throughProxy(url, new URL(signOut.proxy), signOut.tls)),
  };
  await new Promise<void>((resolve, reject) => {
    const asking = request(url, options);
    asking.on('timeout', () => asking.destroy());
    asking.on('error', reject);
    asking.on('response', (answer) => answer.resume().on('close', resolve));
    asking.end();
  });
}

/** A connection that is there already, in place of one that Node would open. */
async function throughProxy(url: URL, proxy: URL, tls: ExitSignOut['tls']): Promise<RequestOptions> {
  const isSecure = url.protocol === 'https:';
  const host = withoutBrackets(url.hostname);
  const tunnel = await openTunnel({ proxy, host, port: url.port || (isSecure ? 443 : 80), tls });
  const socket = isSecure ? await secured(tunnel, host, tls) : tunnel;
  return { agent: undefined, createConnection: () => socket };
}

async function secured(socket: Socket, host: string, tls: ExitSignOut['tls']): Promise<Socket> {
  const { connect } = await import('node:tls');
  return connect({ ...(tls as ConnectionOptions), socket, servername: isIP(host) ? '' : host, host });
}
