import type { RuleWorld } from '../demo/entity-rules.js';
import type { Tenant } from '../identity/tenant.js';
import type { Instance } from '../instance.js';
import { UnfitValue, dateTimeText, fieldValueFrom } from '../store/field-value.js';
import { fieldText } from '../store/field-text.js';
import { cloneRecord } from '../store/clone-record.js';
import { createRecord } from '../store/stored-record.js';
import type { StoredRecord } from '../store/stored-record.js';
import { ownValue } from '../store/own-value.js';

/** What rules see and do in a tenant, on behalf of one request. */
export function ruleWorld(instance: Instance, tenant: Tenant, businessDateHeader?: string): RuleWorld {
  const now = dateTimeText(instance.clock.now());
  return {
    find: (entity, ...keys) => tenant.store.table(entity).byKey(keys),
    edit: (entity, ...keys) => {
      const record = tenant.store.table(entity).byKey(keys);
      return record && cloneRecord(record);
    },
    all: (entity) => tenant.store.table(entity).all(),
    create: () => createRecord(instance.ids.next()),
    save: (entity, record) => {
      tenant.store.table(entity).put(record);
    },
    nextNumber: (entity) => nextNumber(instance, tenant, entity),
    businessDate: businessDate(businessDateHeader, now),
    now,
  };
}

/** The day a request works in: the one its header names, today otherwise. */
function businessDate(header: string | undefined, now: string): string {
  const midnight = (text: string): string => `${text.slice(0, 10)}T00:00:00+00:00`;
  try {
    return midnight(fieldText(fieldValueFrom(header, 'DateTime')) || now);
  } catch (error) {
    if (error instanceof UnfitValue) return midnight(now);
    throw error;
  }
}

/** The next free number of an entity, as its numbering says. */
function nextNumber(instance: Instance, tenant: Tenant, entity: string): string {
  const rule = instance.rules.get(entity)?.autoNumber;
  const given = ownValue(instance.options.numbering, entity);
  const table = tenant.store.table(entity);
  const field = given?.field ?? rule?.field ?? table.keys.at(-1) ?? '';
  const prefix = given?.prefix ?? rule?.prefix ?? '';
  const digits = given?.digits ?? rule?.digits ?? 6;
  const first = (): number => given?.next ?? highest(table.all(), field, prefix) + 1;
  return prefix + String(tenant.store.nextNumber(entity, first)).padStart(digits, '0');
}

/** The highest number in use behind a prefix; 0 when there is none. */
function highest(records: readonly StoredRecord[], field: string, prefix: string): number {
  let most = 0;
  for (const { fields } of records) {
    const text = fieldText(fields.get(field));
    const digits = text.startsWith(prefix) ? text.slice(prefix.length) : '';
    if (/^\d{1,12}$/.test(digits)) most = Math.max(most, Number(digits));
  }
  return most;
}
