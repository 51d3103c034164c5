import type { ConditionInput } from '@acurecord/odata';
import { F } from '@acurecord/odata';
import { entityMetadata } from '../model/entity-metadata.js';
import type { ReadOptions } from '../shape/read-options.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import type { EntityClass } from '../record/entity-class.js';
import type { Query } from '../query/query.js';
import { recordPlace } from '../record/record-address.js';
import type { EntityKeys, RecordPlace } from '../record/record-address.js';

/** Records read at the same time where each needs a request of its own. */
const AT_ONCE = 4;

/** What finds one record, or those that satisfy a query. */
interface ManyFinder<T extends Entity> {
  findOrNull(key: EntityKeys<T>, options: ReadOptions<T>): Promise<T | null>;
  query(options: ReadOptions<T>): Query<T>;
}

/** Several records in the order of their keys; missing ones are left out. One request for many where one key is enough. */
export async function findMany<T extends Entity>(
  finder: ManyFinder<T>,
  target: EntityClass<T>,
  keys: readonly EntityKeys<T>[],
  options: ReadOptions<T>,
): Promise<T[]> {
  const places = keys.map((key) => recordPlace<T>(target, key));
  const names = entityMetadata(target).keys;
  const [name] = names ?? [];
  if (names?.length === 1 && name !== undefined && places.length > 1 && places.every((place) => !('id' in place))) {
    return findByOneKey(finder, name, places.map(onlyKey), options);
  }
  const found: (T | null)[] = [];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    found.push(
      ...(await Promise.all(keys.slice(start, start + AT_ONCE).map((key) => finder.findOrNull(key, options)))),
    );
  }
  return found.filter((record) => record !== null);
}

async function findByOneKey<T extends Entity>(
  finder: ManyFinder<T>,
  name: string,
  values: readonly string[],
  options: ReadOptions<T>,
): Promise<T[]> {
  const { select } = options;
  const shape = select === undefined ? options : { ...options, select: [...select, name] as typeof select };
  const condition = (F(name) as unknown as { in(values: readonly string[]): ConditionInput<T> }).in(values);
  const records = await finder.query(shape).where(condition).toArray();
  const byKey = new Map(records.map((record) => [comparable(record.get(name)), record]));
  return values.flatMap((value) => byKey.get(comparable(value)) ?? []);
}

function onlyKey(place: RecordPlace): string {
  if ('named' in place) return [...place.named.values()][0] ?? '';
  return 'keys' in place ? (place.keys[0] ?? '') : '';
}

/** The ERP compares keys without regard to case, and some come padded with blanks. */
function comparable(key: unknown): string {
  return String(key).trim().toLowerCase();
}
