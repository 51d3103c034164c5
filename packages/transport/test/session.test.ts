import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import { AcumaticaAuthError, AcumaticaSeatLimitError } from '@acurecord/errors';
import { bearerToken, passwordSignIn } from '../src/index.js';
import type { Transport, TransportOptions, TransportRequest } from '../src/index.js';
import { ManualClock } from './manual-clock.js';
import { startMiniErp } from './mini-erp.js';
import { failureOf, openTransport, overBuiltInFetch } from './open-transport.js';

const LIST: TransportRequest = { method: 'GET', path: '/entity/Default/24.200.001/Customer', query: { $top: 1 } };
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function simulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const sim = await startSimulator(options);
  open.push(sim);
  return sim;
}

function transport(sim: { url: string }, changes: Partial<TransportOptions> = {}): Transport {
  const made = openTransport(sim.url, changes);
  open.push(made);
  return made;
}

const pathsOf = (sim: Simulator): string[] => sim.requests().map(({ method, path }) => `${method} ${path}`);
const signIns = (sim: Simulator): number => pathsOf(sim).filter((line) => line === 'POST /entity/auth/login').length;

describe('a session by password', () => {
  it('is opened by the first call, used by all, and given back by close', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    expect(sim.requests()).toEqual([]);
    await Promise.all([erp.send(LIST), erp.send(LIST), erp.send(LIST)]);
    expect(sim.sessions()).toHaveLength(1);
    expect(erp.stats()).toMatchObject({ signIns: 1, seatsHeld: 1 });
    await erp.close();
    expect(sim.sessions()).toHaveLength(0);
    expect(pathsOf(sim).at(-1)).toBe('POST /entity/auth/logout');
    expect(sim.requests().at(-1)?.headers['content-length']).toBe('0');
    expect(erp.stats()).toMatchObject({ signIns: 1, signOuts: 1, seatsHeld: 0 });
  });

  it.each(['x', 'message', 'exception', 'Error'])(
    'is refused for what it is, also where the password is %j',
    async (password) => {
      const sim = await simulator();
      const auth = passwordSignIn({ username: 'admin', password, tenant: 'Company' });
      const error = await failureOf(transport(sim, { auth }).send(LIST));
      expect(error).toBeInstanceOf(AcumaticaAuthError);
      expect(error.message).toContain('Invalid credentials');
    },
  );

  it('is given back at the end of a scope', async () => {
    const sim = await simulator();
    {
      await using erp = transport(sim);
      await erp.send(LIST);
    }
    expect(sim.sessions()).toHaveLength(0);
  });

  it('is opened again after signOut', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    await erp.send(LIST);
    await erp.signOut();
    expect(sim.sessions()).toHaveLength(0);
    await erp.send(LIST);
    expect(signIns(sim)).toBe(2);
  });

  it('is not asked for by close, signOut and dispose without one', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    await erp.signOut();
    await erp.close();
    await erp[Symbol.asyncDispose]();
    expect(sim.requests()).toEqual([]);
    expect(await failureOf(erp.send(LIST))).toMatchObject({ code: 'CLOSED' });
  });

  it('is replaced once for 50 calls that meet its end together', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    await erp.send(LIST);
    sim.advance(11 * 60_000);
    await Promise.all(Array.from({ length: 50 }, () => erp.send(LIST)));
    expect(signIns(sim)).toBe(2);
    expect(sim.sessions()).toHaveLength(1);
  });

  it('is replaced also where no call had used it before it ended', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    await erp.signIn();
    sim.advance(11 * 60_000);
    await Promise.all(Array.from({ length: 5 }, () => erp.send(LIST)));
    expect(signIns(sim)).toBe(2);
  });

  it('is not replaced with retryOnIdleLogout: false, and the next call opens another', async () => {
    const sim = await simulator();
    const erp = transport(sim, { retryOnIdleLogout: false });
    await erp.send(LIST);
    sim.advance(11 * 60_000);
    expect(await failureOf(erp.send(LIST))).toMatchObject({ name: 'AcumaticaAuthError', status: 401 });
    await erp.send(LIST);
    expect(signIns(sim)).toBe(2);
  });

  it('is not opened once more by a 401 that arrives late', async () => {
    const answers: (() => void)[] = [];
    const erp = await startMiniErp((request, response) => {
      const old = request.headers.cookie?.includes('SessionId=s1');
      const answer = (): void => void response.writeHead(old ? 401 : 200).end(old ? '' : '[]');
      if (request.url?.endsWith('/late') && old) answers.push(answer);
      else answer();
    });
    open.push(erp);
    const client = transport(erp);
    const late = client.send({ method: 'GET', path: '/entity/late' });
    await client.send({ method: 'GET', path: '/entity/early' });
    answers.forEach((answer) => answer());
    await late;
    expect(erp.log.filter((line) => line.endsWith('/login'))).toHaveLength(2);
  });

  it('follows cookies that the server sets anew, and takes doubled ones with commas, = and &', async () => {
    const cookies: (string | undefined)[] = [];
    const erp = await startMiniErp((request, response) => {
      cookies.push(request.headers.cookie);
      const twice = 'Locale=TimeZone=GMTM0800A&Culture=en-US; expires=Sun, 17-Dec-2099 02:13:54 GMT; path=/';
      response.setHeader('Set-Cookie', [
        'ASP.NET_SessionId=moved; path=/',
        twice,
        twice,
        'Gone=1; path=/',
        'Gone=; expires=Tue, 12-Oct-1999 04:00:00 GMT',
      ]);
      response.end('[]');
    });
    open.push(erp);
    const client = transport(erp);
    await client.send(LIST);
    await client.send(LIST);
    expect(cookies[1]).toBe('ASP.NET_SessionId=moved; Locale=TimeZone=GMTM0800A&Culture=en-US');
  });
});

describe('refused credentials', () => {
  const wrong = passwordSignIn({ username: 'admin', password: 'wrong', tenant: 'Company' });

  it('are tried once, and later calls fail at once until signIn is called', async () => {
    const sim = await simulator();
    const erp = transport(sim, { auth: wrong });
    const failures = await Promise.all([1, 2, 3].map(() => failureOf(erp.send(LIST))));
    expect(failures.map(({ name }) => name)).toEqual(Array(3).fill('AcumaticaAuthError'));
    expect(await failureOf(erp.send(LIST))).toMatchObject({ message: expect.stringContaining('signIn()') as string });
    expect(signIns(sim)).toBe(1);
    await failureOf(erp.signIn());
    expect(signIns(sim)).toBe(2);
  });

  it('are not remembered where the server was only in trouble', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    sim.failNext({ path: '/entity/auth/login', status: 503, times: 3 });
    expect(await failureOf(erp.send(LIST))).toMatchObject({ name: 'AcumaticaServerError', status: 503 });
    await erp.send(LIST);
  });

  it('are told apart from a wrong tenant', async () => {
    const sim = await simulator({ tenants: ['A', 'B'] });
    const auth = passwordSignIn({ username: 'admin', password: 'admin-secret', tenant: 'C' });
    expect(await failureOf(transport(sim, { auth }).send(LIST))).toMatchObject({
      name: 'AcumaticaAuthError',
      message: expect.stringContaining('tenant') as string,
    });
  });
});

describe('persistentLogin: false', () => {
  it('signs in before and out after each call', async () => {
    const sim = await simulator();
    const erp = transport(sim, { persistentLogin: false });
    await erp.send(LIST);
    expect(sim.sessions()).toHaveLength(0);
    await erp.send(LIST);
    expect(pathsOf(sim).map((line) => line.split('/').at(-1))).toEqual([
      'login',
      'Customer',
      'logout',
      'login',
      'Customer',
      'logout',
    ]);
  });

  it('signs out after a call that failed', async () => {
    const sim = await simulator();
    const erp = transport(sim, { persistentLogin: false });
    await failureOf(erp.send({ method: 'GET', path: '/entity/Default/24.200.001/Customer/NOPE' }));
    expect(sim.sessions()).toHaveLength(0);
  });

  it('takes one seat for calls that run at once', async () => {
    const sim = await simulator({ limits: { seats: 1 }, latencyMs: 5 });
    const erp = transport(sim, { persistentLogin: false });
    await Promise.all(Array.from({ length: 10 }, () => erp.send(LIST)));
    await Promise.all(Array.from({ length: 10 }, () => erp.send(LIST)));
    expect(sim.sessions()).toHaveLength(0);
    expect(signIns(sim)).toBe(2);
  });
});

describe('OData addresses that take no cookies of the API', () => {
  const INQUIRY: TransportRequest = {
    method: 'GET',
    path: '/t/Company/api/odata/gi/Customers',
    query: { $top: 1 },
    session: 'api-or-basic',
  };
  const kinds = (sim: Simulator): string[] => sim.sessions().map(({ kind }) => kind);

  it('are read by name and password in a session of their own, which takes no seat', async () => {
    const sim = await simulator({ assume: { cookieOnOData: false }, limits: { seats: 1 } });
    const erp = transport(sim);
    await erp.send(LIST);
    expect((await erp.send(INQUIRY)).status).toBe(200);
    const from = sim.requests().length;
    expect((await erp.send(INQUIRY)).status).toBe(200);
    expect((await erp.send(LIST)).status).toBe(200);
    expect(pathsOf(sim).slice(from)).toEqual([`GET ${INQUIRY.path}`, `GET ${LIST.path}`]);
    expect(kinds(sim).sort()).toEqual(['basic', 'cookie']);
    await erp.close();
    expect(sim.sessions()).toEqual([]);
  });

  it('are so again after both sessions have ended', async () => {
    const sim = await simulator({ assume: { cookieOnOData: false }, limits: { seats: 1 } });
    const erp = transport(sim);
    await erp.send(INQUIRY);
    sim.faults.expireSessions();
    await Promise.all([erp.send(INQUIRY), erp.send(LIST), erp.send(INQUIRY)]);
    await erp.close();
    expect(kinds(sim).filter((kind) => kind === 'cookie')).toEqual([]);
  });

  it('leave no seat behind where they take no password either', async () => {
    const sim = await simulator({ limits: { seats: 1 } });
    sim.behave([{ path: '/odata/', status: 401 }]);
    const erp = transport(sim);
    await erp.send(LIST);
    expect(await failureOf(erp.send(INQUIRY))).toBeInstanceOf(AcumaticaAuthError);
    expect((await erp.send(LIST)).status).toBe(200);
    expect(kinds(sim)).toEqual(['cookie']);
    await erp.close();
    expect(sim.sessions()).toEqual([]);
  });

  it('get nothing of the password where a token signs in', async () => {
    const sent = new Set<string | undefined>();
    const erp = await startMiniErp((request, response) => {
      sent.add(request.headers.authorization);
      response.writeHead(request.url?.includes('odata') === true ? 401 : 200).end('[]');
    });
    open.push(erp);
    const client = transport(erp, { auth: bearerToken(() => 'token-1') });
    expect(await failureOf(client.send(INQUIRY))).toBeInstanceOf(AcumaticaAuthError);
    expect([...sent]).toEqual(['Bearer token-1']);
  });

  it('are told of a session that ended, and continue with its successor where they take cookies', async () => {
    const sim = await simulator({ limits: { seats: 1 } });
    const erp = transport(sim);
    await erp.send(INQUIRY);
    sim.faults.expireSessions();
    await erp.send(INQUIRY);
    expect([kinds(sim), signIns(sim)]).toEqual([['cookie'], 2]);
  });
});

describe('a missing seat', () => {
  it.each(['licence', 'user', '429', 'later-401'] as const)(
    'is told when the server says it by %s',
    async (seatLimit) => {
      const sim = await simulator({ limits: { seats: 1 }, assume: { seatLimit } });
      const first = transport(sim);
      await first.send(LIST);
      const second = transport(sim);
      const failure = await failureOf(second.send(LIST));
      expect(failure).toBeInstanceOf(AcumaticaSeatLimitError);
      await first.close();
      await second.send(LIST);
      await second.close();
      expect(sim.sessions()).toHaveLength(0);
    },
  );

  it('leaves no session behind, although the list of endpoints was there for everybody', async () => {
    const sim = await simulator({ limits: { seats: 1 }, assume: { seatLimit: 'later-401' } });
    const first = transport(sim);
    await first.send(LIST);
    const second = transport(sim);
    expect((await second.send({ method: 'GET', path: '/entity' })).status).toBe(200);
    expect(await failureOf(second.send(LIST))).toBeInstanceOf(AcumaticaSeatLimitError);
    expect(sim.sessions()).toHaveLength(1);
  });

  it('is told when a token meets it by a redirect', async () => {
    const erp = await startMiniErp((_request, response) => {
      response
        .writeHead(302, {
          Location:
            '/Frames/Error.aspx?message=The%20number%20of%20concurrent%20API%20logins%20(2)%20has%20been%20reached.',
        })
        .end();
    });
    open.push(erp);
    const client = transport(erp, { auth: bearerToken(() => 'token-1') });
    expect(await failureOf(client.send(LIST))).toMatchObject({ name: 'AcumaticaSeatLimitError', limit: 2 });
  });

  it.each(['licence', 'later-401'] as const)('is waited for with seatWaitMs (%s)', async (seatLimit) => {
    const sim = await simulator({ limits: { seats: 1 }, assume: { seatLimit } });
    const first = transport(sim);
    await first.send(LIST);
    const clock = new ManualClock();
    const hooks = { onThrottle: () => void first.close() };
    const second = transport(sim, { clock, hooks, seatWaitMs: 30_000, timeoutMs: 1_000_000 });
    expect((await clock.until(second.send(LIST), 100_000)).status).toBe(200);
    expect(second.stats().throttledMs).toBeGreaterThan(0);
  });

  it('is waited for no longer than seatWaitMs', async () => {
    const sim = await simulator({ limits: { seats: 1 } });
    await transport(sim).send(LIST);
    const clock = new ManualClock();
    const second = transport(sim, { clock, seatWaitMs: 10_000, timeoutMs: 1_000_000 });
    const startedAt = clock.now();
    expect(await failureOf(clock.until(second.send(LIST), 100_000))).toBeInstanceOf(AcumaticaSeatLimitError);
    expect(clock.now() - startedAt).toBe(10_000);
  });

  it('is not what a 401 of another address means', async () => {
    const erp = await startMiniErp((_request, response) => void response.writeHead(401).end());
    open.push(erp);
    const failure = await failureOf(
      transport(erp).send({ method: 'GET', path: '/t/Company/api/odata/gi', session: 'api-or-basic' }),
    );
    expect(failure.constructor).toBe(AcumaticaAuthError);
  });
});

describe('giving seats back', () => {
  it('tries again where the sign-out fails, and close does not throw', async () => {
    const sim = await simulator();
    const erp = transport(sim);
    await erp.send(LIST);
    sim.failNext({ path: 'logout', status: 503, times: 2 });
    await erp.close();
    expect(sim.sessions()).toHaveLength(0);
  });

  it('tells hooks where it is not certain', async () => {
    const errors: string[] = [];
    const sim = await simulator();
    const erp = transport(sim, { hooks: { onError: ({ operation }) => void errors.push(operation) } });
    await erp.send(LIST);
    sim.failNext({ path: 'logout', status: 500, times: 3 });
    await erp.close();
    expect(errors).toEqual(['Sign-out']);
  });

  it('does not queue behind the rate limit', async () => {
    const sim = await simulator();
    const erp = transport(sim, { rateLimit: { callsPerSecond: 0.001 } });
    await erp.signIn();
    const abort = new AbortController();
    const waiting = failureOf(erp.send({ ...LIST, signal: abort.signal }));
    await erp.signOut();
    expect(sim.sessions()).toHaveLength(0);
    abort.abort();
    expect((await waiting).name).toBe('AbortError');
  });

  it('waits for calls under way, and cuts those that take too long', async () => {
    const sim = await simulator({ latencyMs: 30 });
    const erp = transport(sim);
    await erp.send(LIST);
    const finishing = erp.send(LIST);
    await new Promise((resolve) => setImmediate(resolve));
    await erp.close();
    expect((await finishing).status).toBe(200);

    const slow = transport(sim);
    await slow.send(LIST);
    sim.failNext({ path: 'Customer', delayMs: 60_000 });
    const cut = failureOf(slow.send(LIST));
    await slow.close({ graceMs: 30 });
    expect(await cut).toMatchObject({ code: 'CLOSED' });
    expect(sim.sessions()).toHaveLength(0);
  });

  it('leaves no seat and no socket after 200 clients, and one listener a signal in all', async () => {
    const names = ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit', 'uncaughtException'] as const;
    const listeners = (): number[] => names.map((name) => process.listenerCount(name));
    const before = listeners();
    const erp = await startMiniErp();
    open.push(erp);
    let sockets = 0;
    erp.server.on('connection', (socket) => {
      sockets += 1;
      socket.on('close', () => (sockets -= 1));
    });
    const clients = Array.from({ length: 200 }, () => transport(erp, { timeoutMs: 60_000 }));
    await Promise.all(clients.map((client) => client.send(LIST)));
    expect(erp.seats.size).toBe(200);
    expect(listeners().every((count, index) => count <= (before[index] ?? 0) + 1)).toBe(true);
    await Promise.all(clients.map((client) => client.close()));
    expect(erp.seats.size).toBe(0);
    // They stay for good: Node drops a signal that is on its way to a listener which is taken away.
    expect(listeners().every((count, index) => count <= (before[index] ?? 0) + 1)).toBe(true);
    // Node's own fetch keeps its connections to itself.
    while (!overBuiltInFetch && sockets > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
