import { AcumaticaError, AcumaticaValidationError } from 'acurecord';
import { exitCodeOf } from '../exit-code.js';
import { cleanText } from './clean-text.js';
import { paint } from './colors.js';
import { say } from './terminal.js';
import type { Terminal } from './terminal.js';

/** Tells what went wrong: the cause first, what to do second, the stack only when asked for. */
export function reportError(
  terminal: Terminal,
  error: unknown,
  { verbose }: { readonly verbose?: boolean } = {},
): void {
  if (terminal.json === true) {
    const told = { ...(AcumaticaError.is(error) ? error.toJSON() : plainError(error)), exitCode: exitCodeOf(error) };
    terminal.stderr.write(`${JSON.stringify({ error: told })}\n`);
    return;
  }
  say(terminal, `${paint(terminal, 'stderr', 'red', 'Error:')} ${lines(messageOf(error))}`);
  for (const hint of hintsOf(error)) say(terminal, `  ${paint(terminal, 'stderr', 'cyan', '→')} ${lines(hint)}`);
  if (verbose === true && error instanceof Error) say(terminal, `\n${error.stack ?? ''}`);
}

/** An error that is none of the ERP's: `USAGE` for a command line that makes no sense, else as Node names it. */
function plainError(error: unknown): { readonly code: string; readonly message: string } {
  const { code } = error as { readonly code?: unknown };
  return { code: typeof code === 'string' ? code : 'FAILED', message: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function hintsOf(error: unknown): string[] {
  if (!AcumaticaError.is(error)) return [];
  const hints = error.suggestions.filter((hint) => !error.message.includes(hint));
  const issues = AcumaticaValidationError.is(error) ? error.issues : [];
  const unsaid = issues.filter(({ message }) => !error.message.includes(message));
  return [...unsaid.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)), ...hints];
}

/** Line breaks of our own messages stay; what else a server may have put into them does not. */
function lines(text: string): string {
  return text.split('\n').map(cleanText).join('\n');
}
