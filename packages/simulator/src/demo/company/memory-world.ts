import { Random } from '../../generate/random.js';
import { recordKey } from '../../store/record-key.js';
import { createRecord } from '../../store/stored-record.js';
import type { FieldValue, EditableRecord } from '../../store/stored-record.js';
import { demoRules } from '../demo-rules.js';
import { demoSchema } from '../demo-schema.js';
import type { RuleWorld } from '../entity-rules.js';

/** A company in the making: the rules work on it before there is a server. */
export class MemoryWorld implements RuleWorld {
  readonly unfinished = true;
  readonly random: Random;
  businessDate: string;
  readonly #tables = new Map<string, Map<string, EditableRecord>>();
  readonly #numbers = new Map<string, number>();

  constructor(seed: number, businessDate: string) {
    this.random = new Random(seed, 'demo company');
    this.businessDate = businessDate;
  }

  /** Mid-morning of the business date. */
  get now(): string {
    return `${this.businessDate.slice(0, 10)}T09:30:00+00:00`;
  }

  find(entity: string, ...keys: readonly FieldValue[]): EditableRecord | undefined {
    return this.#tables.get(entity)?.get(recordKey(keys));
  }

  /** Nobody reads the records yet, so they are changed in place. */
  edit(entity: string, ...keys: readonly FieldValue[]): EditableRecord | undefined {
    return this.find(entity, ...keys);
  }

  all(entity: string): readonly EditableRecord[] {
    return [...(this.#tables.get(entity)?.values() ?? [])];
  }

  create(): EditableRecord {
    return createRecord(this.random.guid());
  }

  save(entity: string, record: EditableRecord): void {
    const table = this.#tables.get(entity) ?? new Map<string, EditableRecord>();
    this.#tables.set(entity, table);
    const keys = demoSchema.entities.get(entity)?.keys ?? [];
    table.set(recordKey(keys.map((key) => record.fields.get(key))), record);
  }

  nextNumber(entity: string): string {
    const { prefix = '', digits = 6 } = demoRules.get(entity)?.autoNumber ?? {};
    const number = (this.#numbers.get(entity) ?? 0) + 1;
    this.#numbers.set(entity, number);
    return prefix + String(number).padStart(digits, '0');
  }

  /** All records made so far, by entity. */
  records(): ReadonlyMap<string, readonly EditableRecord[]> {
    return new Map([...this.#tables].map(([entity, table]) => [entity, [...table.values()]]));
  }
}
