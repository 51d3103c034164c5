import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { DeskEvents } from '../../contract/index.js';
import type { Desk } from '../desk.js';
import { DeskProblem } from '../desk-problem.js';

const heartbeatMs = 15_000;
const maxListeners = 200;
/** A browser that lags so far behind is let go; it comes back by itself and starts afresh. */
const maxBacklogBytes = 1024 * 1024;

/** The stream of events: health, wire and tasks as they change, to every page that listens. */
export function addEventRoutes(server: FastifyInstance, desk: Desk): void {
  const listeners = new Set<ServerResponse>();

  const send = <Name extends keyof DeskEvents>(
    to: Iterable<ServerResponse>,
    name: Name,
    data: DeskEvents[Name],
  ): void => {
    const text = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const listener of to) {
      if (listener.writableLength > maxBacklogBytes) listener.destroy();
      else listener.write(text);
    }
  };
  desk.health.events.on('health', (health) => send(listeners, 'health', health));
  desk.wire.events.on('entry', (entry) => send(listeners, 'wire', entry));
  desk.tasks.events.on('task', (row) => send(listeners, 'task', row));
  const heartbeat = setInterval(() => listeners.forEach((listener) => listener.write(': \n\n')), heartbeatMs).unref();

  // Streams never end by themselves, and closing would wait for them.
  server.addHook('preClose', async () => {
    clearInterval(heartbeat);
    listeners.forEach((listener) => listener.destroy());
  });

  server.get('/api/events', (_request, reply) => {
    if (listeners.size >= maxListeners)
      throw new DeskProblem(503, 'too-many', 'Too many pages listen at once.', { title: 'Too many visitors' });
    const headers = { ...reply.getHeaders(), 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, headers as Record<string, string>);
    raw.on('error', () => undefined);
    raw.once('close', () => listeners.delete(raw));
    listeners.add(raw);
    raw.write('retry: 2000\n\n');
    send([raw], 'health', desk.health.health);
  });
}
