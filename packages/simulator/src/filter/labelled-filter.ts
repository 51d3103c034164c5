import { labelOf } from '../demo/drop-downs.js';
import type { DropDown } from '../demo/drop-downs.js';
import { ownValue } from '../store/own-value.js';
import type { CompareNode, FilterNode } from './filter-node.js';

/** The same filter where what the database keeps of a drop-down (`AC`) is the label that records show (`Active`). */
export function labelledFilter(node: FilterNode, choices: Readonly<Record<string, DropDown>>): FilterNode {
  if (node.kind === 'logic')
    return { ...node, operands: node.operands.map((operand) => labelledFilter(operand, choices)) };
  if (node.kind === 'not') return { ...node, operand: labelledFilter(node.operand, choices) };
  return node.kind === 'compare' ? labelledComparison(node, choices) : node;
}

function labelledComparison(node: CompareNode, choices: Readonly<Record<string, DropDown>>): CompareNode {
  const { left, right } = node;
  const [field] = left.kind === 'field' && left.path.length === 1 ? left.path : [];
  if (field === undefined || right.kind !== 'literal') return node;
  const name = Object.keys(choices).find((known) => known.toLowerCase() === field.toLowerCase()) ?? '';
  return { ...node, right: { ...right, value: labelOf(ownValue(choices, name), right.value) } };
}
