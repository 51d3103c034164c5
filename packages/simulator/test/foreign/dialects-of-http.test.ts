import { gunzipSync } from 'node:zlib';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { signedIn } from '../support/signed-in.js';
import { speak } from '../support/speak.js';
import type { Spoken } from '../support/speak.js';

let simulator: Simulator;
let cookie: string;
beforeAll(async () => {
  simulator = await startSimulator({ site: '/AcumaticaERP' });
  cookie = `Cookie: ${(await signedIn(simulator)).cookie}`;
});
afterAll(() => simulator.close());

const site = '/AcumaticaERP';
const list = `${site}/entity/Default/24.200.001/Customer`;
const say = (head: readonly string[], body = ''): Promise<Spoken> => speak(simulator.url, [...head, cookie], body);
const get = (target: string, ...headers: string[]): Promise<Spoken> =>
  say([`GET ${target} HTTP/1.1`, 'Host: erp', ...headers]);
const keysIn = (body: Buffer): unknown[] =>
  (JSON.parse(body.toString()) as { CustomerID: { value: unknown } }[]).map(({ CustomerID }) => CustomerID.value);
const one = '?$filter=CustomerID%20eq%20%27ABARTENDE%27';

describe('a caller that', () => {
  it.each([
    ['encodes every sign of its query (Python requests)', '?%24filter=CustomerID+eq+%27ABARTENDE%27&%24top=2'],
    ['encodes nothing but blanks (curl)', "?$filter=CustomerID%20eq%20'ABARTENDE'&$top=2"],
    ['encodes blanks only, and quotes as they are (Go, axios)', "?$filter=CustomerID+eq+'ABARTENDE'&$top=2"],
    ['writes the options in capitals', '?$FILTER=CustomerID%20eq%20%27ABARTENDE%27&$Top=2'],
  ])('%s', async (_case, query) => {
    const answer = await get(list + query);
    expect([answer.status, keysIn(answer.body)]).toEqual([200, ['ABARTENDE']]);
  });

  it.each([
    ['writes addresses in small letters', list.toLowerCase()],
    ['writes addresses in capitals', list.toUpperCase()],
    ['ends them with a slash', `${list}/`],
    ['begins them with a slash too many', `/${list}`],
    ['joins a base that ends with a slash', list.replace('/entity', '//entity')],
    ['sends the whole address, as to a proxy', `http://erp.example.com${list}`],
  ])('%s', async (_case, target) => {
    const answer = await get(target + one);
    expect([answer.status, keysIn(answer.body)]).toEqual([200, ['ABARTENDE']]);
  });

  it('offers HTTP/2 with each request is answered in HTTP/1.1 (Java HttpClient)', async () => {
    const offer = [
      'Connection: Upgrade, HTTP2-Settings',
      'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
      'Upgrade: h2c',
      'User-Agent: Java-http-client/17.0.15',
    ];
    const answer = await get(list + one, ...offer);
    expect([answer.text.slice(0, 15), keysIn(answer.body)]).toEqual(['HTTP/1.1 200 OK', ['ABARTENDE']]);
    const body = '{"CustomerID":{"value":"ABARTENDE"}}';
    const put = [`PUT ${list} HTTP/1.1`, 'Host: erp', 'Content-Type: application/json', ...offer];
    expect((await say([...put, `Content-Length: ${body.length}`], body)).status).toBe(200);
  });

  it('speaks HTTP/1.0, without a host, is answered whole and let go', async () => {
    const answer = await say([`GET ${list}?$top=40 HTTP/1.0`]);
    expect([answer.status, keysIn(answer.body).length]).toEqual([200, 40]);
    expect(answer.headers.has('transfer-encoding')).toBe(false);
  });

  it('writes names of headers in small letters or capitals', async () => {
    const head = [`GET ${list}${one} HTTP/1.1`, 'host: erp', 'ACCEPT: application/json', 'accept-encoding: gzip'];
    expect((await say(head)).status).toBe(200);
  });

  it.each([
    ['HEAD', list, 200],
    ['HEAD', `${list}/ABARTENDE`, 200],
    ['HEAD', `${site}/entity`, 200],
    ['HEAD', `${site}/entity/Default/24.200.001/swagger.json`, 200],
    ['OPTIONS', list, 405],
  ])('asks by %s for %s gets a head alone', async (method, target, status) => {
    const answer = await say([`${method} ${target} HTTP/1.1`, 'Host: erp']);
    expect(answer.status).toBe(status);
    if (method === 'HEAD') expect([answer.body.length, answer.headers.has('content-type')]).toEqual([0, true]);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'gzip'],
    ['gzip;q=1.0,deflate;q=0.6,identity;q=0.3', 'gzip'],
    ['gzip, deflate;q=0.5, *;q=0', 'gzip'],
    ['br;q=1.0, gzip;q=0', undefined],
    ['identity', undefined],
    ['deflate', undefined],
  ])('reads %s gets only what it can read', async (accepted, encoding) => {
    const answer = await get(`${list}?$top=20`, `Accept-Encoding: ${accepted}`);
    expect(answer.headers.get('content-encoding')?.[0]).toBe(encoding);
    const plain = encoding === 'gzip' ? gunzipSync(answer.body) : answer.body;
    expect(keysIn(plain)).toHaveLength(20);
  });

  it.each(['*/*', 'application/json', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/xml', 'text/json'])(
    'accepts %s gets JSON: there is nothing else',
    async (accepted) => {
      const answer = await get(list + one, `Accept: ${accepted}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, ['application/json; charset=utf-8']]);
    },
  );
});
