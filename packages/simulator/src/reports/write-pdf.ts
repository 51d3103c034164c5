import type { Report } from './report.js';

const page = { width: 612, height: 792, margin: 54, lineHeight: 14, size: 10 };
const linesPerPage = Math.floor((page.height - 2 * page.margin) / page.lineHeight);
const columnWidth = 15;

/** A report as a PDF 1.4 file: plain text in Courier, as many pages as it takes. */
export function writePdf(report: Report): Buffer {
  const lines = layOut(report);
  const pages = Math.max(1, Math.ceil(lines.length / linesPerPage));
  const contents = Array.from({ length: pages }, (_, at) =>
    pageContent(lines.slice(at * linesPerPage, (at + 1) * linesPerPage)),
  );
  return assemble(objectsOf(contents));
}

/** The report as lines of text, columns under each other. */
function layOut({ title, heading, columns, rows, footer }: Report): string[] {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell) => cell.slice(0, columnWidth - 1).padEnd(columnWidth))
      .join('')
      .trimEnd();
  const rule = '-'.repeat(columnWidth * Math.max(columns.length, 2));
  return [title, ...heading, '', line(columns), rule, ...rows.map(line), rule, footer];
}

function pageContent(lines: readonly string[]): string {
  const text = lines.map((line) => `(${escapeText(line)}) Tj T*`).join('\n');
  const start = `${String(page.margin)} ${String(page.height - page.margin)} Td`;
  return `BT /F1 ${String(page.size)} Tf ${String(page.lineHeight)} TL ${start}\n${text}\nET`;
}

/** Letters that PDF strings keep as they are; others are written in octal, those outside Latin-1 as a question mark. */
function escapeText(text: string): string {
  return text.replace(/[\\()]|[^\x20-\x7e]/g, (letter) => {
    if ('\\()'.includes(letter)) return `\\${letter}`;
    const code = letter.charCodeAt(0);
    return code < 256 ? `\\${code.toString(8).padStart(3, '0')}` : '?';
  });
}

/** Objects of the file: catalog, page tree, font, then a page and its content for each page. */
function objectsOf(contents: readonly string[]): string[] {
  const pageNumbers = contents.map((_, at) => 4 + at * 2);
  const box = `[0 0 ${String(page.width)} ${String(page.height)}]`;
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(contents.length)} /Kids [${pageNumbers.map((at) => `${String(at)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(5 + at * 2)} 0 R >>`,
      `<< /Length ${String(Buffer.byteLength(content, 'latin1'))} >>\nstream\n${content}\nendstream`,
    ]),
  ];
}

/** Header, objects, table of their places, trailer. */
function assemble(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = String(objects.length + 1);
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
