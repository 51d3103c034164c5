export { manualClock } from './manual-clock.js';
export type { ManualClock } from './manual-clock.js';
export { driverConformance } from './driver-conformance.js';
export type { ConformanceCase, DriverBench } from './driver-conformance.js';
