import { AcumaticaQueryError } from '@acurecord/errors';
import { rawNode } from '../nodes/raw-node.js';
import { describeValue } from '../values/describe-value.js';
import { Condition } from './condition.js';

/**
 * Filter text that nothing here can say, passed on as it is: `raw("Status eq 'Open'")`. It can be combined like any
 * other condition. Values that come from outside belong in literals, never in this text.
 *
 * @throws {AcumaticaQueryError} when the text is empty, or a quote or parenthesis in it is left open
 */
export function raw(text: string): Condition {
  if (typeof text !== 'string' || text.trim() === '') {
    throw new AcumaticaQueryError(`raw() takes filter text, not ${describeValue(text)}.`);
  }
  const outside = text.replaceAll(/'[^']*(?:''[^']*)*'/g, '');
  if (outside.includes("'")) throw new AcumaticaQueryError(`raw(): a quote is left open in ${text}`);
  if (!isBalanced(outside)) throw new AcumaticaQueryError(`raw(): the parentheses do not match in ${text}`);
  return new Condition(rawNode(text.trim()));
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
