import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserFlags } from './support/browser-flags.js';
import { findChromium } from './support/find-chromium.js';
import { builtPages, serveDesk } from './support/serve-desk.js';

const app = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${app}docs/screenshots`;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly look: BrowserContextOptions;
  readonly prepare: (page: Page) => Promise<void>;
}

const wide = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 };

const drawn = async (page: Page): Promise<void> => {
  await page.getByRole('img', { name: /^Bar chart: / }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
};

const changed = async (page: Page): Promise<void> => {
  await page.getByLabel('Quantity, line 1').fill('12');
  await page.getByLabel('Description', { exact: true }).fill('Deliver before noon');
  await page.getByLabel('Body of the request').getByText('Deliver before noon').waitFor();
};

/** An order with a few lines. */
const order = '/orders/SO/000042';

const shots: readonly Shot[] = [
  { name: 'overview', path: '/', look: { ...wide, colorScheme: 'light' }, prepare: drawn },
  { name: 'overview-phone', path: '/', look: { ...phone, colorScheme: 'dark' }, prepare: drawn },
  { name: 'order', path: order, look: { ...wide, colorScheme: 'light' }, prepare: changed },
  { name: 'order-phone', path: order, look: { ...phone, colorScheme: 'dark' }, prepare: changed },
];

/** Small pictures: the browser itself makes WebP of its PNG. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const url: string = await page.evaluate(`(async () => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob());
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.9);
  })()`);
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

const browser = await chromium.launch({ executablePath: findChromium(process.env), args: browserFlags });
const desk = await serveDesk(builtPages(app));
mkdirSync(folder, { recursive: true });
for (const { name, path, look, prepare } of shots) {
  const context = await browser.newContext({ ...look, baseURL: desk.url, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(path);
  await prepare(page);
  await page.evaluate('scrollTo(0, 0)');
  const picture = await asWebp(browser, await page.screenshot());
  writeFileSync(`${folder}/${name}.webp`, picture);
  console.log(`${name}.webp ${(picture.length / 1000).toFixed(0)} kB`);
  await context.close();
}
await desk.close();
await browser.close();
