import { AcumaticaQueryError } from '@acurecord/errors';
import { booleanLiteral, literalNode, nullLiteral } from '../nodes/literal-node.js';
import type { LiteralNode } from '../nodes/literal-node.js';
import { Decimal } from './decimal.js';
import { describeValue } from './describe-value.js';
import { Guid } from './guid.js';
import { literalFromText } from './literal-from-text.js';
import { PlainDate } from './plain-date.js';
import { plainDigits } from './plain-digits.js';
import { familyOf } from './known-wire-type.js';
import type { WireFamily, KnownWireType } from './known-wire-type.js';

/** What a value is compared with: decides whether the text `'2024-12-31'` is a text or a day. */
export interface LiteralTarget {
  /** Stands in messages. */
  readonly name: string;
  readonly type?: KnownWireType | undefined;
}

/**
 * The literal for a JavaScript value.
 *
 * @throws {AcumaticaQueryError} for `undefined`, `NaN`, an infinity, an invalid date, a value that does not suit the
 * target's type, and everything that is no value.
 */
export function literalFromValue(value: unknown, target: LiteralTarget): LiteralNode {
  if (value === null) return nullLiteral;
  if (typeof value === 'string') return literalFromText(value, target);
  const [literal, family] = untypedLiteral(value, target);
  const expected = familyOf(target.type);
  if (expected && expected !== family) {
    throw new AcumaticaQueryError(
      `${target.name}: a ${target.type} is needed, but ${describeValue(value)} is a ${family}.`,
    );
  }
  if (target.type === 'Date' && literal.type === 'dateTime') {
    throw new AcumaticaQueryError(
      `${target.name}: a day without time is needed. Give a PlainDate or 'YYYY-MM-DD' instead of ${describeValue(value)}.`,
    );
  }
  return literal;
}

function untypedLiteral(value: unknown, target: LiteralTarget): [LiteralNode, WireFamily] {
  if (typeof value === 'number') return [literalNode('number', finiteDigits(value, target)), 'number'];
  if (typeof value === 'bigint') return [literalNode('number', String(value)), 'number'];
  if (typeof value === 'boolean') return [booleanLiteral(value), 'boolean'];
  if (value instanceof Date) return [literalNode('dateTime', isoText(value, target)), 'date'];
  if (PlainDate.is(value)) return [literalNode('date', value.toString()), 'date'];
  if (Guid.is(value)) return [literalNode('guid', value.text), 'guid'];
  if (Decimal.is(value)) {
    const exact = target.type === undefined || target.type === 'Decimal';
    return [literalNode(exact ? 'decimal' : 'number', value.text), 'number'];
  }
  throw new AcumaticaQueryError(`${target.name}: ${describeValue(value)} is not a value that a filter can hold.`, {
    suggestions:
      value === undefined
        ? ['Leave the condition away when there is nothing to compare with, or say null for an empty field.']
        : Array.isArray(value)
          ? ['Use in() to compare with several values.']
          : ['Give a string, number, bigint, boolean, Date, PlainDate or null.'],
  });
}

function finiteDigits(value: number, target: LiteralTarget): string {
  if (!Number.isFinite(value))
    throw new AcumaticaQueryError(`${target.name}: ${value} is not a number that a filter can hold.`);
  return plainDigits(String(value)) ?? '0';
}

function isoText(value: Date, target: LiteralTarget): string {
  const time = value.getTime();
  if (Number.isNaN(time)) throw new AcumaticaQueryError(`${target.name}: the date is invalid.`);
  const text = value.toISOString();
  if (text.length !== 24 || text.startsWith('0000')) {
    throw new AcumaticaQueryError(`${target.name}: ${text} lies outside the years 1 to 9999.`);
  }
  return text;
}
