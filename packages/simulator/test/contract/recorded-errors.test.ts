import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { signIn, signedIn } from '../support/signed-in.js';

const recordings = resolve(__dirname, '../../../../../shared/recordings');
const clientId = '11111111-2222-3333-4444-555555555555@One';
const tokens = (simulator: Simulator, password: string): Promise<RawAnswer> =>
  rawRequest(simulator.url, 'POST', '/identity/connect/token', {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'password',
      username: 'admin',
      password,
      client_id: clientId,
      client_secret: 's',
      scope: 'api offline_access',
    }).toString(),
  });

type Ask = (simulator: Simulator) => Promise<RawAnswer>;

/** Each recorded answer, and a request that gets it here. */
const requests: Readonly<Record<string, Ask>> = {
  '400-empty-body': async (simulator) => (await signedIn(simulator)).put('Warehouse', undefined),
  '403-insufficient-rights': async (simulator) =>
    (await signedIn(simulator, { name: 'guest', password: 'g' })).get('Vendor'),
  '500-cannot-optimize': async (simulator) => (await signedIn(simulator)).get('InventorySummaryInquiry'),
  '500-invalid-credentials': (simulator) => signIn(simulator, { password: 'wrong' }),
  '500-no-entity-by-key': async (simulator) => (await signedIn(simulator)).get('Warehouse/NOPE'),
  '500-setup-not-entered': async (simulator) => (await signedIn(simulator)).get('Case'),
  '500-unknown-select-field': async (simulator) => (await signedIn(simulator)).get('Warehouse?$select=Nope'),
  '500-unknown-tenant': (simulator) => signIn(simulator, { tenant: 'Nope' }),
  'entity-root': (simulator) => rawRequest(simulator.url, 'GET', '/entity'),
  'oauth-invalid-grant': (simulator) => tokens(simulator, 'wrong'),
  'oauth-token': (simulator) => tokens(simulator, 'admin-secret'),
};

const names = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(names);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, inner]) => [name, names(inner)]);
};

if (!existsSync(recordings)) {
  it('has no recorded answers on this machine to compare with', () => undefined);
} else {
  describe('the recorded answers of real instances', () => {
    let simulator: Simulator;
    beforeAll(async () => {
      simulator = await startSimulator({
        tenants: ['One', 'Two'],
        applications: [{ clientId, clientSecret: 's' }],
        users: [
          { name: 'admin', password: 'admin-secret' },
          { name: 'guest', password: 'g', rights: { '*': 'none' } },
        ],
        setupMissing: ['Case'],
      });
    });
    afterAll(() => simulator.close());

    it.each(Object.entries(requests))('%s', async (name, ask) => {
      const text = readFileSync(`${recordings}/${name}.json`, 'utf8');
      const { status, body } = JSON.parse(text) as { status: number; body: Record<string, unknown> };
      const answer = await ask(simulator);
      expect(answer.status).toBe(status);
      const shape = names(body) as [string, unknown][];
      // The order of an OAuth answer's members means nothing, and the recorded one was put together by hand.
      if (name.startsWith('oauth')) expect(names(answer.json)).toEqual(expect.arrayContaining(shape));
      else expect(names(answer.json)).toEqual(shape);
      if (typeof body['exceptionType'] === 'string')
        expect(answer.json).toMatchObject({ message: body['message'], exceptionType: body['exceptionType'] });
    });
  });
}
