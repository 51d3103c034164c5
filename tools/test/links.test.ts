import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Every link from one page of the repository to another leads to a file, and to a heading where it names one. */

const root = join(__dirname, '../..');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...['docs', 'docs/adr'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
  ),
  ...['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(parent, name, 'README.md')),
  ),
].filter((page) => existsSync(join(root, page)));

it.each(pages)('has no broken link in %s', (page) => {
  const broken = linksOf(page).filter((link) => !leadsSomewhere(page, link));
  expect(broken).toEqual([]);
});

it('sees a heading that is not there', () => {
  expect(leadsSomewhere('docs/README.md', '../README.md#no-such-heading')).toBe(false);
  expect(leadsSomewhere('docs/README.md', 'no-such-page.md')).toBe(false);
});

it('leads from the front page to every guide', () => {
  const reached = new Set(
    ['README.md', 'docs/README.md', 'docs/adr/README.md'].flatMap((page) =>
      linksOf(page).map((link) => target(page, link).file),
    ),
  );
  const guides = pages.filter((page) => page.startsWith('docs/'));
  expect(guides.filter((page) => !reached.has(join(root, page)))).toEqual([]);
});

/** Addresses of the links of a page that lead to files of the repository. */
function linksOf(page: string): string[] {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^[a-z]+:/i.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const { file, anchor } = target(page, link);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(relative(root, file)).includes(anchor);
}

function target(page: string, link: string): { file: string; anchor: string | undefined } {
  const [path = '', anchor] = link.split('#');
  return { file: path === '' ? join(root, page) : resolve(root, dirname(page), path), anchor };
}

/** The anchors that a page's headings get: lower case, blanks as hyphens, punctuation left out. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** A page without its code. */
function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8').replace(/^```[^]*?^```$/gm, '');
}
