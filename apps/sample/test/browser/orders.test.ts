import type { Page } from 'playwright-core';
import { useBrowser } from './support/use-browser.js';

const { visit } = useBrowser();

const rows = (page: Page) => page.getByRole('table', { name: /^Orders/ }).locator('tbody tr');
const asked = (page: Page) => page.getByRole('status', { name: 'What is asked of the ERP' });

test('a filter is built, compiled as it changes, applied, and kept in the address', async () => {
  const { page } = await visit('/orders');
  await page.getByRole('button', { name: 'Add condition' }).click();
  const first = page.getByRole('group', { name: 'Condition 1' });
  await first.getByRole('combobox', { name: 'Field' }).selectOption('Status');
  await first.getByRole('combobox', { name: 'Value' }).selectOption('On Hold');
  await asked(page).getByText("Status eq 'On Hold'").waitFor();

  await page.getByRole('button', { name: 'Add condition' }).click();
  const second = page.getByRole('group', { name: 'Condition 2' });
  await second.getByRole('combobox', { name: 'Field' }).selectOption('OrderTotal');
  await second.getByRole('combobox', { name: 'Comparison' }).selectOption('gt');
  await second.getByRole('textbox', { name: 'Value' }).fill('1000');
  await asked(page).getByText("Status eq 'On Hold' and OrderTotal gt 1000").waitFor();
  await page.getByRole('radio', { name: 'Any of these holds' }).check();
  await asked(page).getByText("Status eq 'On Hold' or OrderTotal gt 1000").waitFor();
  await page.getByRole('radio', { name: 'All of these hold' }).check();

  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/filter=/);
  await page.locator('tbody tr', { hasNotText: 'On Hold' }).first().waitFor({ state: 'detached' });
  const found = await rows(page).count();
  expect(found).toBeGreaterThan(0);
  await page.reload();
  await rows(page).first().waitFor();
  expect(await rows(page).count()).toBe(found);
});

test('a value that is none is told at its condition, and is not asked for', async () => {
  const { page, complaints } = await visit('/orders');
  complaints.expect(400);
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByRole('combobox', { name: 'Field' }).selectOption('OrderTotal');
  const value = page.getByRole('textbox', { name: 'Value' });
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Enter a value.').waitFor();
  await value.fill('plenty');
  await page.locator('.condition .field-error').waitFor();
  expect(await value.getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(page.url()).not.toContain('filter=');
});

test('pages and their size are in the address, and Back goes back', async () => {
  const { page } = await visit('/orders?pageSize=10');
  await rows(page).first().waitFor();
  const first = await rows(page).first().innerText();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Orders 11–20').waitFor();
  expect(new URL(page.url()).searchParams.get('page')).toBe('2');
  await page.goBack();
  await page.getByText('Orders 1–10').waitFor();
  expect(await rows(page).first().innerText()).toBe(first);
  await page.getByRole('combobox', { name: 'Per page' }).selectOption('50');
  await page.getByText('Orders 1–50').waitFor();
});

test('headings sort, and say how', async () => {
  const { page } = await visit('/orders');
  await page.getByRole('button', { name: 'Total' }).click();
  await page.locator('th[aria-sort="ascending"]', { hasText: 'Total' }).waitFor();
  await page.getByRole('button', { name: 'Total' }).click();
  await page.locator('th[aria-sort="descending"]', { hasText: 'Total' }).waitFor();
  await page.locator('[aria-busy="false"] tbody').waitFor();
  const totals = await rows(page).locator('td:last-child').allInnerTexts();
  const numbers = totals.map((text) => Number(text.replace(/[^\d.]/g, '')));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
});

test('a list that nothing meets says so', async () => {
  const filter = { match: 'all', conditions: [{ field: 'OrderTotal', op: 'gt', value: '99999999' }] };
  const { page } = await visit(`/orders?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  await page.getByText('No order meets these conditions').waitFor();
});

test('the list is exported as it is filtered', async () => {
  const { page } = await visit('/orders');
  await page.getByRole('link', { name: 'On hold', exact: true }).click();
  await page.locator('.chip[aria-current]', { hasText: 'On hold' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const lines: string[] = [];
  for await (const chunk of await download.createReadStream()) lines.push(String(chunk));
  const [head, ...orders] = lines.join('').trim().split(/\r?\n/);
  expect(head).toContain('Status');
  expect(orders.length).toBeGreaterThan(1);
  expect(orders.every((line) => line.includes('On Hold'))).toBe(true);
});
