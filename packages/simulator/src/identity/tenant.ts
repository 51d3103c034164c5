import type { FileCabinet } from '../files/file-cabinet.js';
import type { TenantOptions } from './user.js';
import type { TenantStore } from '../store/tenant-store.js';

/** One company of the instance with its branches and its data. */
export interface Tenant {
  readonly name: string;
  readonly branches: readonly string[];
  readonly store: TenantStore;
  readonly files: FileCabinet;
}

/** A tenant as options name it, in full. */
export function fullTenant(given: string | TenantOptions): Required<TenantOptions> {
  const tenant = typeof given === 'string' ? { name: given } : given;
  return { branches: ['MAIN'], ...tenant };
}
