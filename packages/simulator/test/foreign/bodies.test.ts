import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { endpointPath, signedIn } from '../support/signed-in.js';
import { speak } from '../support/speak.js';
import type { Spoken } from '../support/speak.js';

let simulator: Simulator;
let cookie: string;
beforeAll(async () => {
  simulator = await startSimulator();
  cookie = `Cookie: ${(await signedIn(simulator)).cookie}`;
});
afterAll(() => simulator.close());

const say = (method: string, path: string, headers: readonly string[], body: string | Buffer): Promise<Spoken> => {
  const length = headers.some((header) => /^transfer-encoding/i.test(header))
    ? []
    : [`Content-Length: ${Buffer.byteLength(body)}`];
  return speak(
    simulator.url,
    [`${method} ${endpointPath}/${path} HTTP/1.1`, 'Host: erp', cookie, ...headers, ...length],
    body,
  );
};
const record = '{"CustomerID":{"value":"ABARTENDE"},"CustomerName":{"value":"A Bär & Tender"}}';

describe('a caller that', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/json',
    'application/json;odata.metadata=minimal',
    'application/vnd.api+json',
  ])('says its body is %s is understood', async (type) => {
    const answer = await say('PUT', 'Customer', [`Content-Type: ${type}`], record);
    expect([answer.status, answer.body.toString()]).toEqual([
      200,
      expect.stringContaining('A Bär & Tender') as unknown,
    ]);
  });

  it('says nothing of the kind of its body is taken to send JSON (Python data=json.dumps(…))', async () => {
    expect((await say('PUT', 'Customer', [], record)).status).toBe(200);
  });

  it.each([
    ['a form, which is what curl -d says unless told otherwise', 'application/x-www-form-urlencoded'],
    ['XML', 'application/xml'],
  ])('says its body is %s, is refused and changes nothing', async (_case, type) => {
    const before = simulator.store.all('SalesOrder').length;
    const order = '{"OrderType":{"value":"SO"},"CustomerID":{"value":"ABARTENDE"}}';
    const answer = await say('PUT', 'SalesOrder', [`Content-Type: ${type}`], order);
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      415,
      expect.objectContaining({
        message: `The request entity's media type '${type.split(';')[0] ?? ''}' is not supported for this resource.`,
      }) as unknown,
    ]);
    expect(simulator.store.all('SalesOrder')).toHaveLength(before);
  });

  it('says its JSON is plain text, which is what fetch says of a string, may be understood or refused', async () => {
    const text = ['Content-Type: text/plain;charset=UTF-8'];
    expect((await say('PUT', 'Customer', text, record)).status).toBe(200);
    await using strict = await startSimulator({ assume: { plainTextBody: 'refused' } });
    const caller = await signedIn(strict);
    expect((await caller.put('Customer', {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('streams a record in chunks', async () => {
    const bytes = Buffer.from(record);
    const parts = [bytes.subarray(0, 40), bytes.subarray(40)];
    const chunks = parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
    const streamed = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
    const answer = await say('PUT', 'Customer', streamed, Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]));
    expect(answer.status).toBe(200);
  });

  it('sends the body null and its kind with reads and deletions (Ruby)', async () => {
    const ruby = [
      'Content-Type: application/json',
      'Accept: application/json',
      'Accept-Encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3',
      'User-Agent: Ruby',
    ];
    const created = '{"CustomerID":{"value":"RUBY"},"CustomerName":{"value":"R"},"CustomerClass":{"value":"LOCAL"}}';
    await say('PUT', 'Customer', ruby, created);
    expect((await say('GET', 'Customer/RUBY', ruby, 'null')).status).toBe(200);
    expect((await say('DELETE', 'Customer/RUBY', ruby, 'null')).status).toBe(204);
  });

  it.each([
    ['in one piece', [], 'hello'],
    ['in chunks of unknown number (curl -T -)', ['Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n'],
    ['after asking whether it is welcome', ['Expect: 100-continue'], 'hello'],
    ['as a form of its own kind, which is kept as it came', ['Content-Type: multipart/form-data; boundary=x'], 'hello'],
  ])('uploads a file %s gets it back', async (_case, headers, body) => {
    expect((await say('PUT', 'Customer/ABARTENDE/files/a%20b.txt', headers, body)).status).toBe(204);
    const listed = await say('GET', 'Customer/ABARTENDE?$expand=files&$select=files', [], '');
    const { files } = JSON.parse(listed.body.toString()) as { files: { id: string }[] };
    const file = await say('GET', `files/${files[0]?.id ?? ''}`, ['Accept: application/octet-stream'], '');
    expect([file.status, file.body.toString(), file.headers.get('content-disposition')]).toEqual([
      200,
      'hello',
      ["attachment; filename*=UTF-8''a%20b.txt"],
    ]);
  });
});
