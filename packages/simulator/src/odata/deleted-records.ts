import { dateTimeText } from '../store/field-value.js';
import type { FieldValue } from '../store/stored-record.js';
import type { TenantStore } from '../store/tenant-store.js';
import type { ODataSet } from './odata-set.js';
import { setNames } from './set-names.js';

/** The type of the rows that `px.GetDeletedRecords()` answers. */
export const deletedRecordType = { namespace: 'PX.Api.OData.DAC', name: 'DeletedRecordResult' } as const;

/**
 * What the ERP remembers of the deleted records of a class: their note ids and when they were deleted. `undefined`
 * where deletions of the class are not tracked.
 * @param tracked Classes on the form "Tables to Track Deleted Records", by any of their names; `undefined` is all.
 */
export function deletedRecords(
  { dataClass, ...set }: ODataSet,
  store: TenantStore,
  tracked: readonly string[] | undefined,
): ODataSet | undefined {
  const entity = dataClass?.entity;
  const names = dataClass === undefined ? [] : setNames({ ...set, dataClass }).map((name) => name.toLowerCase());
  const isTracked = tracked === undefined || tracked.some((name) => names.includes(name.toLowerCase()));
  if (entity === undefined || !isTracked) return undefined;
  return {
    name: deletedRecordType.name,
    keys: ['RefNoteID'],
    columns: { RefNoteID: { type: 'Guid' }, DeleteDate: { type: 'DateTime' } },
    rows: () =>
      store
        .table(entity)
        .deletions()
        .map(
          ({ id, at }) =>
            new Map<string, FieldValue>([
              ['RefNoteID', id],
              ['DeleteDate', dateTimeText(at)],
            ]),
        ),
  };
}
