import { notNode } from '../nodes/not-node.js';
import { Condition, nodeOfCondition } from './condition.js';

/** The opposite of a condition; the same as `condition.not()`. */
export function not(condition: Condition): Condition {
  return new Condition(notNode(nodeOfCondition(condition, 'not()')));
}
