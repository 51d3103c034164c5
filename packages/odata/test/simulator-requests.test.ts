import { allOf, encodeQuery, F, PlainDate, QueryOptions } from '@acurecord/odata';
import type { QueryOptionsInit } from '@acurecord/odata';
import { startSimulator } from '../../simulator/src/start-simulator.js';
import type { Simulator } from '../../simulator/src/start-simulator.js';

let sim: Simulator;
let cookie: string;

beforeAll(async () => {
  sim = await startSimulator();
  const body = JSON.stringify({ name: 'admin', password: 'admin-secret', tenant: 'Company' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sim.url}/entity/auth/login`, { method: 'POST', headers, body });
  cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
});

afterAll(() => sim.close());

async function read(
  entity: string,
  init: QueryOptionsInit,
): Promise<{ status: number; rows: Record<string, unknown>[] }> {
  const query = encodeQuery(new QueryOptions(init).toParams());
  const answer = await fetch(`${sim.url}/entity/Default/24.200.001/${entity}?${query}`, { headers: { cookie } });
  return { status: answer.status, rows: (await answer.json()) as Record<string, unknown>[] };
}

it.each<[string, string, QueryOptionsInit]>([
  ['a comparison', 'Customer', { filter: F('CustomerID').eq('abartende') }],
  ['a text test', 'Customer', { filter: F('CustomerName').toLower().contains('bar') }],
  [
    'lists and links',
    'Customer',
    { filter: F('CustomerID').in(['ABARTENDE', 'NONE']).and(F('MainContact/Email').ne('x')) },
  ],
  [
    'dates and opposites',
    'SalesOrder',
    { filter: allOf([F('Date').ge(PlainDate.from('2000-01-01')), F('Date').year().eq(1999).not()]) },
  ],
  ['instants', 'SalesOrder', { filter: F('Date').gt(new Date('2000-01-01T00:00:00Z')) }],
  [
    'selected parts',
    'SalesOrder',
    { select: ['OrderNbr', 'Details/InventoryID'], filter: F('OrderTotal').gt(0), top: 2 },
  ],
])('asks a contract endpoint for %s, and is understood', async (_name, entity, init) => {
  const { status, rows } = await read(entity, init);
  expect(status).toBe(200);
  expect(rows.length).toBeGreaterThan(0);
});

it('shows a selected part, and nothing beside what was selected', async () => {
  const { rows } = await read('SalesOrder', { select: ['OrderNbr', 'Details/InventoryID'], top: 1 });
  expect(rows[0]).toHaveProperty(['Details', '0', 'InventoryID', 'value']);
  expect(rows[0]).not.toHaveProperty('OrderTotal');
});

it('finds nothing for a hostile text, and breaks nothing', async () => {
  const hostile = "' or 1 eq 1 or CustomerID ne '%00&$top=1#\n😀";
  expect(await read('Customer', { filter: F('CustomerName').eq(hostile) })).toEqual({ status: 200, rows: [] });
});
