import { judgeHealth } from '../src/statistics/client-health.js';
import type { HealthFacts } from '../src/statistics/client-health.js';

const traffic = {
  requests: 100,
  byMethod: {},
  byStatus: {},
  errors: 0,
  retries: 0,
  throttledMs: 0,
  signIns: 1,
  signOuts: 0,
  seatsHeld: 1,
  latencyMs: { p50: 1, p95: 2 },
  bytesSent: 0,
  bytesReceived: 0,
};
const well: HealthFacts = { closed: false, connected: true, transport: traffic };

test.each<[string, Partial<HealthFacts>, string]>([
  ['nothing is wrong', {}, 'healthy'],
  ['it is not connected yet', { connected: false, transport: undefined }, 'warning'],
  ['it is closed', { closed: true }, 'unhealthy'],
  ['a few requests failed', { transport: { ...traffic, errors: 3 } }, 'warning'],
  ['a tenth of the requests failed', { transport: { ...traffic, errors: 10 } }, 'degraded'],
  ['half of the requests failed', { transport: { ...traffic, errors: 50 } }, 'unhealthy'],
  ['many requests were repeated', { transport: { ...traffic, retries: 20 } }, 'warning'],
  ['calls waited for long', { transport: { ...traffic, throttledMs: 200_000 } }, 'warning'],
  ['it signs in all the time', { transport: { ...traffic, signIns: 40 } }, 'warning'],
  ['the cache fails', { cacheProblem: 'the disk is full' }, 'warning'],
  ['it landed on another tenant', { wrongTenant: 'Other' }, 'unhealthy'],
])('when %s', (_when, facts, status) => {
  const health = judgeHealth({ ...well, ...facts });
  expect(health.status).toBe(status);
  expect(health.reasons).toHaveLength(status === 'healthy' ? 0 : 1);
});

test('the worst finding decides, and all are told', () => {
  expect(judgeHealth({ ...well, cacheProblem: 'x', wrongTenant: 'y' })).toMatchObject({
    status: 'unhealthy',
    reasons: [{}, {}].map(() => expect.any(String) as string),
  });
});
