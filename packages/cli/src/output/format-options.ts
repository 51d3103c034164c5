import type { Command } from 'commander';
import { UsageError } from '../exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import type { RowFormat } from './row-writer.js';

/** How rows are printed. */
export interface FormatOptions {
  readonly csv?: boolean;
  readonly rawCsv?: boolean;
  readonly ndjson?: boolean;
  readonly table?: boolean;
  readonly json?: boolean;
}

/** Adds the options of {@link FormatOptions}, besides `--json`. */
export function addFormatOptions(command: Command): Command {
  return command
    .option(
      '--csv',
      "one line a record, comma separated; a text that a spreadsheet would run as a formula begins with '",
    )
    .option('--raw-csv', 'the same with every text as it is, for programs that read it')
    .option('--ndjson', 'one JSON object a line (what a pipe gets)')
    .option('--table', 'for eyes (what a terminal gets)');
}

/** The format asked for; without one, a table in a terminal and NDJSON in a pipe. @throws UsageError for several */
export function formatOf({ stdout }: Terminal, options: FormatOptions): RowFormat {
  const csv = options.rawCsv === true ? 'rawCsv' : 'csv';
  const asked = ([csv, 'ndjson', 'table', 'json'] as const).filter((format) => options[format] === true);
  if (asked.length > 1) throw new UsageError(`Choose one of ${asked.map((format) => `--${format}`).join(' and ')}.`);
  return asked[0] ?? (stdout.isTTY === true ? 'table' : 'ndjson');
}
