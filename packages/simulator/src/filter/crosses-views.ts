import { filterFields } from './filter-fields.js';
import type { FilterNode } from './filter-node.js';

/**
 * Whether an `and` joins conditions on different views of the form (the record itself, its contact, …). On some
 * instances such a filter answers nothing although each part matches.
 */
export function crossesViews(tree: FilterNode): boolean {
  if (tree.kind === 'not') return crossesViews(tree.operand);
  if (tree.kind !== 'logic') return false;
  const views = new Set(filterFields(tree).map(viewOf));
  return (tree.operator === 'and' && views.size > 1) || tree.operands.some(crossesViews);
}

const viewOf = (field: ReturnType<typeof filterFields>[number]): string =>
  (field.kind === 'custom' ? field.view : field.path.slice(0, -1).join('/')).toLowerCase();
