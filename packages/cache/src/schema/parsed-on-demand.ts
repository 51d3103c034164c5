import { AcumaticaSchemaError } from '@acurecord/errors';
import type { EntityTexts } from './schema-difference.js';

/**
 * Entities that are parsed when they are first looked at: of some hundreds most programs use a few. What comes is an
 * ordinary object, which can be listed, spread, compared and cloned.
 */
export function parsedOnDemand(texts: EntityTexts): Readonly<Record<string, unknown>> {
  // Without a prototype, and with one descriptor for all, 400 properties take a quarter of a millisecond instead of one.
  const entities = Object.create(null) as Record<string, unknown>;
  const descriptor: PropertyDescriptor = { enumerable: true, configurable: true };
  for (const [name, text] of Object.entries(texts)) {
    let entity: unknown;
    descriptor.get = () => (entity ??= parse(name, text));
    Object.defineProperty(entities, name, descriptor);
  }
  return entities;
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
