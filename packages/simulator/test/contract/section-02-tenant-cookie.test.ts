import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { signIn } from '../support/signed-in.js';

const tellsTenant = async (options: SimulatorOptions): Promise<boolean> => {
  await using simulator = await startSimulator({ tenants: ['One', 'Two'], ...options });
  const { status, cookies } = await signIn(simulator, { tenant: 'Two' });
  expect(status).toBe(204);
  return cookies.some((cookie) => cookie.startsWith('CompanyID=Two;'));
};

describe('§2.2 the tenant a sign-in has landed on', () => {
  it('is told by a cookie of older releases, and by nothing since 26R2', async () => {
    expect(await tellsTenant({ release: '23R2' })).toBe(true);
    expect(await tellsTenant({ release: '25R2' })).toBe(true);
    expect(await tellsTenant({ release: '26R2' })).toBe(false);
  });

  it('may be told or kept back by any release', async () => {
    expect(await tellsTenant({ release: '26R2', assume: { tenantCookie: 'sent' } })).toBe(true);
    expect(await tellsTenant({ release: '24R2', assume: { tenantCookie: 'absent' } })).toBe(false);
  });

  it('is not told where there is one tenant only', async () => {
    await using simulator = await startSimulator({ assume: { tenantCookie: 'sent' } });
    expect((await signIn(simulator)).cookies.filter((cookie) => cookie.startsWith('CompanyID'))).toEqual([]);
  });
});
