import type { OrderPage, Overview, Problem } from '../contract/index.js';
import { useDesk } from './support/use-desk.js';

const orders = 20_000;
const { opened, get } = useDesk({}, { generated: { SalesOrder: orders } });

const filter = (field: string, value: string) =>
  `filter=${encodeURIComponent(JSON.stringify({ match: 'all', conditions: [{ field, op: 'eq', value }] }))}`;

it('lists a company of many orders page by page, and reads a page at a time', async () => {
  expect(opened.simulator.store.count('SalesOrder')).toBeGreaterThanOrEqual(orders);
  const before = opened.simulator.requests().length;
  const { body } = await get<OrderPage>('/api/orders?page=300&pageSize=50');
  expect(body.rows).toHaveLength(50);
  expect(body.hasMore).toBe(true);
  expect((await get<OrderPage>(`/api/orders?${filter('Status', 'Open')}`)).body.rows).toHaveLength(25);
  expect(opened.simulator.requests().length - before).toBeLessThanOrEqual(3);
});

it('says so where there are too many to sort', async () => {
  const { status, body } = await get<Problem>('/api/orders?sort=OrderTotal%20desc');
  expect(status).toBe(400);
  expect(body).toMatchObject({ type: '/problems/too-many-to-sort', hint: expect.stringContaining('Narrow') as string });
});

it('reads no more than it says for the overview', async () => {
  const { body } = await get<Overview>('/api/overview');
  const open = body.openByStatus.reduce((sum, { count }) => sum + count, 0);
  expect(open).toBeLessThanOrEqual(5_000);
  expect(body.complete).toBe(open < 5_000);
  if (!body.complete) expect(body.coverage).toContain('lower bounds');
  expect(body.lateOrders.length).toBeLessThanOrEqual(20);
});
