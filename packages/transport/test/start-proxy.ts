import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy that opens tunnels, or gives this answer instead, `''` for none. */
export async function startProxy(answer?: string) {
  const tunnels: { host: string; known: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer();
  let allClosed = Promise.resolve();
  const keep = (socket: Socket): void => {
    sockets.add(socket.on('error', () => undefined));
    const closed = new Promise<void>((resolve) => socket.once('close', resolve));
    allClosed = allClosed.then(() => closed);
  };
  proxy.on('connect', ({ url = '', headers }: IncomingMessage, client: Socket) => {
    tunnels.push({ host: url, known: headers['proxy-authorization'] });
    keep(client);
    client.once('end', () => client.end());
    if (answer !== undefined) {
      if (answer !== '') client.end(answer);
      else client.resume();
      return;
    }
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    keep(target);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    tunnels,
    get allClosed() {
      return allClosed;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
