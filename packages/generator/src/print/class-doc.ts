import type { ClassPlan } from '../plan/output-plan.js';
import { docText } from './quote.js';

const MOST_USES = 3;

/** First words over a class: the form behind it and how a record is found, or what the rows or links belong to. */
export function classDoc({ entity, className, form, topLevel, use, keys, uses }: ClassPlan): string {
  const found = keys === undefined ? '' : ` Found by ${keys.map(docText).join(', ')}.`;
  if (!topLevel) {
    const places = [placesText('Rows of', uses.rows), placesText('Linked as', uses.links)].filter(Boolean);
    return `/** ${places.join(' ') || `Part ${docText(entity)}, which nothing leads to.`}${found} */`;
  }
  const wire = entity === className ? '' : `, ${docText(entity)} on the wire`;
  const sort = use === 'record' ? '' : ` (${use})`;
  return `/** ${docText(form ?? entity)}${wire}${sort}.${found} */`;
}

/** `Rows of Bill.Details, Invoice.Details.`; some parts belong to nearly every form, so that a few must do. */
function placesText(start: string, places: readonly string[]): string {
  if (places.length === 0) return '';
  const more = places.length > MOST_USES ? ` and ${places.length - MOST_USES} more` : '';
  return `${start} ${places.slice(0, MOST_USES).map(docText).join(', ')}${more}.`;
}
