import { startSimulator } from '../../src/index.js';
import type { Release, SimulatorOptions } from '../../src/index.js';
import { endpointPath, signIn, wired } from '../support/signed-in.js';
import { withCaller } from '../support/with-caller.js';

const minutes = 60_000;
const nameOf = (cookie: string): string => cookie.split('=')[0] ?? '';
const ticketsOf = (cookies: readonly string[]): string[] =>
  cookies.filter((cookie) => nameOf(cookie) === '.ASPXAUTH').map((cookie) => cookie.split(';')[0] ?? '');

describe('§2.4 the ticket of a session', () => {
  test(
    'is renewed in the middle of its time, twice in that answer, whatever was asked',
    withCaller(async ({ simulator, caller }) => {
      const asked = [
        () => caller.get('Customer/ABARTENDE'),
        () => caller.put('Customer', wired({ CustomerID: 'ABARTENDE' })),
        () => caller.send('GET', `${endpointPath}/SalesOrder/X/status/11111111-2222-3333-4444-555555555555`),
        () => caller.get('Customer/NOBODY'),
      ];
      expect(ticketsOf((await asked[0]?.())?.cookies ?? [])).toEqual([]);
      simulator.advance(5 * minutes);
      const [first, second, ...more] = ticketsOf((await asked[1]?.())?.cookies ?? []);
      expect([first === second, more, caller.cookie.includes(first ?? '…')]).toEqual([true, [], false]);
      expect(ticketsOf((await asked[2]?.())?.cookies ?? [])).toEqual([]);
    }),
  );

  test(
    'is good until its own time is over, and the one that took its place from then on',
    withCaller(async ({ simulator, caller }) => {
      simulator.advance(6 * minutes);
      const [ticket = ''] = ticketsOf((await caller.get('Warehouse')).cookies);
      const Cookie = `${ticket}; ${caller.cookie}`;
      simulator.advance(3 * minutes);
      expect((await caller.get('Warehouse')).status).toBe(200);
      simulator.advance(2 * minutes);
      expect((await caller.get('Warehouse')).status).toBe(401);
      expect((await caller.get('Warehouse', { Cookie })).status).toBe(200);
    }),
  );
});

describe('§2.2 the cookies', () => {
  const atSignIn = async (options: SimulatorOptions): Promise<string[]> => {
    await using simulator = await startSimulator(options);
    return [...new Set((await signIn(simulator)).cookies.map(nameOf))];
  };
  const four = ['ASP.NET_SessionId', 'UserBranch', 'Locale', '.ASPXAUTH'];

  test.each([
    ['18R2', [...four, 'LegacyUI']],
    ['19R2', [...four, 'requestid']],
    ['21R1', [...four, 'requestid', 'requeststat']],
    ['24R2', [...four, 'requestid', 'requeststat']],
  ] as const)('of a sign-in to %s are those of its time, in their order', async (release: Release, names) => {
    expect(await atSignIn({ release })).toEqual(names);
  });

  test(
    'of a sign-out come in another order',
    withCaller(async ({ caller }) => {
      const names = new Set((await caller.signOut()).cookies.map(nameOf));
      expect([...names]).toEqual([
        '.ASPXAUTH',
        'ASP.NET_SessionId',
        'Locale',
        'UserBranch',
        'requestid',
        'requeststat',
      ]);
    }),
  );
});
