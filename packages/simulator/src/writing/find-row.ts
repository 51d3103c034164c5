import { spelledName } from '../reading/endpoint.js';
import type { EntityModel } from '../schema/schema-model.js';
import { recordKey } from '../store/record-key.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import type { Draft } from './draft.js';

/** Fields that tell the rows of a collection apart, where a collection has one of them. */
const rowKeys = ['LineNbr', 'SplitLineNbr'];

/** The row a body means: by id; attributes by their id as well; other rows by number, if that is assumed to work. */
export function findRow<R extends StoredRecord>(
  rows: readonly R[],
  body: Readonly<Record<string, unknown>>,
  entity: EntityModel,
  { rowsByKey, rowId }: Pick<Draft, 'rowsByKey' | 'rowId'>,
): R | undefined {
  const id = body['id'];
  if (typeof id === 'string') return rows.find((row) => rowId(row.id) === id.toLowerCase());
  const identifying = ['AttributeID', ...(rowsByKey ? rowKeys : [])].filter((name) => entity.members.has(name));
  for (const name of identifying) {
    const given = Object.entries(body).find(([key]) => spelledName(entity.members, key) === name)?.[1];
    const value = (given as { readonly value?: FieldValue } | null | undefined)?.value;
    if (value === undefined || value === null) continue;
    const found = rows.find((row) => recordKey([row.fields.get(name)]) === recordKey([value]));
    if (found !== undefined) return found;
  }
  return undefined;
}
