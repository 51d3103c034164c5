import { cellText } from './cell-text.js';

const MAX_WIDTH = 40;

/** Rows as aligned text with a head, cut to the width of the terminal; numbers stand on the right. */
export function formatTable(
  rows: readonly Readonly<Record<string, unknown>>[],
  terminalWidth = 120,
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
  head = true,
): string {
  return tableLines(rows, columnsFor(rows, columns), { terminalWidth, head }).join('\n');
}

/** A column with the width that its cells need. */
export interface TableColumn {
  readonly name: string;
  readonly width: number;
  readonly isNumber: boolean;
}

/** Widths of columns by the rows that are known. */
export function columnsFor(
  rows: readonly Readonly<Record<string, unknown>>[],
  names: readonly string[],
): readonly TableColumn[] {
  return names.map((name) => {
    const values = rows.map((row) => row[name]);
    const width = Math.max(name.length, ...values.map((value) => cellText(value).length));
    const isNumber =
      values.some((value) => typeof value === 'number') &&
      values.every((v) => v === null || v === undefined || typeof v === 'number');
    return { name, width: Math.min(width, MAX_WIDTH), isNumber };
  });
}

/** How many columns stand whole in a terminal. */
export function fittingColumns(columns: readonly TableColumn[], terminalWidth: number): number {
  let end = -2;
  return columns.filter(({ width }) => (end += width + 2) <= terminalWidth).length;
}

/** The lines of a table whose columns are known. */
export function tableLines(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly TableColumn[],
  { terminalWidth, head }: { readonly terminalWidth: number; readonly head: boolean },
): string[] {
  const line = (cells: readonly string[]): string => cells.join('  ').slice(0, terminalWidth).trimEnd();
  const titles = head
    ? [line(columns.map((column) => fit(column.name, column))), line(columns.map(({ width }) => '─'.repeat(width)))]
    : [];
  return [...titles, ...rows.map((row) => line(columns.map((column) => fit(cellText(row[column.name]), column))))];
}

function fit(text: string, { width, isNumber }: TableColumn): string {
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return isNumber ? cut.padStart(width) : cut.padEnd(width);
}
