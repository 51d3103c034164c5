import { compose } from '../src/pipeline/policy.js';
import type { Policy } from '../src/pipeline/policy.js';
import type { TransportHooks } from '../src/index.js';
import { ManualClock } from './manual-clock.js';
import { startMiniErp } from './mini-erp.js';
import { failureOf, openTransport } from './open-transport.js';

it('puts the first policy outermost', async () => {
  const order: string[] = [];
  const policy =
    (name: string): Policy =>
    async (call, next) => {
      order.push(`${name} in`);
      const response = await next(call);
      order.push(`${name} out`);
      return response;
    };
  const send = compose([policy('a'), policy('b')], async () => ({ status: 200 }) as never);
  await send({} as never);
  expect(order).toEqual(['a in', 'b in', 'b out', 'a out']);
});

it('signs in once around all tries, and each try waits its turn and has its own time', async () => {
  let call = 0;
  const erp = await startMiniErp((_request, response) => {
    call += 1;
    if (call === 1) response.writeHead(503).end();
    else if (call === 3) response.end('[]'); // the second never gets an answer
  });
  const clock = new ManualClock();
  const seen: string[] = [];
  const note = (name: string) => (event: { operation?: string }) =>
    void seen.push(`${name} ${event.operation?.split(' ')[0] ?? ''}`.trim());
  const hooks: TransportHooks = {
    onRequest: note('request'),
    onResponse: note('response'),
    onRetry: note('retry'),
    onThrottle: note('turn'),
    onSignIn: () => void seen.push('signed in'),
    onError: note('error'),
  };
  const transport = openTransport(erp.url, { clock, hooks, rateLimit: { callsPerSecond: 0.5 }, timeoutMs: 10_000 });
  await clock.until(transport.send({ method: 'GET', path: '/entity' }), 10_001);
  expect(seen).toEqual([
    ...['request Sign-in', 'response Sign-in', 'signed in'],
    ...['turn GET', 'request GET', 'response GET', 'retry GET'],
    ...['turn GET', 'request GET', 'retry GET'],
    ...['request GET', 'response GET'],
  ]);
  await clock.until(transport.close(), 9_000);
  expect(await failureOf(transport.send({ method: 'GET', path: '/entity' }))).toMatchObject({ code: 'CLOSED' });
  await erp.close();
});

it('sends what is urgent first, the sign-in before everything', async () => {
  const erp = await startMiniErp(({ method }, response) =>
    method !== 'GET' ? void response.writeHead(204).end() : void response.end('[]'),
  );
  const clock = new ManualClock();
  const transport = openTransport(erp.url, { clock, rateLimit: { callsPerSecond: 1 } });
  await transport.signIn();
  const list = (path: string, priority?: number) =>
    transport.send({ method: 'GET', path, ...(priority === undefined ? {} : { priority }) });
  const calls = Promise.all([
    list('/usual'),
    transport.download('/file', { priority: -1 }).then((file) => file.resume()),
    transport.upload('/upload', Buffer.from('x'), { priority: 2 }),
    transport.invoke('/action', {}, { priority: 1 }),
    list('/urgent', 3),
  ]);
  await clock.until(calls, 50_000);
  expect(erp.log).toEqual([
    'POST /entity/auth/login',
    ...['GET /urgent', 'PUT /upload', 'POST /action', 'GET /usual', 'GET /file'],
  ]);
  expect(await failureOf(list('/x', Number.NaN))).toMatchObject({ message: 'priority must be a number, not NaN.' });
  await clock.until(transport.close(), 50_000);
  await erp.close();
});

it('does not let a renewed sign-in wait behind calls that need it', async () => {
  let calls = 0;
  const erp = await startMiniErp((_request, response) => {
    calls += 1;
    if (calls === 2) response.writeHead(401).end();
    else response.end('[]');
  });
  const clock = new ManualClock();
  const transport = openTransport(erp.url, { clock, rateLimit: { callsPerSecond: 1 } });
  await clock.until(transport.send({ method: 'GET', path: '/first' }), 50_000);
  const all = ['/a', '/b', '/c', '/d'].map((path) => transport.send({ method: 'GET', path, priority: 9 }));
  await clock.until(Promise.all(all), 50_000);
  const [login, logout] = ['POST /entity/auth/login', 'POST /entity/auth/logout'];
  expect(erp.log.slice(0, 4)).toEqual([login, 'GET /first', 'GET /a', login]);
  expect(erp.log).not.toContain(logout);
  await clock.until(transport.close(), 50_000);
  await erp.close();
});
