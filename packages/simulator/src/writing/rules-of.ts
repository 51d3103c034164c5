import type { EntityRules } from '../demo/entity-rules.js';
import { freeEntity } from '../demo/entity-rules.js';
import type { Instance } from '../instance.js';
import type { StoredRecord } from '../store/stored-record.js';

/**
 * How a form treats a record: records that the simulator has filled in, or that were given for a document of somebody's
 * own, are no work of the form's, and only the rules that are true of every document hold for them.
 */
export function rulesOf(
  { rules, plainRules }: Instance,
  entity: string,
  record: StoredRecord | undefined,
): EntityRules {
  const own = rules.get(entity);
  const isForeign = record?.origin === 'generated' || (record?.origin === 'given' && own?.trustsGiven === true);
  return (isForeign ? plainRules.get(entity) : own) ?? freeEntity;
}
