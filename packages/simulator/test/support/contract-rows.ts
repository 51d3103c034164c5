/** How sure a fact is: confirmed, likely, or both of its parts; `''` where the row itself does not say. */
export type Mark = 'C' | 'L' | 'CL' | '';

/** One fact of the description of the wire: a bullet, a row of a table, or a paragraph. */
export interface ContractRow {
  /** `2.3` */
  readonly section: string;
  readonly mark: Mark;
  readonly text: string;
}

/** Sections that tell how a server behaves; those before and after are sources, addresses and advice. */
const isShowable = (section: string): boolean => Number.parseInt(section) >= 2 && Number.parseInt(section) <= 16;

const beginsRow = /^(\||\* |\d+\. | +\* )/;
const isTableHead = (line: string, next: string | undefined): boolean =>
  /^\|-/.test(line) || (line.startsWith('|') && /^\|-/.test(next ?? ''));

/** Marks are words of one letter outside of code: `— C DOC / L exact value`. */
function markOf(text: string): Mark {
  const prose = text.replaceAll(/`[^`]*`/g, '');
  const has = (letter: string): string => (new RegExp(`(^|[^\\w"'])${letter}(?![\\w#'"+])`).test(prose) ? letter : '');
  return `${has('C')}${has('L')}` as Mark;
}

/** The rows of the description, in its order. Examples in fences and lines that only lead to a list are none. */
export function readContractRows(document: string): ContractRow[] {
  return readRows(document, (line) => /^##+ (\d+(?:\.\d+)?)/.exec(line)?.[1]).filter(({ section }) =>
    isShowable(section),
  );
}

/**
 * The rows of the second page, whose sections are named by what their headings say: `2.2 / 2.4 Cookies`. The table of its
 * sources is none of them.
 */
export function readSecondRows(document: string): ContractRow[] {
  const heading = (line: string): string | undefined => /^##+ (?:§)?(.+)$/.exec(line)?.[1]?.replace(/ \(.*\)$/, '');
  return readRows(document, heading).filter(({ section }) => section !== '' && !section.startsWith('Source keys'));
}

function readRows(document: string, headingOf: (line: string) => string | undefined): ContractRow[] {
  const rows: { section: string; text: string; open: boolean }[] = [];
  let section = '';
  const lines = document.replaceAll(/^```[^]*?^```$/gm, '').split('\n');
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1);
    const heading = headingOf(line);
    if (heading !== undefined) section = heading;
    const isNothing = heading !== undefined || line.trim() === '' || /^-{3,}$/.test(line);
    if (isNothing || isTableHead(line, lines[at + 1])) {
      if (last !== undefined) last.open = false;
    } else if (last?.open === true && !beginsRow.test(line)) last.text += ` ${line.trim()}`;
    else rows.push({ section, text: line.trim(), open: !line.startsWith('|') });
  }
  return rows
    .filter((row) => !/^[^*|].*:$/.test(row.text))
    .map(({ section: name, text }) => ({ section: name, text, mark: markOf(text) }));
}
