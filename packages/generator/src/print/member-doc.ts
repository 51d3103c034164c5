import type { MemberPlan } from '../plan/output-plan.js';
import { docText } from './quote.js';

/**
 * What hovering over a member tells: its wire type, whether it is a key, the view of a custom field, and what is known of
 * its length and its name on the form.
 */
export function memberDoc({ name, schema, fact }: MemberPlan, keys: readonly string[] = []): string {
  if (schema.kind === 'link') return `Linked ${docText(schema.entity)}`;
  if (schema.kind === 'details') return `Rows of ${docText(schema.entity)}`;
  if (schema.kind === 'unknown') return 'A member of a form that is not known, as it is on the wire';
  const type = docText(schema.type);
  if (schema.custom !== undefined)
    return `${type}, custom field ${docText(`${schema.custom.view}.${schema.custom.field}`)}`;
  const parts = [type];
  if (keys.includes(name)) parts.push('key');
  if (fact?.maxLength !== undefined && Number.isFinite(fact.maxLength))
    parts.push(`at most ${fact.maxLength} characters`);
  if (fact?.label !== undefined && plain(fact.label) !== plain(name))
    parts.push(`"${docText(fact.label)}" on the form`);
  return parts.join(', ');
}

/** `Customer Class` and `CustomerClass` are the same to a reader. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
