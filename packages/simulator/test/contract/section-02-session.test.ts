import { request } from 'node:https';
import { startSimulator } from '../../src/index.js';
import type { AccessLevel } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { selfSigned } from '../support/self-signed.js';
import { cookiesOf, endpointPath, signIn, signedIn, wired } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';
import { values } from '../support/wire-record.js';

/** Rights that a test takes away while a session lives. */
const changingRights: Record<string, AccessLevel> = {};

test(
  '§2.1 a locale is taken, and changes nothing',
  withCaller(async ({ simulator }) => {
    const answer = await signIn(simulator, { locale: 'de-DE' });
    expect([answer.status, answer.cookies.some((one) => one.startsWith('Locale=Culture=en-US&'))]).toEqual([204, true]);
  }),
);

test(
  '§2.2 answers are private, and name a content type only with a body',
  withCaller(async ({ caller }) => {
    const list = await caller.get('Warehouse');
    expect(list.headers).toMatchObject({
      'cache-control': 'private',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(list.bytes.length),
      date: new Date(list.headers.date ?? '').toUTCString(),
    });
    const out = await caller.signOut();
    expect([out.status, out.headers['content-type']]).toEqual([204, undefined]);
  }),
);

test(
  '§2.2 ticket and session id are enough for a call, one of them is not',
  withCaller(async ({ simulator }) => {
    const cookies = cookiesOf(await signIn(simulator)).split('; ');
    const only = (...names: string[]): string =>
      cookies.filter((one) => names.some((name) => one.startsWith(`${name}=`))).join('; ');
    const list = async (Cookie: string): Promise<number> =>
      (await rawRequest(simulator.url, 'GET', `${endpointPath}/Warehouse`, { headers: { Cookie } })).status;
    expect(await list(only('.ASPXAUTH', 'ASP.NET_SessionId'))).toBe(200);
    expect(await list(only('.ASPXAUTH'))).toBe(401);
    expect(await list(only('ASP.NET_SessionId'))).toBe(401);
  }),
);

test(
  '§2.2 requeststat names the path below the site, in lower case',
  withCaller(
    async ({ caller }) => {
      const { cookies } = await caller.put('Customer', wired({ CustomerID: 'ABARTENDE' }));
      expect(cookies.at(-1)).toContain('+sc:~/entity/default/24.200.001/customer+');
    },
    { site: '/AcumaticaERP' },
  ),
);

test(
  '§2.2 Locale and CompanyID of the sign-in last three days, those of the session as long as the browser',
  withCaller(
    async ({ simulator }) => {
      const before = Date.now();
      const { cookies } = await signIn(simulator);
      const after = Date.now();
      const lasting = cookies.filter((cookie) => cookie.includes('expires='));
      expect(new Set(lasting.map((cookie) => cookie.split('=')[0]))).toEqual(new Set(['CompanyID', 'Locale']));
      for (const cookie of lasting) {
        const setAt = Date.parse(/expires=([^;]+)/.exec(cookie)?.[1] ?? '') - 3 * 86_400_000;
        expect([setAt >= before - 1000, setAt <= after]).toEqual([true, true]); // a cookie's time has whole seconds
      }
    },
    { tenants: ['One', 'Two'] },
  ),
);

test(
  '§2.2 sign-out, a failed sign-in and a failed PUT set Locale and UserBranch twice each, then the tracing',
  withCaller(async ({ simulator, caller }) => {
    const answers = [
      await signIn(simulator, { password: 'wrong' }),
      await caller.put('Customer', undefined),
      await caller.put('SalesOrder', wired({ CustomerID: 'NOBODY' })),
      await caller.signOut(),
    ];
    expect(answers.map(({ status }) => status)).toEqual([500, 400, 422, 204]);
    for (const { cookies } of answers) {
      const last = cookies.slice(-6);
      expect(last.slice(0, 4)).toEqual([
        ...Array.from({ length: 2 }, () => 'Locale=TimeZone=GMTM0800A&Culture=en-US; path=/'),
        ...Array.from({ length: 2 }, () => 'UserBranch=1; path=/'),
      ]);
      expect(last.slice(4).map((cookie) => cookie.split('=')[0])).toEqual(['requestid', 'requeststat']);
    }
  }),
);

test('§2.2 over HTTPS the ticket is for secure connections, also those from other sites', async () => {
  await using simulator = await startSimulator({ tls: selfSigned });
  const cookies = await new Promise<string[]>((resolve, reject) => {
    const trust = { ca: selfSigned.cert, checkServerIdentity: () => undefined };
    const body = JSON.stringify({ name: 'admin', password: 'admin-secret' });
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
    request(`${simulator.url}/entity/auth/login`, { ...trust, method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.headers['set-cookie'] ?? []);
    })
      .on('error', reject)
      .end(body);
  });
  expect(cookies.find((cookie) => cookie.startsWith('.ASPXAUTH'))).toMatch(
    /^\.ASPXAUTH=[0-9A-F]{200,}; path=\/; secure; HttpOnly; SameSite=None$/,
  );
});

test(
  '§2.4 a call keeps its session alive',
  withCaller(async ({ simulator, caller }) => {
    for (let minutes = 0, ticket = ''; minutes < 30; minutes += 9) {
      simulator.advance(9 * 60_000);
      const Cookie = ticket === '' ? caller.cookie : `${ticket}; ${caller.cookie}`;
      const answer = await caller.get('Warehouse', { Cookie });
      expect(answer.status).toBe(200);
      ticket = answer.cookies.find((cookie) => cookie.startsWith('.ASPXAUTH'))?.split(';')[0] ?? ticket;
    }
  }),
);

test.each([10, 30])('§2.4 an idle session ends after %s minutes, as the instance is set', async (sessionMinutes) => {
  await using simulator = await startSimulator({ sessionMinutes });
  const caller = await signedIn(simulator);
  simulator.advance((sessionMinutes - 1) * 60_000);
  expect((await caller.get('Warehouse')).status).toBe(200);
  simulator.advance(sessionMinutes * 60_000);
  expect((await caller.get('Warehouse')).status).toBe(401);
});

test(
  '§2.4 a sign-out without its length is refused, and the seat stays taken',
  withCaller(async ({ simulator, caller }) => {
    const headers = { Cookie: caller.cookie };
    const answer = await rawRequest(simulator.url, 'POST', '/entity/auth/logout', { lengthless: true, headers });
    expect([answer.status, simulator.sessions().length]).toEqual([411, 1]);
  }),
);

test(
  '§2.5 a session keeps the rights it had at sign-in',
  withCaller(
    async ({ simulator, caller }) => {
      changingRights['Customer'] = 'none';
      expect((await caller.get('Customer?$top=1')).status).toBe(200);
      expect((await (await signedIn(simulator)).get('Customer?$top=1')).status).toBe(403);
    },
    { users: [{ name: 'admin', password: 'admin-secret', rights: changingRights }] },
  ),
);

test(
  '§2.6 the business date is taken in several formats',
  withCaller(async ({ caller }) => {
    for (const text of ['2024/01/31', '2024-01-31', '01/31/2024', '2024-01-31T10:00:00+00:00']) {
      const { Date: date } = values(
        await caller.put('SalesOrder', wired({ CustomerID: 'ABARTENDE' }), { 'PX-CbApiBusinessDate': text }),
      );
      expect([text, date?.value]).toEqual([text, '2024-01-31T00:00:00+00:00']);
    }
  }),
);
