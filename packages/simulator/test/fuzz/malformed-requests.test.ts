import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { Random } from '../../src/generate/random.js';
import { signedIn } from '../support/signed-in.js';

/** `FUZZ=50000 jest malformed` for the long run. */
const count = Number(process.env['FUZZ'] ?? 2000);

const words = [
  '',
  'entity',
  'Default',
  '24.200.001',
  'Customer',
  'SalesOrder',
  'ABARTENDE',
  'SO|000001',
  '$adHocSchema',
  'files',
  'status',
  'auth',
  'login',
  'logout',
  'swagger.json',
  't',
  'Company',
  'api',
  'odata',
  'gi',
  'dac',
  'identity',
  'connect',
  'token',
  '_simulator',
  '..',
  '%2e%2e',
  '%',
  '%zz',
  '%00',
  '%F0%9F%92%A9',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'",
  '"',
  '<script>',
  'null',
  '0',
  '-1',
  '00000000-0000-0000-0000-000000000000',
  'a'.repeat(2000),
  '\u00e9',
  'CustomerBalanceInquiry',
  'CustomerStatement',
  'report',
  'PDF',
  'SalesOrderCreateShipment',
  'Customers',
  "Invoices by Customer_WithParameters(Customer='A')",
  'maintenance',
  '23.200',
  'dacBrowser',
  'PX.Objects.SO',
  'SOOrder',
  'PX_Objects_AR_Customer',
  'px.GetDeletedRecords()',
  'authorize',
  'userinfo',
];
const filters = [
  "CustomerID eq 'A'",
  '(',
  ')',
  "'",
  'and',
  'not',
  'eq',
  "substringof('a',CustomerName)",
  'CreditLimit gt 1e999',
  "datetimeoffset'nonsense'",
  "guid'x'",
  "cf.String(f='A.B')",
  "cf.Nope(f='A.B') eq 1",
  'Details/InventoryID',
  '('.repeat(5000),
  'not '.repeat(3000),
  'a/'.repeat(500),
  '1M',
  "''''",
  'null',
  'true eq false',
  'CustomerID eq CustomerID',
  '@',
  '\u0000',
  'CustomerID in (1,2',
  "contains(x,'y')",
  '__proto__ eq 1',
];
const bodies = [
  '',
  '{',
  '[]',
  'null',
  '0',
  '"x"',
  '{}',
  '{"entity":null}',
  '{"entity":{}}',
  '{"entity":{"id":"x"}}',
  '{"id":1}',
  '{"id":"nonsense"}',
  '{"CustomerID":null}',
  '{"CustomerID":[]}',
  '{"CustomerID":{"value":{"a":1}}}',
  '{"CustomerID":{"value":[]}}',
  '{"__proto__":{"value":1}}',
  '{"constructor":{"value":1}}',
  '{"Details":{}}',
  '{"Details":[null,1,"x",[]]}',
  '{"Details":[{"id":5,"delete":"yes"}]}',
  '{"note":{"value":5}}',
  '{"custom":{"A":null}}',
  '{"custom":{"A":{"B":null}}}',
  '{"custom":[]}',
  `{"CustomerName":{"value":"${'x'.repeat(20000)}"}}`,
  '{"CreditLimit":{"value":"1e400"}}',
  '{"CreditLimit":{"value":"abc"}}',
  '{"Date":{"value":"9999-99-99"}}',
  '{"MainContact":5}',
  '['.repeat(10000),
  '\uFEFF{}',
  '{"parameters":[]}',
  '{"entity":{"OrderType":{"value":"SO"},"OrderNbr":{"value":"000001"}},"parameters":{"custom":5}}',
  'name=admin&password=x',
  'grant_type=password',
  'grant_type=password&client_id=x@Company&client_assertion=a.b.c',
  'client_id=x@Company&client_secret=s&token=x',
  '{"name":{},"password":[]}',
  '{"name":"admin","password":null,"tenant":5}',
  '<Endpoint name="X" version="1" systemContractVersion="4"><TopLevelEntity name="constructor" /></Endpoint>',
  '<Endpoint name="X" version="1" systemContractVersion="4"><Detail name="A"><Fields><Field name="__proto__" type="A[]"/></Fields></Detail></Endpoint>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]><Endpoint name="&a;" />',
  '<a>'.repeat(5000),
  '<',
];
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
const headerValues = [
  '*',
  '',
  'SHOW',
  'gzip',
  'gzip;q=0',
  'application/json',
  'application/x-www-form-urlencoded',
  'Bearer x',
  'Basic eA==',
  'Basic !!!',
  `Basic ${Buffer.from('admin:admin-secret').toString('base64')}`,
  `Basic ${Buffer.from('admin').toString('base64')}`,
  'de;q=nope, *;q=2, en',
  'x'.repeat(3000),
  '2024/13/99',
  ';;;=;=',
  'a=b; a=c',
];
const headerNames = [
  'If-Match',
  'If-None-Match',
  'PX-ApiArchive',
  'PX-ApiDeleted',
  'PX-CbApiBusinessDate',
  'PX-CbApiBranch',
  'PX-CbFileComment',
  'Accept-Encoding',
  'Content-Type',
  'Authorization',
  'Accept',
  'Accept-Language',
];

const applications = [{ clientId: 'x@Company', clientSecret: 's' }];

const pick = <T>(random: Random, from: readonly T[]): T => from[random.int(0, from.length - 1)] as T;

const urlSafe = (text: string): string => text.replace(/[^\x21-\x7e]/g, (letter) => encodeURIComponent(letter));

const endpoint = ['entity', 'Default', '24.200.001'];
const starts = [
  ...['Customer', 'SalesOrder', 'CustomerBalanceInquiry', 'CustomerStatement', 'files'].map((name) => [
    ...endpoint,
    name,
  ]),
  ['t', 'Company', 'api', 'odata', 'gi', 'Customers'],
  ['t', 'Company', 'api', 'odata', 'dac', 'PX_Objects_SO_SOOrder'],
  ['odata', 'Company', 'Customers'],
  ['entity', 'maintenance', '23.200'],
];

/** A path, mostly below an address that there is, so that what lies deeper is met as well. */
function randomPath(random: Random): string {
  const below = random.next() < 0.8;
  const start = below ? pick(random, starts) : [];
  const rest = Array.from({ length: random.int(0, below ? 3 : 6) }, () => pick(random, words));
  const options = ['$filter', '$select', '$expand', '$custom', '$top', '$skip', '$orderby', '%', '=', '$FILTER'];
  const query = Array.from({ length: random.int(0, 3) }, () => {
    const value = random.next() < 0.5 ? pick(random, filters) : pick(random, words);
    return `${pick(random, options)}=${random.next() < 0.7 ? encodeURIComponent(value) : value}`;
  });
  return urlSafe(`/${[...start, ...rest].join('/')}${query.length > 0 ? '?' : ''}${query.join('&')}`).slice(0, 7000);
}

function randomHeaders(random: Random, cookie: string): Record<string, string> {
  const headers: Record<string, string> = random.next() < 0.8 ? { Cookie: cookie } : {};
  for (let added = random.int(0, 3); added > 0; added -= 1)
    headers[pick(random, headerNames)] = pick(random, headerValues);
  return headers;
}

describe('the simulator under malformed requests', () => {
  let simulator: Simulator;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);

  beforeAll(async () => {
    process.on('unhandledRejection', onRejection);
    simulator = await startSimulator({ release: '25R2', control: true, lockOutAfter: Infinity, applications });
    const caller = await signedIn(simulator);
    await caller.get('Customer');
  });
  afterAll(async () => {
    process.off('unhandledRejection', onRejection);
    agent.destroy();
    await simulator.close();
  });

  const send = (random: Random, cookie: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(simulator.url);
      const sent = request(
        {
          agent,
          hostname,
          port,
          method: pick(random, methods),
          path: randomPath(random),
          headers: randomHeaders(random, cookie),
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text });
          });
        },
      );
      sent.on('error', reject);
      sent.end(random.next() < 0.5 ? pick(random, bodies) : undefined);
    });

  it(
    `answers ${count} of them, each without a stack of its own`,
    async () => {
      const random = new Random(7, 'fuzz');
      let cookie = (await signedIn(simulator)).cookie;
      const seen = new Set<number>();
      for (let sent = 0; sent < count; sent += 1) {
        // A random sign-out or reset would leave all that follows with a 401.
        if (sent % 100 === 0) cookie = (await signedIn(simulator)).cookie;
        const { status, text } = await send(random, cookie);
        seen.add(status);
        if (/node:internal|\.ts:\d|\.js:\d|packages\/simulator|NullReferenceException/.test(text))
          throw new Error(text.slice(0, 2000));
      }
      expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 500]));
      expect(rejections).toEqual([]);
    },
    60_000 + count * 20,
  );

  it.each([
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'PUT /entity HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    'PUT /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    '\u0000\u0001\u0002',
  ])('survives the bytes %#', async (bytes) => {
    const { hostname, port } = new URL(simulator.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end(bytes, 'latin1'));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve();
      });
      socket.resume();
    });
    const caller = await signedIn(simulator);
    expect((await caller.get('Warehouse')).status).toBe(200);
  });
});
