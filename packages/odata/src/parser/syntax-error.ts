import { AcumaticaQueryError } from '@acurecord/errors';
import type { Token } from './token.js';

/** The error for filter text that cannot be read: where, what was expected and what stands there. Positions count from 1. */
export function syntaxError(token: Token, expected: string): AcumaticaQueryError {
  const position = token.start + 1;
  const found = token.kind === 'end' ? 'the end of the filter' : shortened(token.text);
  return new AcumaticaQueryError(
    `The filter cannot be read at position ${position}: expected ${expected}, found ${found}.`,
    {
      context: { position, expected },
    },
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
