import { inspect } from 'node:util';
import { AcumaticaError } from '@acurecord/errors';
import { errorFromResponse, passwordSignIn } from '../src/index.js';
import { startMiniErp } from './mini-erp.js';
import type { MiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

let erp: MiniErp;

beforeAll(async () => {
  erp = await startMiniErp();
});

afterAll(() => erp.close());

/** Everything that can be seen of an error. */
function shownOf(error: Error): string {
  const detailed = AcumaticaError.is(error) ? error.getDetailedMessage() : '';
  return [error.message, detailed, JSON.stringify(error), inspect(error, { depth: 9 }), error.stack].join('\n');
}

const COOKIES = {
  AcuSess: 'f00dfeedc0ffee77',
  'ASP.NET_SessionId': 's-1d2e3f4a5b',
  ARRAffinity: 'a1b2c3d4e5f60718293a4b',
  short: 'q7z',
  Locale: 'Culture=en-US&TimeZone=GMTM0800A',
};

/** How a server may repeat what a request carried. */
const ECHOES: readonly (readonly [string, string, number, (header: string) => string])[] = [
  [
    'a page with the request',
    'text/html',
    500,
    (header) => `<h1>Oops</h1><pre>GET / HTTP/1.1\nCookie: ${header}</pre>`,
  ],
  ['a page with a table', 'text/html', 502, (header) => `<td>${header.replaceAll('=', '</td><td>')}</td>`],
  ['the title of a page', 'text/html', 500, (header) => `<title>No way with ${header}</title>`],
  ['JSON', 'application/json', 500, (header) => JSON.stringify({ message: `Bad ${header}`, request: { header } })],
  [
    'a field with an error',
    'application/json',
    422,
    (header) => `{"Name":{"value":"${header}","error":"is ${header}"}}`,
  ],
  ['plain text', 'text/plain', 400, (header) => `bad cookie header "${header}"`],
  ['a page in place of JSON', 'text/html', 200, (header) => `<html><title>${header}</title>`],
  ['broken JSON', 'application/json', 200, (header) => `${header}{`],
];

it.each(ECHOES)('shows no cookie of any name that a server echoes in %s', async (_name, type, status, echo) => {
  const transport = openTransport(erp.url, { retry: { attempts: 1 } });
  const lines = Object.entries(COOKIES).map(([name, value]) => `${name}=${value}; path=/`);
  erp.answer = (_request, response) => void response.writeHead(200, { 'Set-Cookie': lines }).end('[]');
  await transport.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer' });
  erp.answer = (request, response) => {
    const fresh = 'AcuSess=99aabbccddeeff00; path=/';
    response.writeHead(status, { 'Content-Type': type, 'Set-Cookie': fresh });
    response.end(echo(`${request.headers.cookie ?? ''}; AcuSess=99aabbccddeeff00`));
  };
  const error = await failureOf(transport.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer' }));
  const shown = shownOf(error);
  const secrets = [COOKIES.AcuSess, '99aabbccddeeff00', COOKIES['ASP.NET_SessionId'], COOKIES.ARRAffinity];
  expect([...secrets, 'short=q7z', 'Locale=Culture'].filter((secret) => shown.includes(secret))).toEqual([]);
  await transport.close();
});

it('shows no password that a page repeats in its own notation', async () => {
  const password = `p&<"'>d`;
  const transport = openTransport(erp.url, {
    auth: passwordSignIn({ username: 'admin', password, tenant: 'Company' }),
    retry: { attempts: 1 },
  });
  erp.answer = (_request, response) => void response.writeHead(500).end('<p>p&amp;&lt;&quot;&#39;&gt;d is wrong</p>');
  const error = await failureOf(transport.send({ method: 'GET', path: '/entity' }));
  expect(error.message).toContain('*** is wrong');
  await transport.close();
});

it('hides members by name, and keeps what is said of them', async () => {
  const transport = openTransport(erp.url, { retry: { attempts: 1 } });
  const body = {
    NewPassword: { value: 'hunter2-new', error: 'is too short' },
    access_token: 'tok-123456',
    Secret: ['one-secret'],
    Name: { value: 'kept', error: 'is wrong' },
  };
  erp.answer = (_request, response) => void response.writeHead(422).end(JSON.stringify(body));
  const error = await failureOf(transport.send({ method: 'PUT', path: '/entity/Default/24.200.001/User', json: {} }));
  expect(error['issues']).toEqual([
    { path: 'NewPassword', value: '***', message: 'is too short' },
    { path: 'Name', value: 'kept', message: 'is wrong' },
  ]);
  expect(shownOf(error)).not.toMatch(/hunter2|tok-123456|one-secret/);
  await transport.close();
});

const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + '1' + close.repeat(depth);

it.each([
  ['lists', 422, nested('[', ']', 20_000)],
  ['records', 422, nested('{"a":', '}', 20_000)],
  ['fields with errors', 400, nested('{"error":"wrong","a":', '}', 20_000)],
  ['inner exceptions', 500, nested('{"message":"","innerException":', '}', 20_000)],
])('reads an error body of %s nested 20,000 deep', async (_name, status, body) => {
  const transport = openTransport(erp.url, { retry: { attempts: 1 } });
  erp.answer = (_request, response) => void response.writeHead(status).end(body);
  const error = await failureOf(transport.send({ method: 'PUT', path: '/entity/Default/24.200.001/User', json: {} }));
  expect(AcumaticaError.is(error)).toBe(true);
  expect(shownOf(error).length).toBeLessThan(100_000);
  const direct = errorFromResponse({ status, headers: new Headers() }, JSON.parse(body), { method: 'PUT', path: '/x' });
  expect(shownOf(direct).length).toBeLessThan(300_000);
  await transport.close();
});

it.each([
  ['<title>Service Unavailable</title><body>x', 'Service Unavailable'],
  ['<TITLE lang="en">\n Over\n there </TITLE>', 'Over there'],
  ['<title></title><p>only <b>this</b> counts</p>', 'only this counts'],
  ['<title', '<title'],
  ['<p>a</p><script>if (a < b) x()</script><STYLE>p > a {}</style>b<!-- <p>no</p> -->c', 'a b c'],
  ['<p>a<script>never ends', 'a'],
  ['<p>a < b', 'a < b'],
  ['1 < 2 but no page', '1 < 2 but no page'],
])('says of the page %j what a person would read', (page, text) => {
  const error = errorFromResponse({ status: 503, headers: new Headers() }, page, { method: 'GET', path: '/x' });
  expect(error.message).toBe(`GET /x failed with 503: ${text}.`);
});

it('lists the first of very many issues, and counts the others', () => {
  const rows = Array.from({ length: 500 }, () => ({ Qty: { value: -1, error: 'is wrong' } }));
  const error = errorFromResponse(
    { status: 422, headers: new Headers() },
    { Details: rows },
    { method: 'PUT', path: '/x' },
  );
  expect((error as AcumaticaError & { issues: unknown[] }).issues).toHaveLength(500);
  expect(error.message).toContain('is wrong (Details[19].Qty); and 480 more');
});

it('refuses half of a character in the comment of a file', async () => {
  const transport = openTransport(erp.url);
  const upload = transport.upload('/entity/Default/24.200.001/Case/1/files/a', new Uint8Array(1), {
    comment: 'x\ud800y',
  });
  expect((await failureOf(upload)).name).toBe('AcumaticaConfigError');
  await transport.close();
});
