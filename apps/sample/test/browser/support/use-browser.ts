import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { builtPages, serveDesk } from './serve-desk.js';
import type { ServedDesk } from './serve-desk.js';
import { watchPage } from './watch-page.js';
import type { Complaints } from './watch-page.js';

/** How a visitor looks at the desk. */
export interface VisitOptions {
  /** Of the window, in pixels. @default 1280 */
  readonly width?: number;
  /** @default 'light' */
  readonly theme?: 'light' | 'dark';
  /** Whether the visitor arrives from the start page of a browser with no settings of its own. @default 'reduce' */
  readonly motion?: 'reduce' | 'no-preference';
}

/** A visitor with a browser of their own. */
export interface Visit {
  readonly page: Page;
  readonly complaints: Complaints;
}

/** A desk and a browser for the tests of a file. Each test ends with the check that no page complained. */
export function useBrowser() {
  let browser: Browser;
  let desk: ServedDesk;
  const visits: (Visit & { readonly context: BrowserContext })[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(process.env['ORDER_DESK_BROWSER'] ?? '');
    desk = await serveDesk(builtPages(join(__dirname, '../../..')));
  }, 60_000);

  beforeEach(() => desk.reset());

  afterEach(async () => {
    const complaints = visits.flatMap(({ complaints: { all } }) => all);
    for (const { context } of visits.splice(0)) await context.close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await desk.close();
    await browser.close();
  });

  /** Opens a page of the desk as a new visitor. */
  const visit = async (path: string, options: VisitOptions = {}): Promise<Visit> => {
    const context = await browser.newContext({
      baseURL: desk.url,
      viewport: { width: options.width ?? 1280, height: 800 },
      colorScheme: options.theme ?? 'light',
      reducedMotion: options.motion ?? 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints = watchPage(page);
    visits.push({ context, page, complaints });
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { page, complaints };
  };
  return {
    visit,
    get desk() {
      return desk;
    },
  };
}
