import type { StoredFile } from '../files/file-cabinet.js';
import type { Instance } from '../instance.js';
import type { StoreSnapshot } from '../store/tenant-store.js';

/** The data of all tenants at one moment; sessions, operations and rules are not part of it. */
export interface Snapshot {
  readonly tenants: ReadonlyMap<string, { readonly store: StoreSnapshot; readonly files: readonly StoredFile[] }>;
}

/** Copies the data of all tenants. */
export function takeSnapshot({ tenants }: Instance): Snapshot {
  return {
    tenants: new Map(
      [...tenants].map(([name, { store, files }]) => [name, { store: store.snapshot(), files: files.snapshot() }]),
    ),
  };
}

/** Brings the data of a snapshot back; the snapshot stays good. */
export function restoreSnapshot({ tenants }: Instance, snapshot: Snapshot): void {
  for (const [name, { store, files }] of snapshot.tenants) {
    tenants.get(name)?.store.restore(store);
    tenants.get(name)?.files.restore(files);
  }
}
