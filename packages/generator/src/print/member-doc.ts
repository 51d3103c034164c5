import type { MemberPlan } from '../plan/output-plan.js';
import { docText } from './quote.js';

/** What hovering over a member tells: its wire type, whether it is a key, and the view of a custom field. */
export function memberDoc({ name, schema }: MemberPlan, keys: readonly string[] = []): string {
  if (schema.kind === 'link') return `Linked ${docText(schema.entity)}`;
  if (schema.kind === 'details') return `Rows of ${docText(schema.entity)}`;
  if (schema.kind === 'unknown') return 'A member of a form that is not known, as it is on the wire';
  const type = docText(schema.type);
  if (schema.custom !== undefined)
    return `${type}, custom field ${docText(`${schema.custom.view}.${schema.custom.field}`)}`;
  return keys.includes(name) ? `${type}, key` : type;
}
