import { createRecord } from '../../store/stored-record.js';
import type { EditableRecord, FieldValue, StoredRecord } from '../../store/stored-record.js';
import { saltedSeed } from '../../generate/salted-seed.js';
import type { MemoryWorld } from '../company/memory-world.js';
import type { RuleWorld } from '../entity-rules.js';

/** What the rules see while they make one more document of the demo company: its records, of which they change none. */
export class GrowingWorld implements RuleWorld {
  readonly unfinished = true;
  readonly businessDate: string;
  readonly #company: MemoryWorld;
  readonly #id: string;
  #created = 0;

  /** @param id Of the document; its rows and linked entities get ids made of it. */
  constructor(company: MemoryWorld, businessDate: string, id: string) {
    this.#company = company;
    this.businessDate = businessDate;
    this.#id = id;
  }

  get now(): string {
    return `${this.businessDate.slice(0, 10)}T09:30:00+00:00`;
  }

  find(entity: string, ...keys: readonly FieldValue[]): StoredRecord | undefined {
    return this.#company.find(entity, ...keys);
  }

  all(entity: string): readonly StoredRecord[] {
    return this.#company.all(entity);
  }

  edit(): undefined {
    return undefined;
  }

  save(): void {
    return undefined;
  }

  nextNumber(entity: string): string {
    throw new Error(`A generated ${entity} comes with its number.`);
  }

  create(): EditableRecord {
    this.#created += 1;
    if (this.#created === 1) return createRecord(this.#id);
    const front = this.#id.slice(0, 8);
    const way = saltedSeed(parseInt(this.#id.slice(9, 13) + this.#id.slice(20, 23), 16), this.#created);
    const digits = way.toString(16).padStart(8, '0');
    return createRecord(`${front}-${digits.slice(0, 4)}-11ee-8${digits.slice(4, 7)}-0690322d016b`);
  }
}
