// Starting one
export { startSimulator } from './start-simulator.js';
export type { Simulator } from './start-simulator.js';
export type { Numbering, RecordInput, Release, SimulatorLimits, SimulatorOptions } from './simulator-options.js';
export type {
  CustomizationItem,
  CustomizationOptions,
  CustomizationProject,
} from './customization/customization-options.js';
export type { InquiryOptions, ODataColumn } from './odata/odata-set.js';
export type { Assumptions } from './assumptions.js';
export type { FeatureName, FeatureSwitches } from './schema/features.js';
export type { ConnectedApplication } from './identity/token.js';
export type { AccessLevel, Rights, TenantOptions, User } from './identity/user.js';

// Recording a real one
export { record } from './recording/record.js';
export { verifyRecording } from './recording/verify-recording.js';
export type { VerifiedExchange } from './recording/verify-recording.js';
export type { RecordOptions, Recorder } from './recording/record.js';
export type { RecordedExchange, Recording } from './recording/recording.js';

// Looking at it
export type { SessionKind, SessionView } from './identity/session.js';
export type { LoggedRequest } from './steering/request-log.js';
export type { SimulatorStore } from './store/simulator-store.js';
export type { RecordOrder } from './store/entity-table.js';
export type { FieldType } from './schema/schema-model.js';
export type { FieldValue } from './store/stored-record.js';
export type { StoredFile } from './files/file-cabinet.js';
export type { PlainRecord } from './store/plain-record.js';

export type { ActionBehaviour, OperationView } from './actions/operation.js';

// Steering it
export type { BehaviourRule, CutPoint, FailureRule, RequestMatch, SteeringRule } from './steering/steering-rule.js';
export type { FaultScope, Faults } from './steering/faults.js';
export type { PushDestination } from './steering/push-notifications.js';
export type { Snapshot } from './steering/snapshot.js';
export type { TimeSource } from './steering/simulator-clock.js';
