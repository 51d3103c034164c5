import type { FilterCondition, FilterOperator } from '../../../contract/index.js';

/** Whether an operator compares with something. */
export function needsValue(op: FilterOperator): boolean {
  return op !== 'isNull' && op !== 'isNotNull';
}

/** Whether nothing is missing in a condition. */
export function isComplete({ op, value }: FilterCondition): boolean {
  return !needsValue(op) || (value ?? '').trim() !== '';
}
