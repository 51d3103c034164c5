import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const lookEveryMs = 100;

/**
 * Lets a server that was told to close end as soon as the last answer is out. Two kinds of connections would be waited
 * for in vain: those that a browser opened in advance and never used, and those whose answer had begun before the end.
 */
export function closeSoon(server: FastifyInstance): void {
  const unused = new Set<Socket>();
  let timer: NodeJS.Timeout | undefined;
  server.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.server.on('request', ({ socket }) => unused.delete(socket));
  server.addHook('preClose', async () => {
    timer = setInterval(() => {
      unused.forEach((socket) => socket.destroy());
      server.server.closeIdleConnections();
    }, lookEveryMs);
  });
  server.addHook('onClose', async () => clearInterval(timer));
}
