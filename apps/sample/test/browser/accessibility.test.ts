import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/use-browser.js';

const { visit } = useBrowser();
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const pages = ['/', '/orders', '/orders/SO/000001', '/customers', '/tasks', '/wire', '/no/such/place'] as const;

const looks = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const;

/** What axe finds that keeps somebody from working: each with the elements it is about. */
async function obstacles(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary ?? ''}`).join('; ')}`,
    );
}

/** By how much the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

/** Looks at what is shown in every way, without loading it anew: at both widths, light and dark. */
async function expectOpenToAll(page: Page): Promise<void> {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  for (const { width, theme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme });
    const found = {
      look: `${String(width)} ${theme}`,
      obstacles: await obstacles(page),
      overflow: await overflow(page),
    };
    expect(found).toEqual({ look: found.look, obstacles: [], overflow: 0 });
  }
}

test.each(pages)('%s keeps nobody out and fits the window', async (path) => {
  const { page } = await visit(path);
  await expectOpenToAll(page);
});

test('an order with changes, an error and a question keeps nobody out', async () => {
  const { page } = await visit('/orders/SO/000001');
  await page.getByLabel('Quantity, line 1').fill('many');
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[aria-invalid="true"]:focus').waitFor();
  await expectOpenToAll(page);
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByRole('dialog').waitFor();
  await expectOpenToAll(page);
});

test('a filter with conditions keeps nobody out', async () => {
  const conditions = [
    { field: 'Status', op: 'eq', value: 'Open' },
    { field: 'OrderTotal', op: 'gt', value: '100' },
    { field: 'Description', op: 'isNotNull' },
  ];
  const { page } = await visit(`/orders?filter=${encodeURIComponent(JSON.stringify({ match: 'any', conditions }))}`);
  await page.getByText("Status eq 'Open' or").waitFor();
  await expectOpenToAll(page);
});
