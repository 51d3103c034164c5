import type { ClassPlan } from '../plan/output-plan.js';
import { docText } from './quote.js';

/** First words over a class: the form behind it, and how a record is found. */
export function classDoc({ entity, className, form, topLevel, use, keys }: ClassPlan): string {
  const name = topLevel ? docText(form ?? entity) : `Rows or linked record ${docText(entity)}`;
  const wire = entity === className || !topLevel ? '' : `, ${docText(entity)} on the wire`;
  const sort = use === 'record' ? '' : ` (${use})`;
  const found = keys === undefined ? '' : ` Found by ${keys.map(docText).join(', ')}.`;
  return `/** ${name}${wire}${sort}.${found} */`;
}
