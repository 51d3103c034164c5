import type { Page } from 'playwright-core';
import { useBrowser } from './support/use-browser.js';

const { visit } = useBrowser();

/** Presses Tab until the element that matches has the focus. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key);
    if ((await page.locator(selector).and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`${selector} cannot be reached with ${key}.`);
}

/** Whether what has the focus can be told from the rest. */
function hasRing(page: Page): Promise<boolean> {
  return page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'");
}

test('the first Tab offers to skip to the page', async () => {
  const { page } = await visit('/');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true);
});

test('an order is found, a line of it is changed, and it is saved, without a mouse', async () => {
  const { page } = await visit('/');
  await tabTo(page, 'nav a[href="/orders"]');
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: 'Orders' }).waitFor();
  await page.getByRole('button', { name: 'Add condition' }).waitFor();

  await tabTo(page, 'button:has-text("Add condition")');
  expect(await hasRing(page)).toBe(true);
  await page.keyboard.press('Enter');
  await tabTo(page, 'select', 'Shift+Tab');
  await tabTo(page, '.condition select:first-of-type', 'Shift+Tab');
  await tabTo(page, '.condition .field:nth-of-type(1) select', 'Shift+Tab');
  await page.keyboard.type('Order nbr');
  await tabTo(page, '.condition input');
  await page.keyboard.type('000001');
  await page.keyboard.press('Enter');
  await page.waitForURL(/filter=/);
  await page.getByRole('link', { name: 'SO 000001' }).waitFor();

  await tabTo(page, 'a[href="/orders/SO/000001"]');
  await page.keyboard.press('Enter');
  await page.locator('h1:focus', { hasText: 'SO 000001' }).waitFor();
  await tabTo(page, '.lines input.number');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('9');
  await page.getByLabel('Body of the request').getByText('"OrderQty"').waitFor();
  await tabTo(page, '.save-bar .primary');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
});

test('a question keeps the focus inside, Escape answers it, and the focus goes back', async () => {
  const { page } = await visit('/orders/SO/000001');
  await tabTo(page, 'button:has-text("Cancel order")');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cancel this order?' });
  await dialog.waitFor();
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
    expect(await dialog.locator(':focus').count()).toBe(1);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: 'Cancel order' }).waitFor();
});
