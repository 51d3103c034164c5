import { AcumaticaQueryError } from '@acurecord/errors';
import { orNode } from '../nodes/or-node.js';
import { Condition, nodeOfCondition } from './condition.js';

/** At least one of the conditions holds. One condition stays as it is. @throws {AcumaticaQueryError} when there is none. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const nodes = conditions.map((condition) => nodeOfCondition(condition, 'anyOf()'));
  const [first] = nodes;
  if (!first)
    throw new AcumaticaQueryError('anyOf([]) would match no record. Do not ask the server when the list is empty.');
  return new Condition(nodes.length === 1 ? first : orNode(nodes));
}
