import type { EntityRules } from '../demo/entity-rules.js';
import { freeEntity } from '../demo/entity-rules.js';
import type { Instance } from '../instance.js';
import type { StoredRecord } from '../store/stored-record.js';

/**
 * How a form treats a record: records that the simulator has filled in are no work of the form's, and only the rules that
 * are true of every document hold for them.
 */
export function rulesOf(
  { rules, plainRules }: Instance,
  entity: string,
  record: StoredRecord | undefined,
): EntityRules {
  const book = record?.origin === 'generated' ? plainRules : rules;
  return book.get(entity) ?? freeEntity;
}
