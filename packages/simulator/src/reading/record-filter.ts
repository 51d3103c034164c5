import type { Assumptions } from '../assumptions.js';
import { compilePredicate } from '../filter/compile-predicate.js';
import { contractFields } from '../filter/contract-fields.js';
import { crossesViews } from '../filter/crosses-views.js';
import { contract5Dialect, contractDialect } from '../filter/filter-dialect.js';
import type { FilterDialect } from '../filter/filter-dialect.js';
import { FilterError, cannotOptimize, cannotOptimizeType } from '../filter/filter-error.js';
import type { FilterNode, Scalar } from '../filter/filter-node.js';
import { filterFields } from '../filter/filter-fields.js';
import { labelledFilter } from '../filter/labelled-filter.js';
import type { Instance } from '../instance.js';
import { keyLookup } from '../filter/key-lookup.js';
import { parseFilter } from '../filter/parse-filter.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import { serverError } from '../server/error-answers.js';
import { RequestFault } from '../server/request-fault.js';
import { fromServerZone } from '../store/server-zone.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';

/** A `$filter` ready to be asked. */
export interface RecordFilter {
  readonly passes: (record: StoredRecord) => boolean;
  /** Values of all key fields, when the filter demands them: at most one record has to be asked. */
  readonly keys: readonly FieldValue[] | undefined;
}

const nothing: RecordFilter = { passes: () => false, keys: undefined };

/** Forms with views so complex that some instances cannot filter them by anything but their keys. */
const complexForms = new Set(['PhysicalInventoryCount', 'PurchaseOrder', 'Shipment']);

/** Reads a contract endpoint's `$filter`. @throws RequestFault as the ERP answers what it cannot read. */
export function recordFilter(
  text: string,
  entity: EntityModel,
  schema: SimulatorSchema,
  { assume, rules }: Pick<Instance, 'assume' | 'rules'>,
): RecordFilter {
  const dialect = dialectOf(schema, assume);
  const anyCase = assume.fieldNameCase === 'insensitive';
  const fields = contractFields(schema, entity, { anyCase });
  return answeringFilterErrors(() => {
    const tree = labelledFilter(parseFilter(text, dialect), rules.get(entity.name)?.choices ?? {});
    if (assume.balanceFilter === 'fails' && balanced.has(entity.name) && comparesBalance(tree))
      throw new FilterError('Type conversion not supported');
    const keys = keyLookup(tree, entity.keys);
    if (keys === undefined && complexForms.has(entity.name) && assume.complexFormFilter !== 'works')
      return refuseComplexForm(entity, assume);
    if (assume.crossViewFilterIsEmpty && crossesViews(tree)) return nothing;
    return compiled(() => ({ passes: compilePredicate(tree, fields, dialect), keys }), assume);
  });
}

function dialectOf({ contract }: SimulatorSchema, assume: Assumptions): FilterDialect {
  return {
    ...(contract >= 5 ? contract5Dialect : contractDialect),
    guids: assume.guidLiteral,
    readDate: (utc: Scalar) => fromServerZone(utc, assume.serverOffset),
  };
}

/** What a filter asks about: it comes back in the answer whatever `$select` and `$custom` say. */
export interface FilteredFields {
  /** `MainContact/Email` */
  readonly paths: readonly string[];
  /** `Document.AttributePRIORITY` */
  readonly custom: readonly string[];
}

/** The fields a `$filter` names. @throws RequestFault as the ERP answers what it cannot read. */
export function filteredFields(text: string, schema: SimulatorSchema, assume: Assumptions): FilteredFields {
  const fields = answeringFilterErrors(() => filterFields(parseFilter(text, dialectOf(schema, assume))));
  return {
    paths: fields.flatMap((field) => (field.kind === 'field' ? [field.path.join('/')] : [])),
    custom: fields.flatMap((field) => (field.kind === 'custom' ? [`${field.view}.${field.field}`] : [])),
  };
}

/** Forms of which some instances cannot compare the balance with a whole number. */
const balanced = new Set(['Bill', 'Invoice']);

/** Whether a filter compares a balance with a number that is no decimal (`0`, not `0M`). */
function comparesBalance(node: FilterNode): boolean {
  if (node.kind === 'not') return comparesBalance(node.operand);
  if (node.kind === 'logic') return node.operands.some(comparesBalance);
  if (node.kind !== 'compare' || node.left.kind !== 'field' || node.right.kind !== 'literal') return false;
  return node.left.path.join('/').toLowerCase() === 'balance' && node.right.edm !== 'Edm.Decimal';
}

function refuseComplexForm({ name }: EntityModel, assume: Assumptions): RecordFilter {
  if (assume.complexFormFilter === 'empty') return nothing;
  throw cannotOptimize(name);
}

/** Some instances find nothing where others say that a condition on rows cannot be optimised. */
function compiled(compile: () => RecordFilter, assume: Assumptions): RecordFilter {
  try {
    return compile();
  } catch (error) {
    const isDetail = error instanceof FilterError && error.exceptionType === cannotOptimizeType;
    if (isDetail && assume.detailFilter === 'empty') return nothing;
    throw error;
  }
}

/** Turns what is wrong with a filter into the answer it gets. */
function answeringFilterErrors<T>(compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw new RequestFault(serverError(error.exceptionType, error.message, { status: error.status }));
  }
}
