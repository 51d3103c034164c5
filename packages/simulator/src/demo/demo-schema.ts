import { declareEntity } from '../schema/declare-entity.js';
import type { SimulatorSchema } from '../schema/schema-model.js';
import { customerEntities } from './schema/customer-entities.js';
import { inventoryEntities } from './schema/inventory-entities.js';
import { purchasingEntities } from './schema/purchasing-entities.js';
import { receivableEntities } from './schema/receivable-entities.js';
import { salesEntities } from './schema/sales-entities.js';
import { serviceEntities } from './schema/service-entities.js';
import { sharedEntities } from './schema/shared-entities.js';

const declarations = {
  ...sharedEntities,
  ...customerEntities,
  ...inventoryEntities,
  ...salesEntities,
  ...receivableEntities,
  ...purchasingEntities,
  ...serviceEntities,
};

/**
 * The endpoint of the demo company: small, ours, with member names as in the ERP's own Default endpoint, so that
 * client code carries over.
 */
export const demoSchema: SimulatorSchema = {
  endpoint: 'Default',
  version: '24.200.001',
  contract: 4,
  entities: new Map(
    Object.entries(declarations)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, declaration]) => [name, declareEntity(name, declaration)]),
  ),
};
