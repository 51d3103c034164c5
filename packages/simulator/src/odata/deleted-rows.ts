import type { TenantStore } from '../store/tenant-store.js';
import type { ODataSet, RecordSource } from './odata-set.js';

/** The records of a tenant, the deleted ones after the others: what `PX-ApiDeleted` asks for. */
export function withDeleted(store: TenantStore): RecordSource {
  return {
    table: (entity) => {
      const table = store.table(entity);
      return { all: () => [...table.all(), ...table.deleted()] };
    },
  };
}

/** A table of which only the deleted rows are left; they are known by their note id. */
export function deletedOnly(set: ODataSet, store: TenantStore): ODataSet {
  const deleted = store.deletedIds();
  return {
    ...set,
    rows: (source, given) => [...set.rows(source, given)].filter((row) => deleted.has(row.get('NoteID'))),
  };
}
