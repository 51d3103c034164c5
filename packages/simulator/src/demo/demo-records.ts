import type { StoredRecord } from '../store/stored-record.js';
import type { MemoryWorld } from './company/memory-world.js';
import { createDemoCompany } from './create-demo-company.js';

/** Companies made in this process: tests start many simulators with the same one. */
const made = new Map<string, MemoryWorld>();
const most = 4;

/**
 * The demo company of that seed and day, to be looked at only.
 *
 * @param today `yyyy-mm-dd…`
 */
export function demoCompany(seed: number, today: string): MemoryWorld {
  const name = `${String(seed)} ${today.slice(0, 10)}`;
  const company = made.get(name) ?? createDemoCompany(seed, today);
  made.delete(name);
  made.set(name, company);
  const [oldest] = made.keys();
  if (made.size > most && oldest !== undefined) made.delete(oldest);
  return company;
}

/** An entity's records in the demo company, shared by all who look at it; none for an entity it has no records of. */
export function demoRecords(entity: string, seed: number, today: string): StoredRecord[] {
  return [...demoCompany(seed, today).all(entity)];
}
