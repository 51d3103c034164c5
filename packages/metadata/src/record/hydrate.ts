import type { EntityLike as Entity } from './entity-like.js';
import type { EntityClass } from './entity-class.js';
import { STATE } from './entity-state.js';
import type { EntityState } from './entity-state.js';

const fieldless = new WeakMap<EntityClass, boolean>();

/**
 * An instance over rows of the server. Most classes have accessors only, which live on the prototype, so that no
 * constructor has to run for each of 2,000 rows; a class with class fields of its own is constructed.
 */
export function entityOf<T extends Entity>(target: EntityClass<T>, state: EntityState): T {
  const entity = hasNoFields(target) ? (Object.create(target.prototype) as T) : whileHydrating(() => new target());
  entity[STATE] = state;
  state.target = target;
  return entity;
}

function hasNoFields(target: EntityClass): boolean {
  const known = fieldless.get(target);
  if (known !== undefined) return known;
  const answer = ownKeysOfNew(target).every((key) => key === STATE);
  fieldless.set(target, answer);
  return answer;
}

const fieldsByClass = new WeakMap<EntityClass, ReadonlySet<string> | undefined>();

/** Names of the fields that a class puts on its instances; undefined for a class that cannot be made without parameters. */
export function fieldsOfClass(target: EntityClass): ReadonlySet<string> | undefined {
  if (fieldsByClass.has(target)) return fieldsByClass.get(target);
  let fields: ReadonlySet<string> | undefined;
  try {
    fields = new Set(Object.keys(whileHydrating(() => new target())));
  } catch {
    fields = undefined;
  }
  fieldsByClass.set(target, fields);
  return fields;
}

/** Own keys of a new instance: fields of the class. A constructor that needs parameters of its own tells none. */
export function ownKeysOfNew(target: EntityClass): readonly (string | symbol)[] {
  try {
    return Reflect.ownKeys(whileHydrating(() => new target()));
  } catch {
    return [];
  }
}

let hydrating = false;

/** Whether an instance is being made over rows of the server, which nobody validates. */
export function isHydrating(): boolean {
  return hydrating;
}

function whileHydrating<V>(make: () => V): V {
  hydrating = true;
  try {
    return make();
  } finally {
    hydrating = false;
  }
}
