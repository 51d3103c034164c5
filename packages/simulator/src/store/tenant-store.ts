import { EntityTable } from './entity-table.js';
import type { RecordOrder } from './entity-table.js';
import type { StoredRecord } from './stored-record.js';

/** What a tenant's tables are made of and filled with. */
export interface StoreSource {
  /** Key fields of an entity, in the order of the form. */
  readonly keysOf: (entity: string) => readonly string[];
  /** The records an entity starts with; asked once, when the entity is first touched. */
  readonly recordsOf: (entity: string) => Iterable<StoredRecord>;
  readonly order: RecordOrder;
}

/** The data of one tenant: one table an entity. */
export class TenantStore {
  readonly #source: StoreSource;
  readonly #tables = new Map<string, EntityTable>();
  readonly #numbers = new Map<string, number>();

  constructor(source: StoreSource) {
    this.#source = source;
  }

  /** The table of an entity, filled on first touch. */
  table(entity: string): EntityTable {
    const known = this.#tables.get(entity);
    if (known !== undefined) return known;
    const table = new EntityTable(this.#source.keysOf(entity), this.#source.order);
    this.#tables.set(entity, table);
    for (const record of this.#source.recordsOf(entity)) table.put(record);
    return table;
  }

  /** Counts up from `first`, which is asked for once, for each name on its own. */
  nextNumber(name: string, first: () => number): number {
    const number = this.#numbers.get(name) ?? first();
    this.#numbers.set(name, number + 1);
    return number;
  }
}
