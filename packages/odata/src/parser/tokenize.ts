import { syntaxError } from './syntax-error.js';
import type { Token, TokenKind } from './token.js';

type Shape = readonly [TokenKind, RegExp];

let shapes: readonly Shape[] | undefined;

/** Made at the first text: a pattern over all letters costs more than all else that loading this package does. */
const makeShapes = (): readonly Shape[] => [
  ['string', /'[^']*(?:''[^']*)*'/y],
  ['guid', /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\p{L}\p{N}_-])/uy],
  ['instant', /\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:\d{2})?/y],
  ['day', /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}_-])/uy],
  ['number', /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[mMlLdDfF]?(?![\p{L}\p{N}_])/uy],
  ['prefixed', /[\p{L}_][\p{L}\p{N}_]*'[^']*(?:''[^']*)*'/uy],
  ['name', /\$it(?![\p{L}\p{N}_])|[\p{L}_][\p{L}\p{N}_]*/uy],
  ['sign', /[(),/:.=]/y],
];

const space = /[ \t\r\n]*/y;

/** Cuts filter text into its pieces; the last one is the end. @throws {AcumaticaQueryError} where no piece begins */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let start = skipSpace(text, 0);
  while (start < text.length) {
    const token = tokenAt(text, start);
    tokens.push(token);
    start = skipSpace(text, start + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', start: text.length });
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, shape] of (shapes ??= makeShapes())) {
    shape.lastIndex = start;
    const found = shape.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found, start };
  }
  const isOpenQuote = text[start] === "'";
  const rest: Token = { kind: 'sign', text: text.slice(start, start + (isOpenQuote ? 20 : 1)), start };
  throw syntaxError(rest, isOpenQuote ? 'a closing quote' : 'a field, a value or an operator');
}

function skipSpace(text: string, start: number): number {
  space.lastIndex = start;
  return start + (space.exec(text)?.[0].length ?? 0);
}
