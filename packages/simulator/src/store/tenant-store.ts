import { EntityTable } from './entity-table.js';
import type { RecordChange, RecordOrder } from './entity-table.js';
import type { StoredRecord } from './stored-record.js';

/** What a tenant's tables are made of and filled with. */
export interface StoreSource {
  /** Key fields of an entity, in the order of the form. */
  readonly keysOf: (entity: string) => readonly string[];
  /** The records an entity starts with; asked once, when the entity is first touched. */
  readonly recordsOf: (entity: string) => Iterable<StoredRecord>;
  readonly order: RecordOrder;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A tenant's data at one moment. */
export interface StoreSnapshot {
  readonly tables: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly numbers: ReadonlyMap<string, number>;
}

/** The data of one tenant: one table an entity. */
export class TenantStore {
  readonly #source: StoreSource;
  readonly #tables = new Map<string, EntityTable>();
  readonly #numbers = new Map<string, number>();

  /** Told of every change after the first records. */
  onChange: ((entity: string, change: RecordChange) => void) | undefined;

  constructor(source: StoreSource) {
    this.#source = source;
  }

  /** The table of an entity, filled on first touch. */
  table(entity: string): EntityTable {
    const known = this.#tables.get(entity);
    if (known !== undefined) return known;
    const table = new EntityTable(this.#source.keysOf(entity), this.#source.order, this.#source.now);
    this.#tables.set(entity, table);
    for (const record of this.#source.recordsOf(entity)) table.put(record);
    table.onChange = (change) => this.onChange?.(entity, change);
    return table;
  }

  /** Everything that is not as it was at the start, for `restore`; stored records never change, so none is copied. */
  snapshot(): StoreSnapshot {
    const tables = [...this.#tables].map(([name, table]) => [name, [...table.all()]] as const);
    return { tables: new Map(tables), numbers: new Map(this.#numbers) };
  }

  /** Brings a snapshot back; entities nobody had touched by then are as at the start again. */
  restore({ tables, numbers }: StoreSnapshot): void {
    for (const [name, table] of this.#tables) {
      const records = tables.get(name);
      if (records === undefined) this.#tables.delete(name);
      else table.fill(records);
    }
    this.#numbers.clear();
    for (const [name, number] of numbers) this.#numbers.set(name, number);
  }

  /** Counts up from `first`, which is asked for once, for each name on its own. */
  nextNumber(name: string, first: () => number): number {
    const number = this.#numbers.get(name) ?? first();
    this.#numbers.set(name, number + 1);
    return number;
  }
}
