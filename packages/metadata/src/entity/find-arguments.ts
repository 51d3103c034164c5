import type { EntityKeys, HasKeys, KeyValue, OrderedKeys } from '../record/record-address.js';
import type { ReadOptions } from '../shape/read-options.js';

/** Keys and read options of a `find`. */
export type FindArguments<T> =
  | readonly [keys: EntityKeys<T>, options?: ReadOptions<T>]
  | (HasKeys<T> extends true ? readonly [...OrderedKeys<T>, options?: ReadOptions<T>] : AnyKeys<T>);

/** Two to four keys of a class that does not say how many it has. */
type AnyKeys<T> =
  | readonly [key: KeyValue, second: KeyValue, options?: ReadOptions<T>]
  | readonly [key: KeyValue, second: KeyValue, third: KeyValue, options?: ReadOptions<T>]
  | readonly [key: KeyValue, second: KeyValue, third: KeyValue, fourth: KeyValue, options?: ReadOptions<T>];

/** Takes the arguments of a `find` apart. */
export function splitArguments<T>(given: FindArguments<T>): { keys: EntityKeys<T>; options: ReadOptions<T> } {
  const [first, ...rest] = given as readonly unknown[];
  const last = rest.at(-1);
  const options = typeof last === 'object' && last !== null ? (last as ReadOptions<T>) : {};
  const more = rest.filter((value) => value !== options && value !== undefined) as KeyValue[];
  return { keys: (more.length === 0 ? first : [first, ...more]) as EntityKeys<T>, options };
}
