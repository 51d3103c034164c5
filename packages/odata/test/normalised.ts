import type { Condition, Dialect } from '@acurecord/odata';
import { adaptCondition } from '../src/compiler/adapt-condition.js';
import { Adaptation } from '../src/compiler/adaptation.js';

/**
 * The tree as a text of the dialect can hold it: in the dialect's own words, `and` and `or` flat, without the types of
 * fields, and without the difference between a number and a decimal where the dialect writes both alike, as all do with numbers of more than 64 bits.
 */
export function normalised({ node }: Condition, dialect: Dialect): unknown {
  return withoutTypes(adaptCondition(node, new Adaptation(dialect)), dialect);
}

function withoutTypes(value: unknown, dialect: Dialect): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutTypes(entry, dialect));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Readonly<Record<string, unknown>>;
  if (node['kind'] === 'literal') return withoutNumberType(node, dialect);
  const entries = Object.entries(node).filter(([name]) => node['kind'] !== 'field' || name !== 'type');
  return Object.fromEntries(entries.map(([name, entry]) => [name, withoutTypes(entry, dialect)]));
}

function withoutNumberType(literal: Readonly<Record<string, unknown>>, dialect: Dialect): unknown {
  const { type, value } = literal;
  if (type !== 'number' && type !== 'decimal') return literal;
  const isHuge = String(value).length > 18;
  return dialect.name === 'odataV4' || isHuge ? { type: 'number', value: String(value).replace(/\.0$/, '') } : literal;
}
