import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../exit-code.js';

/** A row of a CSV file: its texts by column, and the line it ends in. */
export interface CsvRow {
  readonly line: number;
  readonly texts: Readonly<Record<string, string>>;
}

/** The rows of a CSV text whose first line names the columns. @throws UsageError that names the line */
export function parseCsv(text: string, delimiter: string): CsvRow[] {
  const options = { columns: true, bom: true, delimiter, info: true, skip_empty_lines: true } as const;
  let rows: readonly { readonly record: Record<string, string>; readonly info: { readonly lines: number } }[];
  try {
    rows = parse(text, options) as unknown as typeof rows;
  } catch (error) {
    if (error instanceof CsvError)
      throw new UsageError(`This is no CSV with one line of column names: ${error.message}.`);
    throw error;
  }
  if (rows.length === 0) throw new UsageError('There are no records: the CSV has no line below its column names.');
  return rows.map(({ record, info }) => ({ line: info.lines, texts: record }));
}
