import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { defineEntity, RestGateway } from '@acurecord/metadata';
import type { EndpointSchema, MemberSchema } from '@acurecord/metadata';
import { bearerToken, createTransport } from '@acurecord/transport';
import { median, report, timeMs } from './report.js';

const RECORDS = 100_000;
const PAGE = 500;
const FIELDS = 20;

/** A server in a process of its own, so that its memory is not counted: it answers `$skip` and `$top` with such rows. */
const SERVER = `
  const { createServer } = require('node:http');
  const row = (n) => '{"id":"00000000-0000-0000-0000-' + String(n).padStart(12, '0') + '","rowNumber":1,"note":null,'
    + Array.from({ length: ${FIELDS} }, (_, i) => '"F' + i + '":{"value":"text ' + n + ' ' + i + '"}').join() + ',"custom":{}}';
  createServer((request, response) => {
    const { searchParams } = new URL(request.url, 'http://x');
    const skip = Number(searchParams.get('$skip') ?? 0);
    const count = Math.max(0, Math.min(Number(searchParams.get('$top')), ${RECORDS} - skip));
    if (request.method !== 'GET') return response.writeHead(204, { 'Set-Cookie': '.ASPXAUTH=A' }).end();
    const text = '[' + Array.from({ length: count }, (_, i) => row(skip + i)).join() + ']';
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(text);
  }).listen(0, '127.0.0.1', function () { process.send(this.address().port); });
`;

const members = Object.fromEntries(
  Array.from({ length: FIELDS }, (_, i): [string, MemberSchema] => [`F${i}`, { kind: 'field', type: 'String' }]),
);
const schema: EndpointSchema = {
  endpoint: 'Default',
  version: '1',
  contract: 4,
  entities: { Item: { name: 'Item', topLevel: true, members, actions: {} } },
};

const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const [port] = (await once(server, 'message')) as [number];
const url = `http://127.0.0.1:${port}`;
const transport = createTransport({
  baseUrl: url,
  auth: bearerToken(() => 'token'),
  rateLimit: { callsPerSecond: 100_000 },
});
const gateway = new RestGateway(transport, { endpoint: 'Default', version: '1' });
const Item = defineEntity(schema, 'Item').using({ gateway, schema, closed: false });

async function bare(): Promise<number> {
  let seen = 0;
  for (let skip = 0; skip < RECORDS; skip += PAGE) {
    const response = await fetch(`${url}/entity/Default/1/Item?$skip=${skip}&$top=${PAGE}`);
    for (const row of JSON.parse(await response.text()) as { F0: { value: string } }[])
      seen += row.F0.value === '' ? 0 : 1;
  }
  return seen;
}

async function streamed(): Promise<number> {
  let seen = 0;
  for await (const item of Item.query().pageSize(PAGE)) seen += item.F0 === '' ? 0 : 1;
  return seen;
}

try {
  await streamed();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20);
  const [bareMs, streamedMs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    streamedMs.push(await timeMs(streamed));
    if (round === 0) {
      clearInterval(watch);
      report({
        label: `${RECORDS} records in pages of ${PAGE}: growth of resident memory`,
        value: (highest - before) / 2 ** 20,
        unit: 'MB',
        atMost: 48,
      });
    }
    bareMs.push(await timeMs(bare));
  }
  report({
    label: 'Throughput, by a bare loop of fetch and JSON.parse',
    value: median(bareMs) / median(streamedMs),
    unit: '×',
    atLeast: 0.8,
  });
} finally {
  await transport.close();
  server.kill();
}
