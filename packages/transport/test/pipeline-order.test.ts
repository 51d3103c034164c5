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
