import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import { csvLine, rawCsvLine } from './csv-line.js';
import { columnsFor, fittingColumns, tableLines } from './format-table.js';
import type { TableColumn } from './format-table.js';

/** Of a table where nobody knows how wide the reader's terminal is. */
const WIDTH = 160;

/** One row of a result: plain data by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Writes rows in one of the formats, page by page, as fast as the reader takes them. */
export interface RowWriter {
  write(rows: readonly Row[]): Promise<void>;
  /** What stands behind the last row. */
  end(): Promise<void>;
}

/** The formats of results. */
export type RowFormat = 'csv' | 'rawCsv' | 'ndjson' | 'table' | 'json';

/** A writer to stdout. `columns` is the head of a table or CSV, known before the first row. */
export function rowWriter(terminal: Terminal, format: RowFormat, columns: readonly string[]): RowWriter {
  switch (format) {
    case 'ndjson':
      return {
        write: (rows) => put(terminal, rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
        end: async () => undefined,
      };
    case 'json':
      return jsonWriter(terminal);
    case 'csv':
      return csvWriter(terminal, columns, csvLine);
    case 'rawCsv':
      return csvWriter(terminal, columns, rawCsvLine);
    case 'table':
      return tableWriter(terminal, columns);
  }
}

function jsonWriter(terminal: Terminal): RowWriter {
  let separator = '[\n';
  return {
    async write(rows) {
      if (rows.length === 0) return;
      await put(terminal, separator + rows.map((row) => JSON.stringify(row)).join(',\n'));
      separator = ',\n';
    },
    end: () => put(terminal, separator === '[\n' ? '[]\n' : '\n]\n'),
  };
}

function csvWriter(terminal: Terminal, columns: readonly string[], line: typeof csvLine): RowWriter {
  let head = line(columns);
  const flush = async (text: string): Promise<void> => {
    await put(terminal, head + text);
    head = '';
  };
  return {
    write: (rows) => flush(rows.map((row) => line(columns.map((column) => row[column]))).join('')),
    end: () => flush(''),
  };
}

/** The first page settles the widths. */
function tableWriter(terminal: Terminal, names: readonly string[]): RowWriter {
  let columns: readonly TableColumn[] | undefined;
  return {
    async write(rows) {
      const head = columns === undefined;
      columns ??= columnsFor(rows, names);
      const terminalWidth = terminal.stdout.columns ?? WIDTH;
      const lines = tableLines(rows, columns, { terminalWidth, head });
      if (lines.length > 0) await put(terminal, `${lines.join('\n')}\n`);
    },
    end: async () => sayWhatIsCut(terminal, columns ?? []),
  };
}

/** Columns that the terminal has no room for are missing without a trace otherwise. */
function sayWhatIsCut(terminal: Terminal, columns: readonly TableColumn[]): void {
  const fitting = fittingColumns(columns, terminal.stdout.columns ?? WIDTH);
  if (fitting === columns.length) return;
  say(terminal, `${fitting} of ${columns.length} columns fit: choose with --select, or print all with --csv.`);
}
