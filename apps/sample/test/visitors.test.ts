import type { OrderPage } from '../contract/index.js';
import { useDesk } from './support/use-desk.js';

const { opened, get } = useDesk();

it('serves fifty visitors at once on one session, without an error', async () => {
  const before = opened.simulator.requests().length;
  const pages = ['session', 'overview', 'orders', 'orders?page=2', 'customers', 'orders/SO/000001', 'tasks', 'health'];
  let highest = 0;
  const watching = setInterval(() => (highest = Math.max(highest, opened.simulator.sessions().length)), 5);
  const visits = Array.from({ length: 50 }, async () => {
    const statuses: number[] = [];
    for (const page of pages) statuses.push((await get(`/api/${page}`)).status);
    return statuses;
  });
  const statuses = (await Promise.all(visits)).flat();
  clearInterval(watching);
  expect(statuses.every((status) => status === 200)).toBe(true);
  expect(statuses).toHaveLength(50 * pages.length);
  expect(highest).toBeLessThanOrEqual(1);
  expect(opened.simulator.sessions()).toHaveLength(1);
  // Equal reads are shared: four hundred pages are a handful of requests.
  expect(opened.simulator.requests().length - before).toBeLessThan(60);
  expect(opened.simulator.requests().filter(({ path }) => path.endsWith('/auth/login'))).toHaveLength(1);
});

it('keeps fifty visitors apart who look at different pages', async () => {
  const visits = Array.from({ length: 50 }, async (_, index) => {
    const { body } = await get<OrderPage>(`/api/orders?pageSize=1&page=${index + 1}`);
    return `${body.rows[0]?.orderType} ${body.rows[0]?.orderNbr}`;
  });
  expect(new Set(await Promise.all(visits)).size).toBe(50);
});
