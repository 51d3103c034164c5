import { useBrowser } from './support/use-browser.js';

const { visit } = useBrowser();

test('a task says when it runs next and how it went', async () => {
  const { page } = await visit('/tasks');
  const card = page.getByRole('region', { name: 'sync-customers', exact: true });
  await card.getByText('Scheduled').waitFor();
  await card
    .getByText(/^in \d+ (s|min)$|^now$/)
    .first()
    .waitFor();
  await card
    .getByRole('table', { name: /^Latest runs/ })
    .getByText(/customers/)
    .first()
    .waitFor();
});

test('a task runs at once when asked, and its history grows by itself', async () => {
  const { page } = await visit('/tasks');
  const card = page.getByRole('region', { name: 'health-check', exact: true });
  await card.getByRole('button', { name: 'Run now: health-check' }).click();
  await card
    .getByRole('table', { name: /^Latest runs/ })
    .locator('tbody tr')
    .first()
    .waitFor();
});

test('a task is paused and goes on', async () => {
  const { page } = await visit('/tasks');
  const card = page.getByRole('region', { name: 'health-check', exact: true });
  await card.getByRole('button', { name: 'Pause: health-check' }).click();
  await card.getByText('Paused').waitFor();
  await card.getByRole('button', { name: 'Resume: health-check' }).click();
  await card.getByText('Scheduled').waitFor();
});
