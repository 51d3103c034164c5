import type { FilterNode, Scalar } from './filter-node.js';

/**
 * The values of all key fields, in key order, when a filter demands each of them to equal something; the one record they
 * name still has to pass the whole filter. Otherwise `undefined`: every record has to be looked at.
 */
export function keyLookup(tree: FilterNode, keys: readonly string[]): readonly Scalar[] | undefined {
  if (keys.length === 0) return undefined;
  const demanded = new Map<string, Scalar>();
  const conditions = tree.kind === 'logic' && tree.operator === 'and' ? tree.operands : [tree];
  for (const condition of conditions) {
    const [field, value] = equality(condition) ?? [];
    if (field !== undefined && value !== undefined) demanded.set(field.toLowerCase(), value);
  }
  const values = keys.map((key) => demanded.get(key.toLowerCase()));
  return values.every((value): value is Scalar => value !== undefined) ? values : undefined;
}

function equality(node: FilterNode): [string, Scalar] | undefined {
  if (node.kind !== 'compare' || node.operator !== 'eq') return undefined;
  const [field, literal] = node.left.kind === 'field' ? [node.left, node.right] : [node.right, node.left];
  if (field.kind !== 'field' || literal.kind !== 'literal' || literal.value === null) return undefined;
  const [name, ...rest] = field.path;
  return name === undefined || rest.length > 0 ? undefined : [name, literal.value];
}
