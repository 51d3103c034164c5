import type { Assumptions } from '../assumptions.js';
import { compilePredicate } from '../filter/compile-predicate.js';
import { contractFields } from '../filter/contract-fields.js';
import { crossesViews } from '../filter/crosses-views.js';
import { contract5Dialect, contractDialect } from '../filter/filter-dialect.js';
import { FilterError } from '../filter/filter-error.js';
import { keyLookup } from '../filter/key-lookup.js';
import { parseFilter } from '../filter/parse-filter.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import { serverError } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';

/** A `$filter` ready to be asked. */
export interface RecordFilter {
  readonly passes: (record: StoredRecord) => boolean;
  /** Values of all key fields, when the filter demands them: at most one record has to be asked. */
  readonly keys: readonly FieldValue[] | undefined;
}

const nothing: RecordFilter = { passes: () => false, keys: undefined };

/** Reads a contract endpoint's `$filter`. @throws RequestFault as the ERP answers what it cannot read. */
export function recordFilter(
  text: string,
  entity: EntityModel,
  schema: SimulatorSchema,
  assume: Assumptions,
): RecordFilter {
  const dialect = schema.contract >= 5 ? contract5Dialect : contractDialect;
  const fields = contractFields(schema, entity, { anyCase: assume.fieldNameCase === 'insensitive' });
  return answeringFilterErrors(() => {
    const tree = parseFilter(text, dialect);
    const passes = compilePredicate(tree, fields, dialect);
    if (assume.crossViewFilterIsEmpty && crossesViews(tree)) return nothing;
    return { passes, keys: keyLookup(tree, entity.keys) };
  });
}

/** Turns what is wrong with a filter into the answer it gets. */
export function answeringFilterErrors<T>(compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw new RequestFault(serverError(error.exceptionType, error.message, error.status));
  }
}
