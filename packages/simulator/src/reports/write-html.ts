import type { Report } from './report.js';

/** Text that may stand anywhere in HTML or XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A report as an HTML page. */
export function writeHtml({ title, heading, columns, rows, footer }: Report): Buffer {
  const cells = (tag: string, texts: readonly string[]): string =>
    texts.map((text) => `<${tag}>${escapeMarkup(text)}</${tag}>`).join('');
  const page = [
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title></head><body>`,
    `<h1>${escapeMarkup(title)}</h1>${cells('p', heading)}`,
    `<table><thead><tr>${cells('th', columns)}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`,
    `<p>${escapeMarkup(footer)}</p></body></html>`,
  ];
  return Buffer.from(page.join('\n'));
}
