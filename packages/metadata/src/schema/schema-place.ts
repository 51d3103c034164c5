import { AcumaticaSchemaError } from '@acurecord/errors';

const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_NAME_LENGTH = 256;

/** A JSON object whose members nobody has checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An AcumaticaSchemaError that says where in the document the fault is, as a JSON pointer. */
export function schemaFault(place: string, fault: string): AcumaticaSchemaError {
  return new AcumaticaSchemaError(`The endpoint document cannot be read: ${fault} (at ${place}).`, {
    context: { place },
    suggestions: ['Download the document again from /entity/{Endpoint}/{Version}/swagger.json.'],
  });
}

/** Narrows the value at `place`/`name` to an object. @throws AcumaticaSchemaError when it is none */
export function objectAt(value: unknown, place: string, name = ''): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw schemaFault(name === '' ? place : `${place}/${name}`, 'an object was expected');
  }
  return value as JsonObject;
}

/**
 * Own member of a JSON object; what the object inherits from `Object.prototype` is not seen.
 */
export function ownMember(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Refuses names that would reach into JavaScript's own machinery. @throws AcumaticaSchemaError */
export function checkName(name: string, place: string): void {
  if (FORBIDDEN_NAMES.has(name)) throw schemaFault(place, `the name "${name}" is not allowed`);
  if (name.length > MAX_NAME_LENGTH) throw schemaFault(place, `a name of ${name.length} characters is not allowed`);
}

/** A record without prototype, for names that come from a document. */
export function nameTable<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
