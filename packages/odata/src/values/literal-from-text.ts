import { AcumaticaQueryError } from '@acurecord/errors';
import { booleanLiteral, literalNode } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { Guid } from './guid.js';
import { instantFromText } from './instant-from-text.js';
import type { LiteralTarget } from './literal-from-value.js';
import { PlainDate } from './plain-date.js';
import { plainDigits } from './plain-digits.js';
import { familyOf } from './known-wire-type.js';
import type { KnownWireType } from './known-wire-type.js';

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;

/** The literal for a text, read by the type of what it is compared with. @throws {AcumaticaQueryError} when it does not suit. */
export function literalFromText(text: string, target: LiteralTarget): LiteralNode {
  switch (familyOf(target.type)) {
    case 'number':
      return numberLiteral(text, target);
    case 'date':
      return dateLiteral(text, target);
    case 'guid':
      return guidLiteral(text, target);
    case 'boolean':
      return truthLiteral(text, target);
    case 'string':
    case undefined:
      return stringLiteral(text, target);
  }
}

function stringLiteral(text: string, target: LiteralTarget): LiteralNode {
  if (/\p{Surrogate}/u.test(text)) {
    throw new AcumaticaQueryError(`${target.name}: the text holds half of a surrogate pair, which no URL can carry.`);
  }
  return literalNode('string', text);
}

function guidLiteral(text: string, target: LiteralTarget): LiteralNode {
  if (Guid.matches(text)) return literalNode('guid', new Guid(text).text);
  throw new AcumaticaQueryError(`${target.name}: a GUID is needed, and ${shortText(text)} is none.`);
}

function truthLiteral(text: string, target: LiteralTarget): LiteralNode {
  if (text === 'true' || text === 'false') return booleanLiteral(text === 'true');
  throw new AcumaticaQueryError(`${target.name}: true or false is needed, not the text ${shortText(text)}.`);
}

/** Decimal notation only, as records take it: `'1e3'` and `'+5'` are refused there too. */
function numberLiteral(text: string, target: LiteralTarget): LiteralNode {
  const digits = (isWholeType(target.type) ? WHOLE : DECIMAL).test(text) ? plainDigits(text) : undefined;
  if (digits === undefined) {
    throw new AcumaticaQueryError(`${target.name}: a ${target.type} is needed, and ${shortText(text)} is no number.`);
  }
  return literalNode(target.type === 'Decimal' ? 'decimal' : 'number', digits);
}

function dateLiteral(text: string, target: LiteralTarget): LiteralNode {
  if (PlainDate.matches(text)) return literalNode('date', PlainDate.from(text).toString());
  const instant = target.type === 'DateTime' ? instantFromText(text) : undefined;
  if (instant !== undefined) return literalNode('dateTime', instant);
  const hint = "Write 'YYYY-MM-DD' for a day, or give a Date or an ISO text with its zone for an instant.";
  throw new AcumaticaQueryError(
    `${target.name}: a ${target.type} is needed, and ${shortText(text)} is none that exists. ${hint}`,
    { suggestions: [hint] },
  );
}

function isWholeType(type: KnownWireType | undefined): boolean {
  return type !== undefined && familyOf(type) === 'number' && type !== 'Decimal' && type !== 'Double';
}

function shortText(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
