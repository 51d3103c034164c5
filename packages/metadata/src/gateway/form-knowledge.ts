import type { EntityClient } from './entity-client.js';

/** Lookups that found nothing and may yet be followed by a write. */
const MOST_MISSED = 1_000;

/**
 * What one client has learned of the forms of its endpoint. An upsert teaches nothing of keys by itself, since its answer is
 * the same for insert and update.
 */
export class FormKnowledge {
  readonly #kept = new Set<string>();
  readonly #missed = new Set<string>();
  readonly #filters = new Set<string>();

  /** Whether the form keeps keys that it is given. By entity and leading keys, since numbering differs by order type. */
  keeps(entity: string, keys: readonly string[]): boolean {
    return this.#kept.has(formOf(entity, keys));
  }

  /** A record was looked for by its keys and was not there. */
  missed(entity: string, keys: readonly string[]): void {
    const [oldest] = this.#missed;
    if (this.#missed.size >= MOST_MISSED && oldest !== undefined) this.#missed.delete(oldest);
    this.#missed.add(placeOf(entity, keys));
  }

  /** A record was written with keys of the caller's. A key that was replaced takes back what was learned. */
  wrote(entity: string, { sent, stored, inserted }: WrittenKeys): void {
    const wasMissed = this.#missed.delete(placeOf(entity, sent));
    const form = formOf(entity, sent);
    if (placeOf(entity, sent) !== placeOf(entity, stored)) this.#kept.delete(form);
    else if (inserted || wasMissed) this.#kept.add(form);
  }

  /** Whether this kind of filter has found a record that is there; a filter can answer a false `[]`. */
  finds(entity: string, filter: string): boolean {
    return this.#filters.has(kindOf(entity, filter));
  }

  /** A filter has found a record that is known to satisfy it. */
  found(entity: string, filter: string): void {
    this.#filters.add(kindOf(entity, filter));
  }
}

/** The keys of a write and of its answer. */
export interface WrittenKeys {
  readonly sent: readonly string[];
  readonly stored: readonly string[];
  /** Whether it is certain that the record was not there before. */
  readonly inserted: boolean;
}

const known = new WeakMap<EntityClient, FormKnowledge>();

/** What a client has learned of its forms. */
export function knowledgeOf(client: EntityClient): FormKnowledge {
  if (client.formKnowledge !== undefined) return client.formKnowledge;
  const made = known.get(client) ?? new FormKnowledge();
  known.set(client, made);
  return made;
}

function formOf(entity: string, keys: readonly string[]): string {
  return placeOf(entity, keys.slice(0, -1));
}

/** Servers pad keys and know no case in them. */
function placeOf(entity: string, keys: readonly string[]): string {
  return JSON.stringify([entity, ...keys.map((key) => key.trim().toLowerCase())]);
}

/** A filter without the values in it. */
function kindOf(entity: string, filter: string): string {
  return `${entity} ${filter.replace(/'(?:[^']|'')*'/g, "''").replace(/\b\d[\d.]*\b/g, '0')}`;
}
