import type { WireType } from '@acurecord/metadata';
import type { MemberPlan } from '../plan/output-plan.js';
import { quote } from './quote.js';

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

/** Type of a member's accessor. */
export function memberType({ schema, target, values }: MemberPlan, decimals: 'number' | 'string'): string {
  if (schema.kind === 'link') return `Link<${target}>`;
  if (schema.kind === 'details') return `DetailCollection<${target}>`;
  const type = values === undefined ? valueType(schema.type, decimals) : values.map(quote).join(' | ');
  return type === 'unknown' ? type : `${type} | null`;
}

/** What may be given for a parameter of an action. */
export function parameterType(type: WireType, decimals: 'number' | 'string'): string {
  const value = valueType(type, decimals);
  if (value === 'unknown') return value;
  return value === 'Date' ? 'Date | string | null' : `${value} | null`;
}
