import { EXIT } from '../exit-code.js';
import { OutputError } from '../terminal/output-error.js';
import { finishStep } from '../terminal/interruption.js';
import type { Progress } from '../terminal/progress.js';
import { say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';
import { rowWriter } from './row-writer.js';
import type { Row, RowFormat } from './row-writer.js';

/** Pages of records on their way to stdout. */
export interface RowStream {
  readonly pages: AsyncIterable<readonly object[]>;
  readonly format: RowFormat;
  readonly columns: readonly string[];
  /** Makes a row of a record. @default the record as plain data */
  readonly shape?: ((record: object) => Row) | undefined;
  readonly progress: Progress;
  /** Rows that were left out at the start, to say how to go on. */
  readonly skipped: number;
}

/** Writes page by page; Ctrl-C ends after a whole page and says how to go on. Resolves to the exit code. */
export async function streamRows(terminal: Terminal, stream: RowStream): Promise<number> {
  const { pages, format, columns, shape = (row: object) => row as Row, progress, skipped } = stream;
  const writer = rowWriter(terminal, format, columns);
  const taken = finishStep(terminal, 'the page');
  try {
    for await (const page of pages) {
      if (terminal.stdout.isTTY === true) progress.close();
      await writer.write(page.map((record) => shape(plain(record))));
      progress.add(page.length);
      if (terminal.signal.aborted) break;
    }
    if (terminal.stdout.isTTY === true) progress.close();
    if (isTaken(terminal)) await writer.end();
  } catch (error) {
    if (progress.done > 0 && isTaken(terminal)) say(terminal, resumeHint(progress, skipped));
    throw error;
  } finally {
    taken();
    progress.close();
  }
  if (!terminal.signal.aborted) {
    if (terminal.stderr.isTTY === true) say(terminal, progress.line());
    return EXIT.ok;
  }
  if (isTaken(terminal)) say(terminal, resumeHint(progress, skipped));
  return EXIT.interrupted;
}

/** Whether what is written arrives: not after the reader went away (`| head`), not on a full disk. */
function isTaken({ stdout, signal }: Terminal): boolean {
  return stdout.writable && !(signal.reason instanceof OutputError);
}

function resumeHint(progress: Progress, skipped: number): string {
  const next = skipped + progress.done;
  return `Stopped after ${progress.done} rows, which are written. To go on: the same command with --skip ${next}.`;
}

function plain(record: object): object {
  const { toPlain } = record as { toPlain?: () => object };
  return typeof toPlain === 'function' ? toPlain.call(record) : record;
}
