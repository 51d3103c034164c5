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
