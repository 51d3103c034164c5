import { isShown } from '../reading/find-record.js';
import type { Call } from '../server/call.js';
import type { FieldValue, StoredRecord } from '../store/stored-record.js';
import type { TenantStore } from '../store/tenant-store.js';
import { translatedText } from '../store/translations.js';
import type { ODataSet, RecordSource } from './odata-set.js';

/**
 * The records of a tenant as a request wants them: archived ones only if it asks for them, deleted ones where the
 * table keeps them and the request asks for them, and texts in its language.
 */
export function recordSource(store: TenantStore, sets: readonly ODataSet[], { headers, query }: Call): RecordSource {
  const shows = (header: string): boolean => String(headers[header] ?? '').toUpperCase() === 'SHOW';
  const kept = sets.flatMap(({ dataClass }) => (dataClass?.keepsDeleted === true ? [dataClass.entity] : []));
  const keeping = shows('px-apideleted') ? new Set(kept) : new Set<string | undefined>();
  const deleted = new WeakSet<StoredRecord>();
  // The address wins over the header.
  const locale = query.get('locale') ?? headers['accept-language'];
  return {
    table: (entity) => ({
      all: () => {
        const table = store.table(entity);
        const records = table.all().filter((record) => isShown(record, headers['px-apiarchive']));
        if (!keeping.has(entity)) return records;
        const gone = table.deleted();
        for (const record of gone) deleted.add(record);
        return [...records, ...gone];
      },
    }),
    isDeleted: (record) => deleted.has(record),
    text: (record, field): FieldValue => translatedText(record, field, locale),
  };
}
