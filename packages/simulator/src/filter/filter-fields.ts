import type { CustomFieldNode, FieldNode, FilterNode } from './filter-node.js';

/** The fields that a filter asks about, each as often as it is named; those of rows are none of the record's. */
export function filterFields(node: FilterNode): readonly (FieldNode | CustomFieldNode)[] {
  switch (node.kind) {
    case 'field':
    case 'custom':
      return [node];
    case 'literal':
    case 'some':
    case 'count':
      return [];
    case 'logic':
      return node.operands.flatMap(filterFields);
    case 'call':
      return node.args.flatMap(filterFields);
    case 'not':
    case 'in':
      return filterFields(node.operand);
    case 'compare':
    case 'arithmetic':
      return [...filterFields(node.left), ...filterFields(node.right)];
  }
}
