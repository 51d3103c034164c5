import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';
import { keyMakers } from './key-makers.js';
import { saltOf } from './salted-seed.js';
import { valueMaker } from './value-makers.js';
import type { ValueMaker } from './value-makers.js';

/** How to make one field. */
export interface FieldRecipe {
  readonly make: ValueMaker;
  /** Tells its dice from those of the other fields. */
  readonly salt: number;
}

/** How to make one linked entity, or the rows of one collection. */
export interface NestedRecipe {
  readonly target: () => EntityRecipe;
  readonly salt: number;
}

/** Everything to make records of one entity, worked out once. */
export interface EntityRecipe {
  readonly fields: ReadonlyMap<string, FieldRecipe>;
  readonly links: ReadonlyMap<string, NestedRecipe>;
  readonly details: ReadonlyMap<string, NestedRecipe>;
  /** Most rows of a collection. */
  readonly mostRows: number;
}

/** Makes a field otherwise than its name and type say; `undefined` for a field that is like any other. */
export type SpecialMaker = (entity: string, field: string) => ValueMaker | undefined;

/** The recipes of one schema, each written when it is first asked for. */
export class RecipeBook {
  readonly #schema: SimulatorSchema;
  readonly #mostRows: number;
  readonly #special: SpecialMaker;
  readonly #written = new Map<string, EntityRecipe>();

  constructor(schema: SimulatorSchema, mostRows: number, special: SpecialMaker = () => undefined) {
    this.#schema = schema;
    this.#mostRows = mostRows;
    this.#special = special;
  }

  of(name: string): EntityRecipe {
    const known = this.#written.get(name);
    if (known !== undefined) return known;
    const entity = this.#schema.entities.get(name);
    const recipe = entity === undefined ? this.#empty() : this.#write(entity);
    this.#written.set(name, recipe);
    return recipe;
  }

  #empty(): EntityRecipe {
    return { fields: new Map(), links: new Map(), details: new Map(), mostRows: 0 };
  }

  #write(entity: EntityModel): EntityRecipe {
    const keys = keyMakers(entity);
    const fields = new Map<string, FieldRecipe>();
    const links = new Map<string, NestedRecipe>();
    const details = new Map<string, NestedRecipe>();
    for (const [name, member] of entity.members) {
      const salt = saltOf(name);
      if (member.kind === 'field') {
        const special = name === entity.keys.at(-1) ? undefined : this.#special(entity.name, name);
        const make = special ?? keys.get(name) ?? valueMaker(name, member.type);
        fields.set(name, { make, salt });
      } else if (member.kind !== 'unknown') {
        const nested = member.kind === 'link' ? links : details;
        nested.set(name, { target: () => this.of(member.entity), salt });
      }
    }
    return { fields, links, details, mostRows: this.#mostRows };
  }
}
