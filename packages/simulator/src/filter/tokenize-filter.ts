import { normalizeDate } from './filter-date.js';
import type { FilterDialect } from './filter-dialect.js';
import { FilterError, syntaxError } from './filter-error.js';
import type { LiteralNode } from './filter-node.js';
import type { FilterToken } from './filter-token.js';

const blank = /\s+/y;
const quoted = /'((?:[^']|'')*)'/y;
const typed = /([a-z]+)'((?:[^']|'')*)'/iy;
const word = /[\p{L}_$@][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
const number = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const suffix = /[mlfd](?![\p{L}\p{N}_])/iuy;
const bareGuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iy;
const bareDate = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/iy;
const guidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const signs = new Set(['(', ')', ',', '/', '=', '-', ':']);

/** Cuts a filter into tokens. @throws FilterError at the first letter that belongs to none. */
export function tokenizeFilter(text: string, dialect: FilterDialect): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(blank, text, at);
    if (space !== undefined) {
      at += space[0].length;
      continue;
    }
    const [token, length] = readLiteral(text, at, dialect) ?? readRest(text, at);
    tokens.push(token);
    at += length;
  }
  return [...tokens, { kind: 'end', at }];
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function readRest(text: string, at: number): [FilterToken, number] {
  const name = match(word, text, at)?.[0];
  if (name !== undefined) return [{ kind: 'word', text: name, at }, name.length];
  const sign = text.charAt(at);
  if (!signs.has(sign)) throw syntaxError(text, at);
  return [{ kind: 'sign', text: sign as '(', at }, 1];
}

function readLiteral(text: string, at: number, dialect: FilterDialect): [FilterToken, number] | undefined {
  const token = (literal: LiteralNode, length: number): [FilterToken, number] => [
    { kind: 'literal', literal, at },
    length,
  ];
  const string = match(quoted, text, at);
  if (string !== undefined) return token(textLiteral(string[1] ?? ''), string[0].length);
  const typedText = dialect.typedLiterals ? match(typed, text, at) : undefined;
  if (typedText !== undefined)
    return token(typedLiteral(typedText[1] ?? '', typedText[2] ?? '', dialect), typedText[0].length);
  if (!dialect.typedLiterals) {
    const bare = match(bareGuid, text, at)?.[0] ?? match(bareDate, text, at)?.[0];
    if (bare !== undefined) return token(bareLiteral(bare), bare.length);
  }
  return readNumber(text, at, dialect, token);
}

function readNumber(
  text: string,
  at: number,
  dialect: FilterDialect,
  token: (literal: LiteralNode, length: number) => [FilterToken, number],
): [FilterToken, number] | undefined {
  const digits = match(number, text, at)?.[0];
  if (digits === undefined) return undefined;
  const end = at + digits.length;
  const kind = dialect.typedLiterals ? (match(suffix, text, end)?.[0] ?? '') : '';
  if (match(word, text, end + kind.length) !== undefined) throw syntaxError(text, end);
  return token(numberLiteral(digits, kind.toLowerCase()), digits.length + kind.length);
}

function textLiteral(raw: string): LiteralNode {
  return { kind: 'literal', type: 'String', edm: 'Edm.String', value: raw.replaceAll("''", "'") };
}

function numberLiteral(digits: string, kind: string): LiteralNode {
  const whole = /^\d+$/.test(digits);
  const byKind: Record<string, string> = { m: 'Edm.Decimal', l: 'Edm.Int64', f: 'Edm.Single', d: 'Edm.Double' };
  const edm = byKind[kind] ?? (whole ? 'Edm.Int32' : 'Edm.Double');
  return { kind: 'literal', type: 'Number', edm, value: Number(digits) };
}

function dateLiteral(text: string, edm = 'Edm.DateTimeOffset'): LiteralNode {
  const value = normalizeDate(text);
  if (value === undefined) throw new FilterError(`The value '${text}' is not a valid '${edm}' literal.`);
  return { kind: 'literal', type: 'DateTime', edm, value };
}

function typedLiteral(type: string, text: string, dialect: FilterDialect): LiteralNode {
  const name = type.toLowerCase();
  if (name === 'datetime') return dateLiteral(text, 'Edm.DateTime');
  if (name === 'datetimeoffset' || (name === 'date' && dialect.days)) return dateLiteral(text);
  if (name !== 'guid' || !dialect.guids || !guidText.test(text))
    throw new FilterError(`Unrecognized '${type}' literal '${type}'${text}''.`);
  return { kind: 'literal', type: 'Guid', edm: 'Edm.Guid', value: text.toLowerCase() };
}

function bareLiteral(text: string): LiteralNode {
  return guidText.test(text)
    ? { kind: 'literal', type: 'Guid', edm: 'Edm.Guid', value: text.toLowerCase() }
    : dateLiteral(text);
}
