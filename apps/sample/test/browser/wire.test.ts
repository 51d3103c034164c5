import { useBrowser } from './support/use-browser.js';

const browser = useBrowser();
const { visit } = browser;

test('requests appear as they are made, by whoever makes them', async () => {
  const { page } = await visit('/wire');
  const log = page.getByRole('table', { name: /newest first$/ });
  await log.getByText('/entity/auth/login').waitFor();
  await visit('/orders/SO/000007');
  await log.getByText('/SalesOrder/SO/000007').first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain('admin-secret');
});

test('the log can be held, and goes on', async () => {
  const { page } = await visit('/wire');
  await page.getByText('/entity/auth/login').waitFor();
  await page.getByRole('button', { name: 'Hold' }).click();
  await visit('/orders/SO/000008');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('/SalesOrder/SO/000008').first().waitFor();
});

const faults = [
  ['Throttle', 'throttled', /waited as long as it was asked/],
  ['Slow answer', 'slow', /took its time/],
  ['Idle sign-out', 'signed in again', /signed in once more/],
  ['Drop after commit', 'connection lost', /did not send it again/],
] as const;

test.each(faults)('%s is provoked, seen in the log as “%s”, and coped with', async (title, note, outcome) => {
  const { page } = await visit('/wire');
  const fault = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await page.getByRole('button', { name: `Try it: ${title}` }).click();
  await fault.getByText(outcome).waitFor({ timeout: 20_000 });
  await page.getByRole('checkbox', { name: 'Only the unusual' }).check();
  await page
    .getByRole('table', { name: /newest first$/ })
    .getByText(note, { exact: true })
    .filter({ visible: true })
    .first()
    .waitFor();
});

test('an order whose answer was lost is there once', async () => {
  const { page } = await visit('/wire');
  await page.getByRole('button', { name: 'Try it: Drop after commit' }).click();
  await page.getByText('is there exactly once.').waitFor({ timeout: 20_000 });
  await page.locator('.fault-outcome').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /^SO / }).waitFor();
  expect(await page.getByLabel('External reference').inputValue()).toMatch(/^DESK-/);
});

test('a page reconnects by itself after the server was away', async () => {
  const { page, complaints } = await visit('/wire');
  const live = page.locator('.live');
  await page.getByText('Live', { exact: true }).waitFor();
  await browser.desk.restart(async () => {
    await page.getByText('Reconnecting…').waitFor();
  });
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 15_000 });
  expect(await live.getAttribute('data-state')).toBe('live');
  complaints.forgive(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING/);
});
