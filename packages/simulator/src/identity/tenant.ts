import type { FileCabinet } from '../files/file-cabinet.js';
import { endpointKey } from '../reading/endpoint.js';
import type { SimulatorSchema } from '../schema/schema-model.js';
import type { TenantOptions } from './user.js';
import type { TenantStore } from '../store/tenant-store.js';

/** One company of the instance with its branches and its data. */
export interface Tenant {
  readonly name: string;
  readonly branches: readonly string[];
  /** By name and version; `undefined` is all. */
  readonly endpoints: readonly string[] | undefined;
  readonly store: TenantStore;
  readonly files: FileCabinet;
}

/** A tenant as options name it, in full. */
export function fullTenant(given: string | TenantOptions): Omit<Tenant, 'store' | 'files'> {
  const tenant = typeof given === 'string' ? { name: given } : given;
  return { branches: ['MAIN'], endpoints: undefined, ...tenant };
}

/** Whether an endpoint is one of the tenant's. */
export function hasEndpoint({ endpoints }: Tenant, { endpoint, version }: SimulatorSchema): boolean {
  const key = endpointKey(endpoint, version);
  return endpoints?.some((own) => own.toLowerCase() === key) ?? true;
}
