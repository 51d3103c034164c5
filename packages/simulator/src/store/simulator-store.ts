import type { Instance } from '../instance.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import type { RecordInput } from '../simulator-options.js';
import type { EntityTable } from './entity-table.js';
import { plainRecord } from './plain-record.js';
import type { PlainRecord } from './plain-record.js';
import { recordFromInput } from './record-from-input.js';

/** A tenant's data as tests look at it and set it: plain values, no wrappers, no rules applied. */
export class SimulatorStore {
  readonly #instance: () => Instance;
  readonly #tenant: string | undefined;

  constructor(instance: () => Instance, tenant?: string) {
    this.#instance = instance;
    this.#tenant = tenant;
  }

  /** The data of another tenant than the first. */
  tenant(name: string): SimulatorStore {
    return new SimulatorStore(this.#instance, name);
  }

  /** A record by its keys in the order of the form, or by id. */
  find(entity: string, ...keys: readonly (string | number)[]): PlainRecord | undefined {
    const table = this.#table(entity);
    const record = table.byKey(keys) ?? (keys.length === 1 ? table.byId(String(keys[0])) : undefined);
    return record === undefined ? undefined : plainRecord(record);
  }

  /** All records of an entity, in the order lists have. */
  all(entity: string): PlainRecord[] {
    return this.#table(entity).all().map(plainRecord);
  }

  count(entity: string): number {
    return this.#table(entity).size;
  }

  /** Puts a record in, whole, in place of one with the same id or key. */
  put(entity: string, record: RecordInput): PlainRecord {
    const { model, schema } = this.#declared(entity);
    const stored = recordFromInput(record, model, schema, this.#instance().ids);
    this.#table(entity).put(stored);
    return plainRecord(stored);
  }

  /** Takes a record out; whether there was one. */
  delete(entity: string, ...keys: readonly (string | number)[]): boolean {
    const table = this.#table(entity);
    const record = table.byKey(keys) ?? table.byId(String(keys[0]));
    if (record !== undefined) table.delete(record);
    return record !== undefined;
  }

  clear(entity: string): void {
    this.#table(entity).clear();
  }

  #declared(entity: string): { readonly model: EntityModel; readonly schema: SimulatorSchema } {
    for (const { schema } of this.#instance().endpoints.values()) {
      const model = schema.entities.get(entity);
      if (model !== undefined) return { model, schema };
    }
    throw new Error(`No endpoint of the simulator has an entity ${entity}.`);
  }

  #table(entity: string): EntityTable {
    this.#declared(entity);
    const { tenants, operations } = this.#instance();
    // Operations finish when somebody looks: a test that looks here sees what is due by now.
    operations.settle();
    const [first] = tenants.values();
    const tenant = this.#tenant === undefined ? first : tenants.get(this.#tenant.toLowerCase());
    if (tenant === undefined) throw new Error(`The simulator has no tenant ${this.#tenant ?? ''}.`);
    return tenant.store.table(entity);
  }
}
