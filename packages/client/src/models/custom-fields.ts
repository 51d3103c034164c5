import { applyAdHocSchema } from '@acurecord/metadata';
import type { EndpointSchema, WireRow } from '@acurecord/metadata';

/** What the server said about fields outside the contract, by entity; asked for once, and only for entities in use. */
export class CustomFields {
  readonly #load: (entity: string) => Promise<WireRow>;
  readonly #asked = new Map<string, Promise<WireRow>>();
  readonly #known = new Map<string, WireRow>();

  /** `load` asks the server, or what was kept of an earlier answer. */
  constructor(load: (entity: string) => Promise<WireRow>) {
    this.#load = load;
  }

  /** The server's answer for an entity; a failed attempt is not remembered. */
  of(entity: string): Promise<WireRow> {
    const asked = this.#asked.get(entity) ?? this.#ask(entity);
    this.#asked.set(entity, asked);
    return asked;
  }

  /** Takes over what the server said when it was asked another way. */
  learn(entity: string, row: WireRow): void {
    this.#known.set(entity, row);
  }

  /** Whether the fields of an entity are known. */
  has(entity: string): boolean {
    return this.#known.has(entity);
  }

  /** A schema with everything that is known so far added to it. */
  addTo<S extends EndpointSchema>(schema: S): S {
    const known = [...this.#known].filter(([entity]) => Object.hasOwn(schema.entities, entity));
    return known.reduce<S>(
      (extended, [entity, row]) => ({ ...extended, ...applyAdHocSchema(extended, entity, row) }),
      schema,
    );
  }

  async #ask(entity: string): Promise<WireRow> {
    try {
      const row = await this.#load(entity);
      this.#known.set(entity, row);
      return row;
    } catch (error) {
      this.#asked.delete(entity);
      throw error;
    }
  }
}
