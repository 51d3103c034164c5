import { useBrowser } from './support/use-browser.js';

const { visit } = useBrowser();

const pages = [
  ['/', 'Overview', 'Late orders'],
  ['/orders', 'Orders', 'Filter'],
  ['/orders/SO/000001', 'SO 000001', 'Lines'],
  ['/customers', 'Customers', undefined],
  ['/tasks', 'Tasks', 'sync-customers'],
  ['/wire', 'Wire', 'Log'],
] as const;

test.each(pages)('%s opens by its address', async (path, title, part) => {
  const { page } = await visit(path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  if (part !== undefined) await page.getByRole('heading', { level: 2, name: part }).waitFor();
  expect(await page.title()).toBe(`${title} · Order Desk`);
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('the navigation leads to every page, marks where one is, and begins each at its heading', async () => {
  const { page } = await visit('/');
  const pagesNav = page.getByRole('navigation', { name: 'Pages' });
  for (const name of ['Orders', 'Customers', 'Tasks', 'Wire', 'Overview']) {
    await pagesNav.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await pagesNav.locator('[aria-current="page"]').innerText()).toBe(name);
    await page.locator('h1:focus').waitFor();
  }
});

test('an address without a page says so', async () => {
  const { page } = await visit('/no/such/place');
  await page.getByText('There is nothing at this address').waitFor();
});

test('an order that is not there is told with what to do, and a way to try again', async () => {
  const { page, complaints } = await visit('/');
  complaints.expect(404);
  await page.goto('/orders/SO/999999');
  await page.getByRole('alert').getByText('999999').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
});

test('the overview shows open orders by status, revenue by week, late orders and the health of the connection', async () => {
  const { page } = await visit('/');
  const statuses = page.getByRole('table', { name: 'Open orders by status' });
  await statuses.getByRole('row', { name: /On Hold/ }).waitFor();
  await page.getByRole('img', { name: /^Ring chart: / }).waitFor();
  await page.getByRole('img', { name: /^Bar chart: / }).waitFor();
  await page.getByText('Show the numbers').click();
  expect(await page.getByRole('table', { name: 'Revenue by week' }).getByRole('row').count()).toBe(13);
  expect(
    await page
      .getByRole('table', { name: /^Late orders/ })
      .getByRole('row')
      .count(),
  ).toBeGreaterThan(3);
  expect(await page.getByRole('region', { name: 'Connection to the ERP' }).innerText()).toContain('Healthy');
  await page.getByText('of 3 in use by this desk').waitFor();
});

test('a status of the overview leads to its orders', async () => {
  const { page } = await visit('/');
  await page.getByRole('table', { name: 'Open orders by status' }).getByRole('link', { name: 'On Hold' }).click();
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await page.getByText("Status eq 'On Hold'").waitFor();
  expect(await page.getByRole('combobox', { name: 'Field' }).inputValue()).toBe('Status');
});

test('the theme follows the system until a visitor chooses, and the choice lasts', async () => {
  const { page } = await visit('/', { theme: 'dark' });
  const style = 'getComputedStyle(document.documentElement)';
  const scheme = (): Promise<string> => page.evaluate(`${style}.colorScheme`);
  const canvas = (): Promise<string> => page.evaluate(`${style}.backgroundColor`);
  const dark = await canvas();
  await page.getByRole('button', { name: 'Switch to light' }).click();
  expect(await scheme()).toBe('light');
  expect(await canvas()).not.toBe(dark);
  await page.reload();
  await page.getByRole('button', { name: 'Switch to dark' }).waitFor();
  expect(await scheme()).toBe('light');
});

test('one event stream serves all pages of a visit', async () => {
  const { page } = await visit('/wire');
  const streams: string[] = [];
  page.on('request', (request) => request.url().endsWith('/api/events') && streams.push(request.url()));
  await page.getByText('Live', { exact: true }).waitFor();
  for (const name of ['Orders', 'Tasks', 'Wire']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  expect(streams).toHaveLength(0);
});
