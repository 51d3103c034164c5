const SCRIPT = /<(?:script|style)\b/iy;
const END_OF_SCRIPT = /<\/(?:script|style)/gi;

/** The title of a page, or where it has none its text without tags. Each character is looked at a fixed number of times. */
export function textOfPage(page: string): string {
  if (!/<\w/.test(page)) return page;
  return titleOf(page) || withoutTags(page);
}

function titleOf(page: string): string {
  const start = page.search(/<title[\s>]/i);
  const open = start < 0 ? -1 : page.indexOf('>', start);
  if (open < 0) return '';
  const close = page.indexOf('<', open);
  return page.slice(open + 1, close < 0 ? page.length : close).trim();
}

function withoutTags(page: string): string {
  const texts: string[] = [];
  let start = 0;
  for (let open = page.indexOf('<'); open >= 0; open = page.indexOf('<', start)) {
    texts.push(page.slice(start, open));
    const end = endOfMarkup(page, open);
    if (end === undefined) return [...texts, page.slice(open)].join(' ');
    start = end;
  }
  return [...texts, page.slice(start)].join(' ');
}

/** Behind a tag, a comment, or a script with all that is in it; undefined where it never ends. */
function endOfMarkup(page: string, open: number): number | undefined {
  if (page.startsWith('<!--', open)) return behind(page.indexOf('-->', open), 3);
  SCRIPT.lastIndex = open;
  if (!SCRIPT.test(page)) return behind(page.indexOf('>', open), 1);
  END_OF_SCRIPT.lastIndex = open;
  const end = END_OF_SCRIPT.exec(page);
  return end === null ? page.length : behind(page.indexOf('>', end.index), 1);
}

function behind(index: number, length: number): number | undefined {
  return index < 0 ? undefined : index + length;
}
