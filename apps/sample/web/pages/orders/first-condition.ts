import type { FilterCondition, OrderField } from '../../../contract/index.js';

/** A condition on a field as it is when the field was just chosen. */
export function firstCondition({ name, type, operators, values }: OrderField): FilterCondition {
  const op = operators[0]?.op ?? 'eq';
  const value = values?.[0] ?? (type === 'Boolean' ? 'true' : '');
  return { field: name, op, value };
}
