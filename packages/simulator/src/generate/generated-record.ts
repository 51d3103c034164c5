import type { AttachedFile, FieldValue, StoredRecord } from '../store/stored-record.js';
import { LazyMap } from './lazy-map.js';
import type { ScanColumns } from './scan-columns.js';
import type { EntityRecipe, FieldRecipe } from './entity-recipe.js';
import { RowContext } from './row-context.js';
import { saltedSeed } from './salted-seed.js';

/** Where a generated record stands. */
export interface Place {
  /** Of its dice. */
  readonly seed: number;
  /** Position among the records of the entity or the rows of the collection, from 0. */
  readonly index: number;
  /** Levels of linked entities and rows below it. */
  readonly depth: number;
  /** Of the top-level record and of the way down from it. */
  readonly path: number;
  readonly top: number;
  /** What scans have read of the top-level records. */
  readonly columns?: ScanColumns;
}

const noFiles: readonly AttachedFile[] = Object.freeze([]);
const none: ReadonlyMap<string, never> = new Map<string, never>();

/** A record that is made anew, in part, at every look: it holds its place and nothing else. */
export class GeneratedRecord implements StoredRecord {
  readonly id: string;
  readonly note: string | null;
  readonly custom = null;
  readonly origin = 'generated';
  readonly files = noFiles;
  readonly #recipe: EntityRecipe;
  readonly #place: Place;

  constructor(recipe: EntityRecipe, place: Place) {
    this.id = guidOf(place.top, place.path);
    this.note = place.path === 0 ? '' : null;
    this.#recipe = recipe;
    this.#place = place;
  }

  get fields(): ReadonlyMap<string, FieldValue> {
    const { seed, index } = this.#place;
    const make = ({ make: value, salt }: FieldRecipe): FieldValue => value(new RowContext(seed, salt, index, this.id));
    return new LazyMap(this.#recipe.fields, make);
  }

  get links(): ReadonlyMap<string, StoredRecord> {
    if (this.#place.depth === 0) return none;
    return new LazyMap(this.#recipe.links, ({ target, salt }) => this.#below(target(), salt, this.#place.index));
  }

  get details(): ReadonlyMap<string, readonly StoredRecord[]> {
    if (this.#place.depth === 0) return none;
    return new LazyMap(this.#recipe.details, ({ target, salt }) => {
      const recipe = target();
      const rows = saltedSeed(this.#place.seed, salt) % (this.#recipe.mostRows + 1);
      return Array.from({ length: rows }, (_, index) => this.#below(recipe, saltedSeed(salt, index), index));
    });
  }

  scan(name: string, read: (record: StoredRecord) => FieldValue | undefined): FieldValue {
    const { columns, index } = this.#place;
    const make = (): FieldValue => read(this) ?? null;
    return columns === undefined ? make() : columns.value(name, index, make);
  }

  #below(recipe: EntityRecipe, salt: number, index: number): GeneratedRecord {
    const { seed, depth, path, top } = this.#place;
    const way = { seed: saltedSeed(seed, salt), path: saltedSeed(path, salt) };
    return new GeneratedRecord(recipe, { ...way, top, depth: depth - 1, index });
  }
}

/** A lower-case guid of the kind the ERP's generator gives: other for each top-level record, and for each way below it. */
export function guidOf(top: number, path: number): string {
  const front = saltedSeed(top, 0x1d).toString(16).padStart(8, '0');
  const way = saltedSeed(top ^ path, 0x2d)
    .toString(16)
    .padStart(8, '0');
  return `${front}-${way.slice(0, 4)}-11ee-8${way.slice(4, 7)}-0690322d016b`;
}
