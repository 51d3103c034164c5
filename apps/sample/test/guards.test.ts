import type { Problem } from '../contract/index.js';
import { isLoopback } from '../src/server/guards.js';
import { ask } from './support/ask.js';
import { useDesk, writing } from './support/use-desk.js';

const { opened, get } = useDesk();

const write = (headers: Record<string, string>, path = '/api/tasks/health-check/pause') =>
  ask<Problem>(opened.url + path, { method: 'POST', headers });

describe('a page of another site', () => {
  it.each<[string, Record<string, string>]>([
    ['without the header of the desk', {}],
    ['with a wrong one', { 'x-order-desk': 'yes' }],
    ['from another origin', { ...writing, origin: 'https://evil.example' }],
    ['from no origin that can be named', { ...writing, origin: 'null' }],
    ['from another port of this machine', { ...writing, origin: 'http://127.0.0.1:1' }],
    ['as its browser says', { ...writing, 'sec-fetch-site': 'cross-site' }],
    ['from a sister site, as its browser says', { ...writing, 'sec-fetch-site': 'same-site' }],
  ])('writes nothing %s', async (_how, headers) => {
    const { status, body } = await write(headers);
    expect(status).toBe(403);
    expect(body.type).toBe('/problems/foreign-write');
    expect(opened.desk.tasks.row('health-check')?.status).toBe('scheduled');
  });

  it('is not asked to come in: there is no CORS', async () => {
    const answer = await ask(`${opened.url}/api/session`, {
      method: 'OPTIONS',
      headers: { ...writing, origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect(answer.status).toBe(404);
    const read = await get('/api/session', { origin: 'https://evil.example' });
    for (const { headers } of [answer, read])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('reads nothing by a name that was made to point here', async () => {
    for (const host of [
      'evil.example',
      'evil.example:3000',
      '127.0.0.1.evil.example',
      '192.168.0.7',
      'localhost.evil',
    ]) {
      const { status, body } = await get<Problem>('/api/session', { host });
      expect(status).toBe(403);
      expect(body.type).toBe('/problems/foreign-host');
    }
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000'])
      expect((await get('/api/session', { host })).status).toBe(200);
  });
});

it('takes the writes of its own pages', async () => {
  const { host } = new URL(opened.url);
  const { status } = await write({ ...writing, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' });
  expect(status).toBe(200);
  expect((await write(writing, '/api/tasks/health-check/resume')).status).toBe(200);
});

it('sends headers that keep a page to itself', async () => {
  const { headers } = await get('/api/session');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('strict-transport-security');
});

describe('a body', () => {
  const put = (payload: string, type?: string) =>
    ask<Problem>(`${opened.url}/api/orders/SO/000001`, {
      method: 'PUT',
      payload,
      headers: { ...writing, ...(type !== undefined && { 'content-type': type }) },
    });

  it.each([
    ['too large', JSON.stringify({ note: 'x'.repeat(300_000) }), 'application/json', 413],
    ['no JSON', '{"base":', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['a form', 'base=1', 'application/x-www-form-urlencoded', 415],
    ['a text, as a form of another site may send it', '{}', 'text/plain', 415],
    ['of a kind that nobody names', '{}', undefined, 415],
    ['poison for prototypes', '{"base":{"lastModified":""},"__proto__":{"isAdmin":true}}', 'application/json', 400],
  ])('that is %s is refused', async (_what, payload, type, expected) => {
    const { status, body, headers } = await put(payload, type);
    expect(status).toBe(expected);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status: expected, title: expect.any(String) as string });
  });
});

it('answers what is not there with a problem, and nothing of itself', async () => {
  for (const path of ['/api/nothing', '/api/orders/SO', '/api/orders/SO/000001/files/x/y', '/api/faults/throttle']) {
    const { status, text, headers } = await get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(text).not.toMatch(/node_modules|at .*\.ts|stack/);
  }
});

it('tells nothing of a failure of its own', async () => {
  const spy = jest.spyOn(opened.desk.tasks, 'list').mockImplementation(() => {
    throw new Error('password=hunter2 at /home/somebody');
  });
  const { status, body, text } = await get<Problem>('/api/tasks');
  spy.mockRestore();
  expect(status).toBe(500);
  expect(body.type).toBe('/problems/internal');
  expect(text).not.toMatch(/hunter2|somebody/);
});

it('shows no secret on any page', async () => {
  const paths = ['session', 'health', 'overview', 'orders', 'tasks', 'wire', 'customers', 'stock-items'];
  for (const path of paths) {
    const { text, headers } = await get(`/api/${path}`);
    expect(text + JSON.stringify(headers)).not.toMatch(/admin-secret|ASPXAUTH|SessionId/i);
  }
});

it('knows what can be reached from this machine alone', () => {
  expect(['127.0.0.1', 'localhost', '::1'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.0.7', 'desk.example'].some(isLoopback)).toBe(false);
});
