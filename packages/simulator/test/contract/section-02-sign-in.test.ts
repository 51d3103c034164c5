import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { cookiesOf, endpointPath, signIn, signedIn } from '../support/signed-in.js';

let simulator: Simulator;
const start = async (options: SimulatorOptions = {}): Promise<Simulator> => (simulator = await startSimulator(options));
afterEach(() => simulator.close());

const exception = (answer: { json: unknown }): string => (answer.json as { exceptionMessage: string }).exceptionMessage;

describe('§2.1 the sign-in request', () => {
  it('takes JSON and forms, tenant and its older alias company', async () => {
    await start({ tenants: ['One', 'Two'] });
    const form = 'name=admin&password=admin-secret&company=Two';
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await rawRequest(simulator.url, 'POST', '/entity/auth/login', { body: form, headers });
    expect(answer.status).toBe(204);
    expect((await signIn(simulator, { tenant: 'one' })).status).toBe(204);
    expect(simulator.sessions().map(({ tenant }) => tenant)).toEqual(['Two', 'One']);
  });

  it('starts in the branch that is named, otherwise in the first', async () => {
    await start({ tenants: [{ name: 'Company', branches: ['MAIN', 'EAST'] }] });
    const east = await signIn(simulator, { branch: 'EAST' });
    expect(east.cookies).toContain('UserBranch=2; path=/');
    expect((await signIn(simulator)).cookies).toContain('UserBranch=1; path=/');
  });

  it('starts in the branch of the user when it names none', async () => {
    const users = [{ name: 'eve', password: 'e', branch: 'EAST' }];
    await start({ tenants: [{ name: 'Company', branches: ['MAIN', 'EAST'] }], users });
    expect((await signIn(simulator, { name: 'eve', password: 'e' })).cookies).toContain('UserBranch=2; path=/');
  });
});

describe('§2.2 a successful sign-in', () => {
  it('sets the first five cookies twice each, then requestid and requeststat once', async () => {
    await start({ tenants: ['One', 'Two'] });
    const { status, text, cookies } = await signIn(simulator);
    expect([status, text]).toEqual([204, '']);
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '.ASPXAUTH',
      '.ASPXAUTH',
      'ASP.NET_SessionId',
      'ASP.NET_SessionId',
      'CompanyID',
      'CompanyID',
      'Locale',
      'Locale',
      'UserBranch',
      'UserBranch',
      'requestid',
      'requeststat',
    ]);
    for (const at of [0, 2, 4, 6, 8]) expect(cookies[at + 1]).toBe(cookies[at]);
    expect(cookies[0]).toMatch(/^\.ASPXAUTH=[0-9A-F]{200,}; path=\/; HttpOnly$/);
    expect(cookies[2]).toMatch(/^ASP\.NET_SessionId=[a-z0-5]{24}; path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookies[6]).toMatch(
      /^Locale=Culture=en-US&TimeZone=GMTM0800A; expires=\w{3}, \d\d-\w{3}-\d{4} [\d:]{8} GMT; path=\/$/,
    );
    expect(cookies[4]).toMatch(/^CompanyID=One; expires=\w{3}, \d\d-\w{3}-\d{4} [\d:]{8} GMT; path=\/$/);
    expect(cookies[8]).toBe('UserBranch=1; path=/');
    expect(cookies.at(-2)).toMatch(/^requestid=[0-9A-F]{32}; path=\/$/);
    expect(cookies.at(-1)).toMatch(/^requeststat=\+st:\d+\+sc:~\/entity\/auth\/login\+start:\d{18}\+tg:; path=\/$/);
  });

  it('leaves CompanyID out where there is one tenant', async () => {
    await start();
    expect((await signIn(simulator)).text).toBe('');
    expect((await signIn(simulator)).cookies.some((cookie) => cookie.startsWith('CompanyID'))).toBe(false);
  });

  it('sets Locale and UserBranch once on a list and twice with tracing on a PUT', async () => {
    await start();
    const caller = await signedIn(simulator);
    const names = (cookies: readonly string[]): string[] => cookies.map((cookie) => cookie.split('=')[0] ?? '');
    expect(names((await caller.get('Customer')).cookies)).toEqual(['Locale', 'UserBranch']);
    const written = await caller.put('Customer', { CustomerID: { value: 'NEWONE' }, CustomerName: { value: 'New' } });
    expect(names(written.cookies)).toEqual([
      'Locale',
      'Locale',
      'UserBranch',
      'UserBranch',
      'requestid',
      'requeststat',
    ]);
    expect(written.cookies[0]).toBe('Locale=TimeZone=GMTM0800A&Culture=en-US; path=/');
  });
});

describe('§2.3 a failed sign-in', () => {
  it('answers a wrong password with 500 and still sets four kinds of cookies', async () => {
    await start();
    const answer = await signIn(simulator, { password: 'wrong' });
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({
      message: 'An error has occurred.',
      exceptionMessage: 'Error: Invalid credentials. Please try again.',
      exceptionType: 'PX.Data.PXException',
      stackTrace: expect.stringMatching(/^ {3}at PX\.Data\.PXLogin/) as unknown,
    });
    expect(new Set(answer.cookies.map((cookie) => cookie.split('=')[0]))).toEqual(
      new Set(['Locale', 'UserBranch', 'requestid', 'requeststat']),
    );
  });

  it('locks the account after repeats, even for the right password', async () => {
    await start({ lockOutAfter: 2 });
    await signIn(simulator, { password: 'wrong' });
    await signIn(simulator, { password: 'wrong' });
    const answer = await signIn(simulator);
    expect(answer.status).toBe(500);
    expect(exception(answer)).toContain('locked out');
  });

  it('refuses a user who must change the password in the browser', async () => {
    await start({ users: [{ name: 'new', password: 'first', mustChangePassword: true }] });
    for (const more of [{}, { newPassword: 'second' }])
      expect(exception(await signIn(simulator, { name: 'new', password: 'first', ...more }))).toContain(
        'You need to change your password. Sign in by using your browser to set a new password.',
      );
  });

  it('answers an unknown tenant among several with PXUndefinedCompanyException', async () => {
    await start({ tenants: ['One', 'Two'] });
    const answer = await signIn(simulator, { tenant: 'Three' });
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({
      exceptionMessage: 'A proper company ID cannot be determined for the request.',
      exceptionType: 'PX.Data.PXUndefinedCompanyException',
    });
  });

  it('takes an omitted or empty tenant as the default one', async () => {
    await start({ tenants: ['One', 'Two'] });
    for (const credentials of [{ tenant: '' }, {}]) expect((await signIn(simulator, credentials)).status).toBe(204);
    expect(simulator.sessions().map(({ tenant }) => tenant)).toEqual(['One', 'One']);
  });

  it('takes any tenant name where there is exactly one', async () => {
    await start();
    expect((await signIn(simulator, { tenant: 'whatever' })).status).toBe(204);
  });

  it.each([
    ['licence', 500, 'API Login Limit'],
    ['user', 500, 'The number of concurrent API logins'],
    ['429', 429, 'API Login Limit'],
  ] as const)('refuses one session too many in the form %s', async (seatLimit, status, text) => {
    await start({ limits: { seats: 1 }, assume: { seatLimit } });
    await signIn(simulator);
    const answer = await signIn(simulator);
    expect(answer.status).toBe(status);
    expect(exception(answer)).toContain(text);
    expect(simulator.sessions()).toHaveLength(1);
  });

  it("keeps a user to the user's own ceiling", async () => {
    await start({ users: [{ name: 'robot', password: 'secret', seats: 1 }] });
    const robot = { name: 'robot', password: 'secret' };
    await signIn(simulator, robot);
    expect(exception(await signIn(simulator, robot))).toContain('concurrent API logins (1) for the robot user');
  });

  it('may let a session too many in and refuse its calls with 401', async () => {
    await start({ limits: { seats: 1 }, assume: { seatLimit: 'later-401' } });
    await signIn(simulator);
    const second = await signIn(simulator);
    expect(second.status).toBe(204);
    const headers = { Cookie: cookiesOf(second) };
    expect((await rawRequest(simulator.url, 'GET', `${endpointPath}/Customer`, { headers })).status).toBe(401);
  });

  it('answers a POST without length with the 411 page of the web server', async () => {
    await start();
    const answer = await rawRequest(simulator.url, 'POST', '/entity/auth/logout', {
      lengthless: true,
    });
    expect(answer.status).toBe(411);
    expect(answer.text).toContain('<h2>Length Required</h2>');
  });
});

describe('§2.3 a tenant that was made while the server ran', () => {
  it('takes the sign-in and works in the default one without a word', async () => {
    await using several = await startSimulator({
      tenants: ['One', 'Two'],
      staleTenants: ['Three'],
      data: { Customer: [{ CustomerID: 'ALPHA' }] },
    });
    expect((await signIn(several, { tenant: 'Three' })).status).toBe(204);
    expect(several.sessions()).toMatchObject([{ tenant: 'One' }]);
  });
});

describe('§2.4 signing out', () => {
  it('frees the seat and takes ticket and session id back', async () => {
    await start();
    const caller = await signedIn(simulator);
    const answer = await caller.signOut();
    expect(answer.status).toBe(204);
    expect(answer.cookies.slice(0, 2)).toEqual(
      Array.from({ length: 2 }, () => '.ASPXAUTH=; expires=Tue, 12-Oct-1999 00:00:00 GMT; path=/; HttpOnly'),
    );
    const [, , id = '', again] = answer.cookies;
    const year = String(new Date().getUTCFullYear() - 1);
    expect([id, id]).toEqual([
      again,
      expect.stringMatching(`^ASP.NET_SessionId=; expires=\\w{3}, .*-${year} .*; path=/$`),
    ]);
    expect(simulator.sessions()).toEqual([]);
    expect((await caller.get('Customer')).status).toBe(401);
  });

  it('ends a session by itself after ten idle minutes', async () => {
    await start();
    const caller = await signedIn(simulator);
    simulator.advance(9 * 60_000);
    expect((await caller.get('Customer')).status).toBe(200);
    simulator.advance(10 * 60_000);
    expect((await caller.get('Customer')).status).toBe(401);
    expect(simulator.sessions()).toEqual([]);
  });
});

describe('§2.5 calls without a session', () => {
  it.each(['Customer', 'NoSuchEntity', '../../No/1/Customer', '../../../t/NoTenant/api/odata/gi'])(
    'answers 401 before it looks at %s',
    async (path) => {
      await start();
      const url = new URL(`${endpointPath}/${path}`, 'http://x').pathname;
      expect((await rawRequest(simulator.url, 'GET', url)).status).toBe(401);
    },
  );

  it.each([
    ['json', /^\{"message":"Authorization/],
    ['html', /<h2>Unauthorized/],
    ['empty', /^$/],
  ] as const)('may give a 401 the body %s', async (unauthorizedBody, text) => {
    await start({ assume: { unauthorizedBody } });
    expect((await rawRequest(simulator.url, 'GET', `${endpointPath}/Customer`)).text).toMatch(text);
  });
});
