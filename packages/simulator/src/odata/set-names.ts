import type { ODataSet } from './odata-set.js';

/**
 * The names of a set, its own first. Tables have up to three: `PX_Objects_SO_SOOrder`, `SalesOrder` by the title of the
 * class, and `SOOrder` by its name.
 */
export function setNames({ name, dataClass }: ODataSet): readonly string[] {
  if (dataClass === undefined) return [name];
  return [...new Set([name, dataClass.title.replace(/\W/g, ''), dataClass.name])];
}

/** The set of a name, in any case. */
export function setByName(sets: readonly ODataSet[], name: string): ODataSet | undefined {
  const lower = name.toLowerCase();
  return sets.find((set) => setNames(set).some((known) => known.toLowerCase() === lower));
}
