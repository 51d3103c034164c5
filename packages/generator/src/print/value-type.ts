import type { WireType } from '@acurecord/metadata';
import type { MemberPlan } from '../plan/output-plan.js';
import { quote } from './quote.js';

const WIDTH = 120;

const SCALARS: ReadonlyMap<WireType, string> = new Map([
  ['String', 'string'],
  ['Guid', 'string'],
  ['Boolean', 'boolean'],
  ['DateTime', 'Date'],
  ['Int', 'number'],
  ['Short', 'number'],
  ['Byte', 'number'],
]);

const FRACTIONS: ReadonlySet<WireType> = new Set(['Decimal', 'Double', 'Long']);

/** TypeScript's type for the values of a wire type; `unknown` for one that is handed through as it comes. */
export function valueType(type: WireType, decimals: 'number' | 'string'): string {
  return FRACTIONS.has(type) ? decimals : (SCALARS.get(type) ?? 'unknown');
}

/** A member with its type, such as `Status: 'Open' | null;`; known values that are too many stand on lines of their own. */
export function typedMember(start: string, member: MemberPlan, decimals: 'number' | 'string'): string {
  const alternatives = memberType(member, decimals);
  const type = alternatives.join(' | ');
  const line = `${start}: ${type};`;
  if (alternatives.length < 3 || line.length <= WIDTH - 2) return line;
  if (type.length + 1 <= WIDTH - 4) return `${start}:\n    ${type};`;
  return `${start}:${alternatives.map((alternative) => `\n    | ${alternative}`).join('')};`;
}

function memberType({ schema, target }: MemberPlan, decimals: 'number' | 'string'): string[] {
  if (schema.kind === 'link') return [`Link<${target}>`];
  if (schema.kind === 'details') return [`DetailCollection<${target}>`];
  if (schema.kind === 'unknown') return ['unknown'];
  if (schema.oneOf !== undefined) return [...schema.oneOf.map(quote), 'null'];
  const type = valueType(schema.type, decimals);
  return type === 'unknown' ? [type] : [type, 'null'];
}

/** What may be given for a parameter of an action. */
export function parameterType(type: WireType, decimals: 'number' | 'string'): string {
  const value = valueType(type, decimals);
  if (value === 'unknown') return value;
  return value === 'Date' ? 'Date | string | null' : `${value} | null`;
}
