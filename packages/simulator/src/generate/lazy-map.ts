/**
 * A map that makes its values at every look and keeps none, so that great numbers of them cost nothing. Names whose
 * value is `null` are not in it.
 */
export class LazyMap<Recipe, Value> implements ReadonlyMap<string, Value> {
  readonly #recipes: ReadonlyMap<string, Recipe>;
  readonly #make: (recipe: Recipe, name: string) => Value | null;

  constructor(recipes: ReadonlyMap<string, Recipe>, make: (recipe: Recipe, name: string) => Value | null) {
    this.#recipes = recipes;
    this.#make = make;
  }

  get(name: string): Value | undefined {
    const recipe = this.#recipes.get(name);
    return recipe === undefined ? undefined : (this.#make(recipe, name) ?? undefined);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  get size(): number {
    return [...this.entries()].length;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const [name, recipe] of this.#recipes) {
      const value = this.#make(recipe, name);
      if (value !== null) yield [name, value];
    }
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this.entries()) visit(value, name, this);
  }
}
