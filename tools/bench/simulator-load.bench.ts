import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { median, report, timeMs } from './report.js';

const count = 200_000;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

interface Target {
  readonly url: string;
  readonly headers: Record<string, string>;
}

const get = ({ url, headers }: Target): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve(text);
      });
    });
    sent.on('error', reject);
    sent.end();
  });

/** Milliseconds for `requests` GETs, four at a time. */
const burst = (target: Target, requests: number): Promise<number> =>
  timeMs(() =>
    Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let sent = 0; sent < requests / 4; sent += 1) await get(target);
      }),
    ),
  );

async function signIn({ url }: Simulator): Promise<string> {
  const response = await fetch(`${url}/entity/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password: 'admin-secret' }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** A server that answers a text whatever it is asked. */
async function constantServer(text: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

const classes = ['DEFAULT', 'INTL', 'LOCAL', 'PARTNER'];
const customers = Array.from({ length: count }, (_, at) => ({
  CustomerID: `C${String(at).padStart(6, '0')}`,
  CustomerName: `Customer ${at}`,
  CustomerClass: classes[at % 4],
  Status: at % 10 === 0 ? 'On Hold' : 'Active',
  CreditLimit: at % 5000,
  Terms: '30D',
  TaxZone: 'EXEMPT',
  ShipVia: 'GROUND',
  StatementCycleID: 'MONTHLY',
  LastModifiedDateTime: '2024-01-01T00:00:00+00:00',
}));

const started = performance.now();
const simulator = await startSimulator({ data: { Customer: customers } });
const root = `${simulator.url}/entity/Default/24.200.001/Customer`;
const headers = { Cookie: await signIn(simulator) };
const keyed = { url: `${root}/C123456`, headers };

await get(keyed);
const loading = performance.now() - started;
report({ label: `${count} customers loaded`, value: loading / 1000, unit: 's', atMost: 10 });
report({
  label: 'memory of the process with them',
  value: process.memoryUsage().rss / 2 ** 30,
  unit: 'GB',
  atMost: 1.5,
});

const bare = await constantServer(await get(keyed));
const plain = { url: bare.url, headers };
const [simulated, constant]: [number[], number[]] = [[], []];
for (let round = 0; round < 8; round += 1) {
  const times = [await burst(keyed, 1000), await burst(plain, 1000)] as const;
  if (round === 0) continue;
  simulated.push(times[0]);
  constant.push(times[1]);
}
report({
  label: 'requests per second of a keyed GET, as a share of a bare node:http server',
  value: median(constant) / median(simulated),
  unit: '×',
  atLeast: 0.5,
});
report({ label: 'one keyed GET on average, four at a time', value: median(simulated) / 1000, unit: 'ms', atMost: 1 });

const pages: number[] = [];
for (let skip = 0; skip < 10; skip += 1) {
  const filter = encodeURIComponent(`CreditLimit gt 4990M and Status eq 'On Hold'`);
  pages.push(await timeMs(() => get({ url: `${root}?$filter=${filter}&$top=100&$skip=${skip * 10}`, headers })));
}
report({
  label: `a filtered page of 100 out of ${count} (fields that are no keys)`,
  value: median(pages),
  unit: 'ms',
  atMost: 60,
});

bare.close();
await simulator.close();

const begun = performance.now();
const generated = await startSimulator({ generated: { SalesOrder: count }, assume: { orderBy: 'apply' } });
report({
  label: `${count} sales orders generated in the demo company`,
  value: (performance.now() - begun) / 1000,
  unit: 's',
  atMost: 10,
});
const orders = `${generated.url}/entity/Default/24.200.001/SalesOrder`;
const session = { Cookie: await signIn(generated) };
const wanted = `$filter=${encodeURIComponent("Status eq 'Open' and OrderTotal gt 500M")}`;
const page = async (query: string): Promise<number> =>
  timeMs(() => get({ url: `${orders}?${query}`, headers: session }));
report({
  label: 'the first page of them by Status and OrderTotal, sorted by OrderTotal',
  value: await page(`${wanted}&$orderby=OrderTotal%20desc&$top=50`),
  unit: 'ms',
  atMost: 1000,
});
const [sorted, unsorted]: [number[], number[]] = [[], []];
for (let skip = 0; skip < 500; skip += 50) {
  sorted.push(await page(`${wanted}&$orderby=OrderTotal%20desc&$top=50&$skip=${skip}`));
  unsorted.push(await page(`${wanted}&$top=50&$skip=${skip}`));
}
report({ label: 'each later page of 50, sorted', value: median(sorted), unit: 'ms', atMost: 60 });
report({ label: 'each page of 50, in key order', value: median(unsorted), unit: 'ms', atMost: 60 });
report({
  label: 'memory of the process with customers and orders',
  value: process.memoryUsage().rss / 2 ** 30,
  unit: 'GB',
  atMost: 1.5,
});
agent.destroy();
await generated.close();
