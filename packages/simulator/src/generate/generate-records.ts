import type { SimulatorSchema } from '../schema/schema-model.js';
import type { StoredRecord } from '../store/stored-record.js';
import { RecipeBook } from './entity-recipe.js';
import type { SpecialMaker } from './entity-recipe.js';
import { GeneratedRecord } from './generated-record.js';
import { ScanColumns } from './scan-columns.js';
import { saltOf, saltedSeed } from './salted-seed.js';

/** How much to generate. */
export interface GenerateOptions {
  readonly count: number;
  /** Position of the first one. @default 0 */
  readonly from?: number;
  /** Same seed, same records. @default 1 */
  readonly seed?: number;
  /** Levels of linked entities and detail rows below the record. @default 2 */
  readonly depth?: number;
  /** Most rows of a collection. @default 3 */
  readonly rows?: number;
  /** Fields to make otherwise than by name and type. */
  readonly special?: SpecialMaker;
}

/**
 * Makes records of any entity of any schema, with believable values by field name and type, unique keys, linked
 * entities and rows. A record holds its place in the row of dice and makes its values when they are looked at, so that
 * a hundred thousand cost little more memory than their ids.
 *
 * @throws Error for an entity the schema does not have.
 */
export function* generateRecords(
  schema: SimulatorSchema,
  entity: string,
  { count, from = 0, seed = 1, depth = 2, rows = 3, special }: GenerateOptions,
): Generator<StoredRecord, void, undefined> {
  if (!schema.entities.has(entity)) throw new Error(`The endpoint has no entity ${entity} to generate records of.`);
  const recipe = new RecipeBook(schema, rows, special).of(entity);
  const columns = new ScanColumns(from + count);
  const dice = saltedSeed(seed, saltOf(entity));
  for (let index = from; index < from + count; index += 1) {
    const top = saltedSeed(index, dice);
    yield new GeneratedRecord(recipe, { seed: top, index, depth, path: 0, top, columns });
  }
}
