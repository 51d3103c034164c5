import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';

const shared = resolve(__dirname, '../../../../../shared');
const recordings = `${shared}/recordings/interactions.json`;
const document = `${shared}/schemas/Default_20.200.001.json`;

interface Recorded {
  readonly cassette: string;
  readonly request: { readonly method: string; readonly uri: string; readonly body: unknown };
  readonly response: {
    readonly status: { readonly code: number };
    readonly headers: Record<string, readonly string[]>;
    readonly body: unknown;
  };
}

/** Member names at every level, in order; values do not matter. */
const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return null;
  const inner = Object.entries(value as Record<string, unknown>).filter(([name]) => name !== 'value');
  return inner.map(([name, child]) => [name, shape(child)]);
};

const cookieNames = (cookies: readonly string[]): string[] => cookies.map((cookie) => cookie.split('=')[0] ?? '');

if (!existsSync(recordings)) {
  it('has no recorded traffic on this machine to compare with', () => undefined);
} else {
  const interactions = JSON.parse(readFileSync(recordings, 'utf8')) as Recorded[];
  const listed = (entity: string): Record<string, unknown>[] =>
    interactions.find(({ request }) => request.uri.endsWith(`${entity}?$top=1`))?.response.body as Record<
      string,
      unknown
    >[];

  describe('the recorded traffic of a real instance', () => {
    let simulator: Simulator;
    let cookies: string;

    beforeAll(async () => {
      simulator = await startSimulator({
        schema: JSON.parse(readFileSync(document, 'utf8')) as unknown,
        tenants: ['JETBUILT', 'Other'],
        users: [{ name: 'PLACEHOLDER_USER', password: 'PLACEHOLDER_PASSWORD' }],
        links: false,
        absent: {
          Customer: ['ShippingBranch'],
          SalesOrder: ['VATExemptTotal', 'VATTaxableTotal'],
          SalesOrderDetail: ['CostCode', 'Subitem'],
        },
        numbering: { Customer: { prefix: 'C', digits: 4, next: 1165 }, SalesOrder: { prefix: 'S20-', next: 100148 } },
        data: {
          Customer: listed('Customer'),
          SalesOrder: listed('SalesOrder'),
          StockItem: [{ InventoryID: '01-792584-' }],
        },
      });
      const body = JSON.stringify({ name: 'PLACEHOLDER_USER', password: 'PLACEHOLDER_PASSWORD' });
      const signedIn = await rawRequest(simulator.url, 'POST', '/entity/auth/login', { body });
      cookies = signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    });

    afterAll(() => simulator.close());

    const replay = ({ request }: Recorded): Promise<RawAnswer> => {
      const path = request.uri.replace('PLACEHOLDER_URL', '').replace('$', '%24');
      const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
      const anonymous = path.endsWith('login');
      const sent = request.method === 'GET' ? {} : { body };
      return rawRequest(
        simulator.url,
        request.method,
        path,
        anonymous ? sent : { ...sent, headers: { Cookie: cookies } },
      );
    };

    // Signing out would end the session the other requests need.
    const inOrder = [...interactions].sort(
      (a, b) => Number(a.request.uri.endsWith('logout')) - Number(b.request.uri.endsWith('logout')),
    );

    it.each(inOrder.map((one) => [one.cassette, one] as const))('%s', async (_name, recorded) => {
      const answer = await replay(recorded);
      const { status, headers, body } = recorded.response;
      expect(answer.status).toBe(status.code);
      expect(shape(answer.json)).toEqual(shape(body === '' ? undefined : body));
      expect(cookieNames(answer.cookies)).toEqual(cookieNames(headers['Set-Cookie'] ?? []));
      const names = Object.keys(headers).map((name) => name.toLowerCase());
      expect(Object.keys(answer.headers)).toEqual(expect.arrayContaining(names));
    });
  });
}
