import { AcumaticaSchemaError } from '@acurecord/errors';
import type { EntityTexts } from './schema-difference.js';

/** Entities that are parsed when they are first looked at: of some hundreds most programs use a few. */
export function parsedOnDemand(texts: EntityTexts): Readonly<Record<string, unknown>> {
  const entities = {};
  for (const [name, text] of Object.entries(texts)) {
    let entity: unknown;
    const get = (): unknown => (entity ??= parse(name, text));
    Object.defineProperty(entities, name, { get, enumerable: true, configurable: true });
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
