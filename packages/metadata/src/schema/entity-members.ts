import type { MemberSchema } from './endpoint-schema.js';
import { checkName, objectAt, schemaFault } from './schema-place.js';
import type { JsonObject } from './schema-place.js';
import type { SchemaDocument } from './schema-document.js';

const BASE = 'Entity';
const MAX_MEMBERS = 10_000;
const MAX_DEPTH = 32;

/** Reads the entity schemas of a document; every schema is visited once. */
export class MemberReader {
  readonly #document: SchemaDocument;
  readonly #entities = new Map<string, boolean>();
  readonly #links = new Map<unknown, MemberSchema | undefined>();
  readonly #details = new Map<unknown, MemberSchema | undefined>();

  constructor(document: SchemaDocument) {
    this.#document = document;
  }

  /** Whether a schema descends from the document's `Entity`. @throws AcumaticaSchemaError when `allOf` runs in a circle */
  isEntity(name: string, trail: readonly string[] = []): boolean {
    const known = this.#entities.get(name);
    if (known !== undefined) return known;
    if (trail.includes(name)) throw schemaFault(`schemas/${name}`, `"${[...trail, name].join(' → ')}" is a circle`);
    if (trail.length > MAX_DEPTH) throw schemaFault(`schemas/${name}`, `it is nested deeper than ${MAX_DEPTH}`);
    const isEntity = this.#parents(name).some((parent) => parent === BASE || this.isEntity(parent, [...trail, name]));
    this.#entities.set(name, isEntity);
    return isEntity;
  }

  /** Members of an entity in document order, inherited ones first. */
  members(name: string): Record<string, MemberSchema> {
    const parts: Record<string, MemberSchema>[] = [];
    for (const part of this.#parts(name)) {
      if (part.$ref !== undefined) {
        const parent = this.#document.target(part.$ref, 'schemas', name);
        if (parent !== BASE) parts.push(this.members(parent));
      } else if (part.properties !== undefined) {
        parts.push(this.#readProperties(objectAt(part.properties, 'schemas', name), name));
      }
    }
    return parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : (Object.assign({}, ...parts) as Record<string, MemberSchema>);
  }

  /** Name of the value type behind a reference without `Value`, or undefined when the schema is none. */
  valueType(schemaName: string): string | undefined {
    return schemaName.endsWith('Value') ? schemaName.slice(0, -'Value'.length) : undefined;
  }

  #readProperties(properties: JsonObject, entity: string): Record<string, MemberSchema> {
    const place = `schemas/${entity}`;
    const names = Object.keys(properties);
    if (names.length > MAX_MEMBERS) throw schemaFault(place, `${names.length} members are more than ${MAX_MEMBERS}`);
    // A copy has the keys already, which is three times as fast as adding one after the other.
    const members = { ...properties } as Record<string, MemberSchema>;
    for (const name of names) {
      checkName(name, place);
      const member = this.#member(properties[name], place, name);
      if (member === undefined) delete members[name];
      else members[name] = member;
    }
    return members;
  }

  /** What is neither a value, a link nor details (`_workflowActions`, `_links`) belongs to the server, not to the record. */
  #member(value: unknown, place: string, name: string): MemberSchema | undefined {
    const property = objectAt(value, place, name);
    const ref = property.$ref ?? singleReference(property);
    if (ref !== undefined) return this.#reference(ref, 'link', place);
    if (property.type !== 'array' || property.items === undefined) return undefined;
    const item = objectAt(property.items, place, name).$ref;
    return item === undefined ? undefined : this.#reference(item, 'details', place);
  }

  /** Equal references share one member, so that 5,000 fields cost a few hundred objects. */
  #reference(ref: unknown, kind: 'link' | 'details', place: string): MemberSchema | undefined {
    const seen = kind === 'link' ? this.#links : this.#details;
    if (seen.has(ref)) return seen.get(ref);
    const target = this.#document.target(ref, place);
    const type = kind === 'link' ? this.valueType(target) : undefined;
    const member: MemberSchema | undefined = this.isEntity(target)
      ? { kind, entity: target }
      : type === undefined
        ? undefined
        : { kind: 'field', type };
    seen.set(ref, member);
    return member;
  }

  #parents(name: string): string[] {
    const parents: string[] = [];
    for (const { $ref } of this.#parts(name)) {
      if ($ref !== undefined) parents.push(this.#document.target($ref, 'schemas', name));
    }
    return parents;
  }

  #parts(name: string): readonly JsonObject[] {
    const schema = objectAt(this.#document.schemas[name], 'schemas', name);
    if (!Array.isArray(schema.allOf)) return [];
    return schema.allOf.map((part: unknown) => objectAt(part, 'schemas', name));
  }
}

/** Later servers write a nullable reference as `allOf` with one part. */
function singleReference(property: JsonObject): unknown {
  const parts: unknown = property.allOf;
  return Array.isArray(parts) && parts.length === 1 ? (parts[0] as JsonObject | null)?.$ref : undefined;
}
