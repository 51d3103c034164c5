import type { FilterNode } from './filter-node.js';

/**
 * Whether an `and` joins conditions on different views of the form (the record itself, its contact, …). On some
 * instances such a filter answers nothing although each part matches.
 */
export function crossesViews(tree: FilterNode): boolean {
  if (tree.kind === 'not') return crossesViews(tree.operand);
  if (tree.kind !== 'logic') return false;
  const views = new Set(tree.operands.flatMap(viewsOf));
  return (tree.operator === 'and' && views.size > 1) || tree.operands.some(crossesViews);
}

function viewsOf(node: FilterNode): string[] {
  switch (node.kind) {
    case 'some':
    case 'count':
      return [node.path.join('/').toLowerCase()];
    case 'field':
      return [node.path.slice(0, -1).join('/').toLowerCase()];
    case 'custom':
      return [node.view.toLowerCase()];
    case 'literal':
      return [];
    case 'logic':
      return node.operands.flatMap(viewsOf);
    case 'call':
      return node.args.flatMap(viewsOf);
    case 'not':
    case 'in':
      return viewsOf(node.operand);
    case 'compare':
    case 'arithmetic':
      return [...viewsOf(node.left), ...viewsOf(node.right)];
  }
}
