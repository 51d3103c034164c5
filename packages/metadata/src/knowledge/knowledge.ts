import type { FactSource, FactTable } from './fact-table.js';
import type { EntityFacts, FieldFact, FieldFactOverrides } from './field-fact.js';
import { entityLines, unpackEntity } from './unpack-facts.js';

/** Grows when facts change. */
const VERSION = 1;

const OWN: FactSource = { endpoint: '', origin: 'The program', collected: '' };

/** What is known of the vendor's endpoints besides what their documents say, each fact with its source. */
export class Knowledge {
  readonly #tables: readonly FactTable[];
  readonly #overrides: FieldFactOverrides;
  readonly #lines = new Map<FactTable, ReadonlyMap<string, string>>();
  readonly #entities = new Map<string, EntityFacts | undefined>();

  constructor(tables: readonly FactTable[], overrides: FieldFactOverrides = {}) {
    this.#tables = tables;
    this.#overrides = overrides;
  }

  /** Version of the built-in facts. */
  get version(): number {
    return VERSION;
  }

  /** What the facts were collected of. */
  get sources(): readonly FactSource[] {
    return this.#tables.map(({ source }) => source);
  }

  /** The same with facts of the program's own, which win over the built-in ones. */
  with(overrides: FieldFactOverrides): Knowledge {
    const names = new Set([...Object.keys(this.#overrides), ...Object.keys(overrides)]);
    const merged = [...names].map((name) => [name, { ...own(this.#overrides, name), ...own(overrides, name) }]);
    return new Knowledge(this.#tables, Object.fromEntries(merged) as FieldFactOverrides);
  }

  /**
   * The facts about an entity of an endpoint, such as `Default` or `Default/24.200.001`; every version has those that were
   * collected of one.
   */
  entity(endpoint: string, entity: string): EntityFacts | undefined {
    const key = JSON.stringify([endpoint, entity]);
    if (!this.#entities.has(key)) this.#entities.set(key, this.#find(endpoint, entity));
    return this.#entities.get(key);
  }

  /** The facts about one field. */
  field(endpoint: string, entity: string, field: string): FieldFact | undefined {
    return own(this.entity(endpoint, entity)?.fields, field);
  }

  #find(endpoint: string, entity: string): EntityFacts | undefined {
    const table = this.#tables.find(({ source }) => nameOf(source.endpoint) === nameOf(endpoint));
    const line = table === undefined ? undefined : this.#linesOf(table).get(entity);
    const known = table === undefined || line === undefined ? undefined : unpackEntity(line, table);
    const told = own(this.#overrides, entity);
    if (told === undefined) return known;
    const fields = Object.entries(told).map(([name, fact]): [string, FieldFact] => [
      name,
      { source: OWN, ...own(known?.fields, name), ...fact },
    ]);
    return {
      ...known,
      fields: Object.assign(Object.create(null), known?.fields, Object.fromEntries(fields)) as EntityFacts['fields'],
    };
  }

  #linesOf(table: FactTable): ReadonlyMap<string, string> {
    const lines = this.#lines.get(table) ?? entityLines(table);
    this.#lines.set(table, lines);
    return lines;
  }
}

const nameOf = (endpoint: string): string => endpoint.split('/', 1)[0]?.toLowerCase() ?? '';

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
