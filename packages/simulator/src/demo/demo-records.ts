import { cloneRecord } from '../store/clone-record.js';
import type { StoredRecord } from '../store/stored-record.js';
import { createDemoCompany } from './create-demo-company.js';

type Company = ReturnType<typeof createDemoCompany>;

/** Companies made in this process: tests start many simulators with the same one. */
const made = new Map<string, Company>();
const most = 4;

/**
 * Copies of an entity's records in the demo company of that seed and day; none for an entity it has no records of.
 *
 * @param today `yyyy-mm-dd…`
 */
export function demoRecords(entity: string, seed: number, today: string): StoredRecord[] {
  const name = `${String(seed)} ${today.slice(0, 10)}`;
  const company = made.get(name) ?? createDemoCompany(seed, today);
  made.delete(name);
  made.set(name, company);
  const [oldest] = made.keys();
  if (made.size > most && oldest !== undefined) made.delete(oldest);
  return (company.get(entity) ?? []).map(cloneRecord);
}
