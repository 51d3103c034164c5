export { useSimulator } from './use-simulator.js';
export type { SimulatorInTests, UseSimulatorOptions } from './use-simulator.js';
export { leftovers } from './leftovers.js';
