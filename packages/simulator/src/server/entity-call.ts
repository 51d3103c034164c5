import type { Session } from '../identity/session.js';
import type { Tenant } from '../identity/tenant.js';
import type { Instance } from '../instance.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import type { EntityTable } from '../store/entity-table.js';
import type { Call } from './call.js';

/** A request below an endpoint, once its path and cookies have told the endpoint, the caller and the tenant. */
export interface EndpointCall {
  readonly instance: Instance;
  readonly call: Call;
  readonly session: Session;
  readonly tenant: Tenant;
  readonly schema: SimulatorSchema;
}

/** A request to one entity of an endpoint. */
export interface EntityCall extends EndpointCall {
  readonly entity: EntityModel;
  readonly table: EntityTable;
  /** What follows the entity's name in the path, decoded. */
  readonly rest: readonly string[];
}

/** Site-relative address of the endpoint: `/AcumaticaERP/entity/Default/24.200.001`. */
export function endpointRoot({ instance, schema }: Pick<EntityCall, 'instance' | 'schema'>): string {
  return `${instance.site}/entity/${schema.endpoint}/${schema.version}`;
}
