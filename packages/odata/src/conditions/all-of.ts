import { AcumaticaQueryError } from '@acurecord/errors';
import { andNode } from '../nodes/and-node.js';
import { Condition, nodeOfCondition } from './condition.js';

/** All of the conditions hold. One condition stays as it is. @throws {AcumaticaQueryError} when there is none. */
export function allOf(conditions: readonly Condition[]): Condition {
  const nodes = conditions.map((condition) => nodeOfCondition(condition, 'allOf()'));
  const [first] = nodes;
  if (!first) throw new AcumaticaQueryError('allOf([]) says nothing. Leave the filter away to read every record.');
  return new Condition(nodes.length === 1 ? first : andNode(nodes));
}
