import type { Assumptions } from '../assumptions.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import { businessError } from '../server/error-answers.js';
import type { StoredRecord } from '../store/stored-record.js';

/** Whether a record passes. */
export type RecordFilter = (record: StoredRecord) => boolean;

/** Turns `$filter` into a question to each record. @throws RequestFault 500 for what the ERP cannot read. */
export function recordFilter(
  text: string,
  entity: EntityModel,
  _schema: SimulatorSchema,
  _assume: Assumptions,
): RecordFilter {
  throw businessError(`The filter "${text}" of ${entity.name} cannot be parsed.`);
}
