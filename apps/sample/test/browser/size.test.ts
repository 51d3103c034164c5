import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { useBrowser } from './support/use-browser.js';

const { visit } = useBrowser();
const assets = join(__dirname, '../../dist/web/assets');

const zipped = (name: string): number => gzipSync(readFileSync(join(assets, name))).length;
const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

test('all scripts of the app together are under 200 kB, zipped', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const all = scripts.reduce((sum, name) => sum + zipped(name), 0);
  expect(all).toBeGreaterThan(50_000);
  expect(all).toBeLessThan(200_000);
});

test('the first page fetches under 200 kB of script, zipped, and nothing from elsewhere', async () => {
  const { page } = await visit('/no/such/place');
  const fetched = new Set<string>();
  page.on('response', (response) => fetched.add(response.url()));
  await page.goto('/');
  await page.getByRole('img', { name: /^Bar chart: / }).waitFor();
  const origin = new URL(page.url()).origin;
  expect([...fetched].filter((url) => !url.startsWith(origin))).toEqual([]);
  const scripts = [...fetched].filter((url) => url.includes('/assets/') && url.endsWith('.js'));
  const bytes = scripts.reduce((sum, url) => sum + zipped(url.slice(url.lastIndexOf('/') + 1)), 0);
  const interactive = await page.evaluate<number>("performance.getEntriesByType('navigation')[0].domInteractive");
  const contentful = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
  );
  process.stdout.write(
    `First page: ${String(scripts.length)} scripts, ${inKilobytes(bytes)} zipped (bound 200 kB); ` +
      `first paint ${contentful.toFixed(0)} ms, interactive ${interactive.toFixed(0)} ms (aim 1000 ms)\n`,
  );
  expect(scripts.length).toBeGreaterThan(1);
  expect(bytes).toBeLessThan(200_000);
});
