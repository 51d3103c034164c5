export { describeEntityClass } from './describe-entity-class.js';
export { describeEntityGateway } from './describe-entity-gateway.js';
export type { GatewayUnderTest } from './describe-entity-gateway.js';
export { orderRow, orderSchema } from './order-under-test.js';
export type {
  AddressUnderTest,
  AllocationUnderTest,
  ContactUnderTest,
  LineUnderTest,
  OrderClass,
  OrderUnderTest,
} from './order-under-test.js';
export { scriptedClient } from './scripted-client.js';
export type { GatewayCall, ScriptedClient } from './scripted-client.js';
