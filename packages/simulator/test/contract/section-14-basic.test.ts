import { startSimulator } from '../../src/index.js';
import type { Simulator, SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { cookiesOf, endpointPath, signedIn } from '../support/signed-in.js';

const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const Authorization = basicOf('admin', 'admin-secret');

let simulator: Simulator;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator(options);
};
afterEach(() => simulator.close());
const ask = (headers: Record<string, string>, tenant = 'Company'): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'GET', `/t/${tenant}/api/odata/gi/Customers?$top=1`, { headers });
const kinds = (): string[] => simulator.sessions().map(({ kind }) => kind);

describe('§14 name and password', () => {
  it('open a session at each call that keeps no cookies', async () => {
    await start();
    const first = await ask({ Authorization });
    expect([first.status, (await ask({ Authorization })).status]).toEqual([200, 200]);
    expect(first.cookies.filter((cookie) => cookie.startsWith('.ASPXAUTH='))).toHaveLength(2);
    expect(kinds()).toEqual(['basic', 'basic']);
  });

  it('keep their session when the cookies come back', async () => {
    await start();
    const Cookie = cookiesOf(await ask({ Authorization }));
    const second = await ask({ Authorization, Cookie });
    expect([second.status, second.cookies.some((cookie) => cookie.startsWith('.ASPXAUTH='))]).toEqual([200, false]);
    expect(kinds()).toEqual(['basic']);
    expect((await ask({ Cookie })).status).toBe(200);
  });

  it('do not continue a session of another user or tenant', async () => {
    await start({
      tenants: ['One', 'Two'],
      users: [
        { name: 'admin', password: 'admin-secret' },
        { name: 'eve', password: 'eve-secret' },
      ],
    });
    const Cookie = cookiesOf(await ask({ Authorization }, 'One'));
    await ask({ Authorization: basicOf('eve', 'eve-secret'), Cookie }, 'One');
    await ask({ Authorization, Cookie }, 'Two');
    expect(simulator.sessions().map(({ user, tenant }) => [user, tenant])).toEqual([
      ['admin', 'One'],
      ['eve', 'One'],
      ['admin', 'Two'],
    ]);
  });

  it('take no seat of the API, and none is needed', async () => {
    await start({ limits: { seats: 1 } });
    const caller = await signedIn(simulator);
    expect((await ask({ Authorization })).status).toBe(200);
    expect((await caller.get('Warehouse')).status).toBe(200);
    await caller.signOut();
    expect((await (await signedIn(simulator)).get('Warehouse')).status).toBe(200);
  });

  it('open the OData roots only, are freed by a sign-out, and end by standing idle', async () => {
    await start();
    const Cookie = cookiesOf(await ask({ Authorization }));
    expect((await rawRequest(simulator.url, 'GET', `${endpointPath}/Warehouse`, { headers: { Cookie } })).status).toBe(
      401,
    );
    await rawRequest(simulator.url, 'POST', '/entity/auth/logout', { headers: { Cookie }, body: '' });
    expect(kinds()).toEqual([]);
    await ask({ Authorization });
    simulator.advance(10 * 60_000);
    expect(kinds()).toEqual([]);
  });

  it('are refused when they are wrong, and where the tenant is not there', async () => {
    await start({ tenants: ['One', 'Two'] });
    const refused = await ask({ Authorization: basicOf('admin', 'no') }, 'One');
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Basic realm="Acumatica"']);
    expect((await ask({ Authorization }, 'Nope')).status).toBe(401);
    expect(kinds()).toEqual([]);
  });
});
