import { AcumaticaConfigError } from '@acurecord/errors';
import { EntityScope, entityMetadata, runWithClient } from '@acurecord/metadata';
import type {
  CallOptions,
  Entity,
  EntityClass,
  EntityClient,
  EntityInit,
  EntityKeys,
  WireRow,
} from '@acurecord/metadata';

/** What a service speaks through, and which class it makes. */
export interface ServicePort<T extends Entity> {
  readonly client: EntityClient;
  /** The entity's class, once it is known. @throws AcumaticaConfigError when there is no such entity */
  readonly entityClass: () => Promise<EntityClass<T>>;
  /** The server's fields outside the contract; the class has them afterwards. */
  readonly adHocSchema: (options: CallOptions) => Promise<WireRow>;
  /** Whether two clients are views of the same session. */
  readonly isSameSession: (other: EntityClient) => boolean;
}

/** A record to act on: an instance, its key, its keys in order or by name, its id, or plain data that names it. */
export type RecordReference<T> = T | EntityKeys<T> | EntityInit<T>;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Turns what callers hand to a service into records that speak through the service's client. */
export class ServiceRecords<T extends Entity> {
  readonly #port: ServicePort<T>;

  constructor(port: ServicePort<T>) {
    this.#port = port;
  }

  async scope(): Promise<EntityScope<T>> {
    return new EntityScope(await this.#port.entityClass(), this.#port.client);
  }

  /** Work on a record that is there already; nothing is read for it where its keys are enough. */
  async using<R>(reference: T | EntityKeys<T> | EntityInit<T>, work: (record: T) => Promise<R>): Promise<R> {
    const target = await this.#port.entityClass();
    const record = isInstance<T>(reference) ? this.#own(reference) : await this.#named(target, reference);
    return runWithClient(this.#port.client, () => work(record));
  }

  /** Work on a record that is to be written; plain data makes a new one. */
  async writing<R>(entity: T | EntityInit<T>, work: (record: T, isPlain: boolean) => Promise<R>): Promise<R> {
    const isPlain = !isInstance(entity);
    const record = isPlain ? (await this.scope()).build(entity) : this.#own(entity);
    return runWithClient(this.#port.client, () => work(record, isPlain));
  }

  /** @throws AcumaticaConfigError for a record of another client, which would be written there, not here */
  #own(record: T): T {
    const { client, isSameSession } = this.#port;
    if (isSameSession(runWithClient(client, () => record.client))) return record;
    throw new AcumaticaConfigError(
      `This ${entityMetadata(record.constructor).name} belongs to another client; save it there, or pass a copy of it.`,
      { suggestions: ['service.putEntity({ ...record }) writes a copy here: the same values, without the ids.'] },
    );
  }

  async #named(target: EntityClass<T>, reference: EntityKeys<T> | EntityInit<T>): Promise<T> {
    const scope = await this.scope();
    if (typeof reference === 'object' && !Array.isArray(reference)) return scope.build(reference as EntityInit<T>);
    const values = [reference].flat() as (string | number)[];
    const [first] = values;
    if (values.length === 1 && GUID.test(String(first))) return scope.build({ id: String(first) } as EntityInit<T>);
    const { keys } = entityMetadata(target);
    if (keys === undefined || keys.length !== values.length) return scope.find(reference as EntityKeys<T>);
    return scope.build(Object.fromEntries(keys.map((key, index) => [key, values[index]])) as EntityInit<T>);
  }
}

/** By brand and not by class: the class of a written entity may be another one than the client's. */
function isInstance<T extends Entity>(value: unknown): value is T {
  return typeof value === 'object' && value !== null && 'toWire' in value && typeof value.toWire === 'function';
}
