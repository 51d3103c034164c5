import { styleText } from 'node:util';
import type { Terminal } from './terminal.js';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Colours a text for a stream: not in a pipe, not where `NO_COLOR` is set. */
export function paint(terminal: Terminal, stream: 'stdout' | 'stderr', style: Style, text: string): string {
  const { NO_COLOR = '', TERM } = terminal.env;
  const isPlain = terminal[stream].isTTY !== true || NO_COLOR !== '' || TERM === 'dumb';
  return isPlain ? text : styleText(style, text);
}
