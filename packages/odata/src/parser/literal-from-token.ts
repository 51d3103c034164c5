import type { Dialect } from '../dialects/dialect.js';
import { booleanLiteral, literalNode, nullLiteral } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { Guid } from '../values/guid.js';
import { instantFromText } from '../values/instant-from-text.js';
import { literalFromText } from '../values/literal-from-text.js';
import { PlainDate } from '../values/plain-date.js';
import { plainDigits } from '../values/plain-digits.js';
import { syntaxError } from './syntax-error.js';
import type { Token } from './token.js';

const words: ReadonlyMap<string, LiteralNode> = new Map([
  ['null', nullLiteral],
  ['true', booleanLiteral(true)],
  ['false', booleanLiteral(false)],
]);

/** The literal that a token is, or `undefined` when it is none. @throws {AcumaticaQueryError} when it is a wrong one */
export function literalFromToken(token: Token, dialect: Dialect): LiteralNode | undefined {
  switch (token.kind) {
    case 'name':
      return words.get(token.text);
    case 'string':
      return literalFromText(unquoted(token.text), { name: 'The filter' });
    case 'number':
      return numberFromToken(token);
    case 'instant':
    case 'day':
    case 'guid':
      return bareLiteral(token, dialect);
    case 'prefixed':
      return prefixedLiteral(token, dialect);
    case 'sign':
    case 'end':
      return undefined;
  }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll("''", "'");
}

function numberFromToken(token: Token): LiteralNode {
  const isDecimal = /m$/i.test(token.text);
  const digits = plainDigits(token.text.replace(/[mldf]$/i, ''));
  if (digits === undefined) throw syntaxError(token, 'a number with an exponent of at most three digits');
  return literalNode(isDecimal ? 'decimal' : 'number', digits);
}

function bareLiteral(token: Token, dialect: Dialect): LiteralNode {
  if (dialect.name !== 'odataV4') {
    const datePrefix = dialect.name === 'odataV3' ? 'datetime' : 'datetimeoffset';
    const prefix = token.kind === 'guid' ? 'guid' : datePrefix;
    throw syntaxError(token, `${prefix}'${token.text}', as ${dialect.server} wants it`);
  }
  return token.kind === 'guid' ? literalNode('guid', new Guid(token.text).text) : dateFromText(token.text, token);
}

function prefixedLiteral(token: Token, dialect: Dialect): LiteralNode {
  const quote = token.text.indexOf("'");
  const [prefix, text] = [token.text.slice(0, quote), unquoted(token.text.slice(quote))];
  if (dialect.name === 'odataV4')
    throw syntaxError(token, `the value without the prefix ${prefix}, as OData v4 wants it`);
  if (prefix === 'guid') {
    if (!Guid.matches(text)) throw syntaxError(token, 'a GUID');
    return literalNode('guid', new Guid(text).text);
  }
  if (prefix === 'datetime' && dialect.name === 'odataV3') return localFromText(text, token);
  if (prefix === 'datetimeoffset' || prefix === 'datetime' || prefix === 'date') return dateFromText(text, token);
  throw syntaxError(token, 'a literal with the prefix datetimeoffset, datetime, date or guid');
}

/** `datetime'…'` has no zone of its own. */
function localFromText(text: string, token: Token): LiteralNode {
  const date = dateFromText(/(?:Z|[+-]\d{2}:\d{2})$|^[^T]*$/.test(text) ? text : `${text}Z`, token);
  if (date.type !== 'dateTime') return date;
  return date.value.endsWith('T00:00:00.000Z')
    ? literalNode('date', date.value.slice(0, 10))
    : literalNode('localTime', date.value);
}

function dateFromText(text: string, token: Token): LiteralNode {
  const day = text.replace(/T00:00(?::00(?:\.0+)?)?$/, '');
  if (PlainDate.exists(day)) return literalNode('date', day);
  const instant = instantFromText(text);
  if (instant === undefined)
    throw syntaxError(token, 'a day, or a date and time that exists and has its zone (Z or +hh:mm)');
  return literalNode('dateTime', instant);
}
