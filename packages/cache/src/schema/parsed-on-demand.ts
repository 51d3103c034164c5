import { AcumaticaSchemaError } from '@acurecord/errors';
import type { EntityTexts } from './schema-difference.js';

/** Entities that are parsed when they are first looked at: of some hundreds most programs use a few. */
export function parsedOnDemand(texts: EntityTexts): Readonly<Record<string, unknown>> {
  const entities = new Map<string, unknown>();
  const entity = (name: string, text: string): unknown => {
    if (!entities.has(name)) entities.set(name, parse(name, text));
    return entities.get(name);
  };
  const textOf = (name: string | symbol) => (Object.hasOwn(texts, name) ? texts[name as string] : undefined);
  return new Proxy<Record<string, unknown>>(texts, {
    get: (target, name) => {
      const text = textOf(name);
      return text === undefined ? (Reflect.get(target, name) as unknown) : entity(name as string, text);
    },
    // Listing the names looks at the descriptors, so that these must not parse either.
    getOwnPropertyDescriptor: (_, name) => {
      const text = textOf(name);
      if (text === undefined) return undefined;
      return { get: () => entity(name as string, text), enumerable: true, configurable: true };
    },
  });
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AcumaticaSchemaError(`What the cache keeps of the entity ${name} is damaged.`, {
      suggestions: ['Download the schema again: set forceRebuild: true once, or clear the cache.'],
      entity: name,
      cause,
    });
  }
}
