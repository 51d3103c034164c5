export type { Problem, FieldProblem } from './problem.js';
export type { DeskSession } from './session.js';
export type { Overview, StatusCount, WeekRevenue } from './overview.js';
export type { Health } from './health.js';
export type {
  CompiledOrders,
  FieldType,
  FilterCondition,
  FilterDraft,
  FilterOperator,
  OrderField,
  OrderPage,
  OrderRow,
} from './orders.js';
export type {
  ActionProgress,
  ConflictField,
  ConflictProblem,
  EditableHeader,
  EditableLine,
  FileRow,
  NewLine,
  OrderAction,
  OrderActionName,
  OrderDocument,
  OrderEdit,
  OrderLine,
  RefusedProblem,
  WirePreview,
} from './order.js';
export type { CustomerPage, CustomerRow, StockItemRow } from './customers.js';
export type { TaskCommand, TaskRow, TaskRun } from './tasks.js';
export type { FaultDemonstration, FaultName, FaultReport, WireEntry, WireNote } from './wire.js';
export type { DeskEvents } from './events.js';
