import { AcumaticaConfigError, nearestNames } from '@acurecord/errors';
import { bindClass, defineEntity, referencedEntity } from '@acurecord/metadata';
import type { DynamicEntity, EndpointSchema, EntityClass, EntityClient } from '@acurecord/metadata';
import { nearMatches } from '../introspection/near-matches.js';
import { isMeantForErp } from '../services/unknown-names.js';

/** Where classes come from. */
export interface ModelSource {
  readonly registered: Readonly<Record<string, EntityClass>>;
  /** The endpoint's model now; absent before it is known. */
  readonly schema: () => EndpointSchema | undefined;
}

/** Entity classes by name, made when first asked for, and made anew only when the entity or one inside it has changed. */
export class ModelClasses {
  readonly #source: ModelSource;
  readonly #made = new Map<string, EntityClass<DynamicEntity>>();
  /** The model that all classes made so far agree with. */
  #madeFrom: EndpointSchema | undefined;
  #built = 0;

  constructor(source: ModelSource) {
    this.#source = source;
  }

  /** How many classes were made so far. */
  get built(): number {
    return this.#built;
  }

  /** Names of all entities, also of those that stand inside others. */
  names(): string[] {
    return [
      ...new Set([...Object.keys(this.#source.registered), ...Object.keys(this.#source.schema()?.entities ?? {})]),
    ];
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#source.registered, name) || Object.hasOwn(this.#source.schema()?.entities ?? {}, name);
  }

  /** Whether to ask for a name that no entity has is a mistake: nothing is known yet, or one is a letter or two away. */
  isMistake(name: string): boolean {
    if (this.#source.schema() === undefined) return true;
    const near = name.length > 4 ? nearestNames(name, this.names()) : [];
    return near.some((known) => Math.abs(known.length - name.length) <= 2);
  }

  /** The class of an entity: the registered one, else one made from the schema. @throws AcumaticaConfigError */
  get(name: string): EntityClass<DynamicEntity> {
    const { registered } = this.#source;
    if (Object.hasOwn(registered, name)) return registered[name] as EntityClass<DynamicEntity>;
    const schema = this.#source.schema();
    if (schema === undefined) {
      throw new AcumaticaConfigError(
        `The class ${name} is not known yet: await client.connect() first, or pass it in the option models.`,
      );
    }
    if (!Object.hasOwn(schema.entities, name)) {
      const near = nearMatches(name, this.names());
      throw new AcumaticaConfigError(
        `${schema.endpoint} ${schema.version} has no entity ${JSON.stringify(name)}${near}.`,
      );
    }
    this.#forgetOutdated(schema);
    return this.#made.get(name) ?? this.#make(schema, name);
  }

  #make(schema: EndpointSchema, name: string): EntityClass<DynamicEntity> {
    const made = defineEntity(schema, name);
    this.#made.set(name, made);
    this.#built += 1;
    return made;
  }

  #forgetOutdated(schema: EndpointSchema): void {
    const before = this.#madeFrom;
    this.#madeFrom = schema;
    if (before === undefined || before === schema) return;
    for (const name of this.#made.keys()) {
      const unchanged = [...reachable(before, name)].every(([part, entity]) => schema.entities[part] === entity);
      if (!unchanged) this.#made.delete(name);
    }
  }
}

/**
 * The classes of one client or view, bound to it, so that several clients in one program never mix. A name that no entity
 * has gives `undefined`, and throws where it is a slip of one, or before the entities are known.
 */
export function boundModels(classes: ModelClasses, client: EntityClient): Readonly<Record<string, EntityClass>> {
  const bound = new WeakMap<EntityClass, EntityClass>();
  const get = (name: string): EntityClass => {
    const target = classes.get(name);
    const known = bound.get(target) ?? bindClass(target, client);
    bound.set(target, known);
    return known;
  };
  return new Proxy(Object.create(null) as Record<string, EntityClass>, {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined;
      return classes.has(name) || (isMeantForErp(name) && classes.isMistake(name)) ? get(name) : undefined;
    },
    has: (_, name) => typeof name === 'string' && classes.has(name),
    ownKeys: () => classes.names(),
    getOwnPropertyDescriptor: (_, name) =>
      typeof name === 'string' && classes.has(name)
        ? { value: get(name), enumerable: true, configurable: true }
        : undefined,
  });
}

function reachable(schema: EndpointSchema, name: string, found = new Map<string, unknown>()): Map<string, unknown> {
  const entity = schema.entities[name];
  if (entity === undefined || found.has(name)) return found;
  found.set(name, entity);
  for (const member of Object.values(entity.members)) {
    const part = referencedEntity(member);
    if (part !== undefined) reachable(schema, part, found);
  }
  return found;
}
