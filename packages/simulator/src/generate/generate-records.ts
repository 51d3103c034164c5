import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import { createRecord } from '../store/stored-record.js';
import type { EditableRecord, StoredRecord } from '../store/stored-record.js';
import { keyMakers } from './key-makers.js';
import { Random } from './random.js';
import { createContext } from './record-context.js';
import { valueMaker } from './value-makers.js';
import type { ValueMaker } from './value-makers.js';

/** How much to generate. */
export interface GenerateOptions {
  readonly count: number;
  /** Same seed, same records. @default 1 */
  readonly seed?: number;
  /** Levels of linked entities and detail rows below the record; 0 for none, which suits great numbers. @default 2 */
  readonly depth?: number;
  /** Most rows of a collection. @default 3 */
  readonly rows?: number;
}

/** Everything to make records of one entity, worked out once. */
interface Recipe {
  readonly fields: readonly (readonly [name: string, make: ValueMaker])[];
  readonly links: readonly (readonly [name: string, entity: string])[];
  readonly details: readonly (readonly [name: string, entity: string])[];
}

/**
 * Makes records of any entity of any schema, with believable values by field name and type, unique keys, linked
 * entities and rows. They are made one by one as they are asked for.
 *
 * @throws Error for an entity the schema does not have.
 */
export function* generateRecords(
  schema: SimulatorSchema,
  entity: string,
  { count, seed = 1, depth = 2, rows = 3 }: GenerateOptions,
): Generator<StoredRecord, void, undefined> {
  const maker = new RecordMaker(schema, new Random(seed, entity), rows);
  if (!schema.entities.has(entity)) throw new Error(`The endpoint has no entity ${entity} to generate records of.`);
  for (let index = 0; index < count; index += 1) yield maker.make(entity, index, depth, true);
}

/** Makes records of the entities of one schema, remembering how. */
class RecordMaker {
  readonly #schema: SimulatorSchema;
  readonly #random: Random;
  readonly #rows: number;
  readonly #recipes = new Map<string, Recipe>();

  constructor(schema: SimulatorSchema, random: Random, rows: number) {
    this.#schema = schema;
    this.#random = random;
    this.#rows = rows;
  }

  make(entity: string, index: number, depth: number, topLevel: boolean): EditableRecord {
    const { fields, links, details } = this.#recipe(entity);
    const record = createRecord(this.#random.guid(), { note: topLevel ? '' : null });
    const context = createContext(this.#random, index, record.id);
    for (const [name, make] of fields) {
      const value = make(context);
      if (value !== null) record.fields.set(name, value);
    }
    if (depth === 0) return record;
    for (const [name, target] of links) record.links.set(name, this.make(target, index, depth - 1, false));
    for (const [name, target] of details) record.details.set(name, this.#makeRows(target, depth - 1));
    return record;
  }

  #makeRows(entity: string, depth: number): EditableRecord[] {
    const count = this.#random.int(0, this.#rows);
    return Array.from({ length: count }, (_, index) => this.make(entity, index, depth, false));
  }

  #recipe(name: string): Recipe {
    const known = this.#recipes.get(name);
    if (known !== undefined) return known;
    const entity = this.#schema.entities.get(name);
    const recipe = entity === undefined ? { fields: [], links: [], details: [] } : writeRecipe(entity);
    this.#recipes.set(name, recipe);
    return recipe;
  }
}

function writeRecipe(entity: EntityModel): Recipe {
  const keys = keyMakers(entity);
  const members = [...entity.members];
  return {
    fields: members.flatMap(([name, member]) =>
      member.kind === 'field' ? [[name, keys.get(name) ?? valueMaker(name, member.type)] as const] : [],
    ),
    links: members.flatMap(([name, member]) => (member.kind === 'link' ? [[name, member.entity] as const] : [])),
    details: members.flatMap(([name, member]) => (member.kind === 'details' ? [[name, member.entity] as const] : [])),
  };
}
