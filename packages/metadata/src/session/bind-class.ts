import type { EntityClass } from '../record/entity-class.js';
import type { EntityClient } from '../gateway/entity-client.js';

const clients = new WeakMap<object, EntityClient>();

/**
 * A child of an entity class whose queries and new records speak through `client`, whatever the current one is. For a
 * program with several clients, where `clientA.models.Customer` must never reach the tenant of `clientB`.
 */
export function bindClass<C extends EntityClass>(target: C, client: EntityClient): C {
  const Parent: EntityClass = target;
  const bound = { [target.name]: class extends Parent {} }[target.name] as unknown as C;
  clients.set(bound, client);
  return bound;
}

/** The client that a class, or a class it extends, was bound to. */
export function clientOfClass(target: unknown): EntityClient | undefined {
  for (let current: unknown = target; typeof current === 'function'; current = Object.getPrototypeOf(current)) {
    const client = clients.get(current);
    if (client !== undefined) return client;
  }
  return undefined;
}
