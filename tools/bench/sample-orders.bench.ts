import type { AddressInfo } from 'node:net';
import { openDesk } from '../../apps/sample/src/desk.js';
import { standOnSimulator } from '../../apps/sample/src/target.js';
import { createServer } from '../../apps/sample/src/server/create-server.js';
import { median, report, timeMs } from './report.js';

/** The list of the order desk over 200,000 orders: server, client and simulator share this one process. */
const orders = 200_000;
const rounds = 15;

const ground = await standOnSimulator({ generated: { SalesOrder: orders }, limits: {} });
const desk = await openDesk({
  ...ground,
  connection: { ...ground.connection, rateLimit: { callsPerSecond: Infinity } },
});
const server = await createServer(desk);
await server.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;

/** Each time anew: what is kept from the last time would answer at once. */
async function page(path: string): Promise<number> {
  await desk.client.cache.clear();
  return timeMs(async () => {
    const answer = await fetch(url + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await answer.text();
  });
}

const filter = (field: string, op: string, value: string): string =>
  `filter=${encodeURIComponent(JSON.stringify({ match: 'all', conditions: [{ field, op, value }] }))}`;

const cases: readonly (readonly [string, string])[] = [
  ['first page of the list', '/api/orders'],
  ['page 1,000', '/api/orders?page=1000'],
  ['first page of the open ones', `/api/orders?${filter('Status', 'eq', 'Open')}`],
  ['first page above an amount', `/api/orders?${filter('OrderTotal', 'gt', '1000')}`],
];
for (const [label, path] of cases) {
  await page(path);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await page(path));
  report({ label: `${orders.toLocaleString('en')} orders: ${label}`, value: median(times), unit: 'ms', atMost: 300 });
}
report({ label: 'the overview, once', value: await page('/api/overview'), unit: 'ms' });

const visits = await timeMs(() =>
  Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      fetch(`${url}/api/orders?page=${index + 1}`).then((answer) => answer.text()),
    ),
  ),
);
report({ label: 'fifty visitors, fifty pages', value: visits, unit: 'ms' });
report({ label: 'sessions', value: ground.simulator?.sessions().length ?? 0, unit: '', atMost: 1 });

await server.close();
await desk[Symbol.asyncDispose]();
await ground[Symbol.asyncDispose]();
