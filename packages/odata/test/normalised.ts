import type { Condition, Dialect } from '@acurecord/odata';
import { adaptCondition } from '../src/compiler/adapt-condition.js';
import { Adaptation } from '../src/compiler/adaptation.js';

/**
 * The tree as a text of the dialect can hold it, as JSON: in the dialect's own words, `and` and `or` flat, without the
 * types of fields, and without the difference between a number and a decimal where the dialect writes both alike, as all
 * do with numbers of more than 64 bits.
 */
export function normalised({ node }: Condition, dialect: Dialect): string {
  return JSON.stringify(adaptCondition(node, new Adaptation(dialect)), (_name, value: unknown) =>
    isNode(value) ? withoutType(value, dialect) : value,
  );
}

interface Node {
  readonly kind: string;
  readonly type?: string;
  readonly value?: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function withoutType(node: Node, dialect: Dialect): Node {
  const { type, ...untyped } = node;
  if (node.kind === 'field') return untyped;
  if (type !== 'number' && type !== 'decimal') return node;
  const isHuge = String(node.value).length > 18;
  if (dialect.name !== 'odataV4' && !isHuge) return node;
  return { kind: 'literal', type: 'number', value: String(node.value).replace(/\.0$/, '') };
}
