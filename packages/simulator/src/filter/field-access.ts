import type { FieldType } from '../schema/schema-model.js';
import type { FieldValue } from '../store/stored-record.js';
import type { CustomFieldNode, FieldNode } from './filter-node.js';

/** How a filter gets at one field of a record. */
export interface FieldAccess<R> {
  readonly type: FieldType;
  readonly read: (record: R) => FieldValue | undefined;
}

/**
 * Finds the field a filter names.
 * @throws FilterError for names that do not exist or cannot be filtered by.
 */
export type FieldResolver<R> = (field: FieldNode | CustomFieldNode) => FieldAccess<R>;

/** The rows that a navigation leads to from a record, and how a condition on one of them names its fields. */
export interface RowAccess<R> {
  readonly rows: (record: R) => readonly R[];
  readonly fields: FieldSource<R>;
}

/** What a filter may name: fields, and the rows behind a record where there are some. */
export interface FieldSource<R> {
  readonly resolve: FieldResolver<R>;
  /** @throws FilterError for names that lead to no rows. */
  readonly follow?: (path: readonly string[], variable: string | undefined) => RowAccess<R>;
}
