import type { Page } from 'playwright-core';
import { useBrowser } from './support/use-browser.js';

const browser = useBrowser();

const rows = (page: Page) => page.getByRole('table', { name: /^Customers/ }).locator('tbody tr');
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search customers' });

test('customers show their credit and balance', async () => {
  const { page } = await browser.visit('/customers');
  const row = page.getByRole('row', { name: /A Bar & Tender/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/\d+ % of \$10,000/);
  expect(await rows(page).count()).toBeGreaterThan(5);
});

test('the search follows the keys, asks once for all of them, and is kept in the address', async () => {
  const { page } = await browser.visit('/customers');
  await rows(page).first().waitFor();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/api/customers') && asked.push(request.url()));
  await box(page).pressSequentially('diner');
  await page.getByText('1 customer', { exact: true }).waitFor();
  expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining('Downtown Diner')]);
  expect(asked).toHaveLength(1);
  expect(new URL(page.url()).searchParams.get('q')).toBe('diner');
  await box(page).fill('zzz');
  await page.getByText('No customer has “zzz”').waitFor();
});

test('a search that the next one overtakes is cancelled', async () => {
  const { page } = await browser.visit('/customers');
  await rows(page).first().waitFor();
  browser.desk.simulator.failNext({ method: 'GET', path: '/Customer', delayMs: 5_000 });
  const slow = page.waitForEvent('requestfailed', (request) => request.url().includes('q=cedar'));
  const sent = page.waitForRequest((request) => request.url().includes('q=cedar'));
  await box(page).fill('cedar');
  await sent;
  await box(page).fill('diner');
  await slow;
  await page.getByText('Downtown Diner').waitFor();
});

test('a customer leads to their orders', async () => {
  const { page } = await browser.visit('/customers');
  await page.getByRole('link', { name: /^ABARTENDE/ }).click();
  await page.getByText("CustomerID eq 'ABARTENDE'").waitFor();
});
