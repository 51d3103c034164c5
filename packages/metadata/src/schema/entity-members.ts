import type { MemberSchema } from './endpoint-schema.js';
import { plainShape } from './plain-shape.js';
import { referenceIn } from './reference-in.js';
import { checkName, objectAt, schemaFault } from './schema-place.js';
import type { JsonObject } from './schema-place.js';
import type { SchemaDocument } from './schema-document.js';

const BASE = 'Entity';
const MAX_MEMBERS = 10_000;
const MAX_DEPTH = 32;
/** Inherited ones count for each entity; without a bound a short document could ask for any number. */
const MAX_ALL_MEMBERS = 1_000_000;
/** What belongs to the server or to every record, not to this one. */
const NO_MEMBERS: ReadonlySet<string> = new Set([
  'id',
  'rowNumber',
  'note',
  'custom',
  'error',
  'files',
  '_links',
  '_workflowActions',
]);

/** Reads the entity schemas of a document; every schema is visited once. */
export class MemberReader {
  readonly #document: SchemaDocument;
  readonly #entities = new Map<string, boolean>();
  readonly #links = new Map<unknown, MemberSchema | undefined>();
  readonly #details = new Map<unknown, MemberSchema | undefined>();
  readonly #warnings = new Set<string>();
  #count = 0;

  constructor(document: SchemaDocument) {
    this.#document = document;
  }

  /** What was not understood so far, one sentence each. */
  get warnings(): readonly string[] {
    return [...this.#warnings];
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
      const ref = refOf(part);
      if (ref !== undefined) {
        const parent = this.#document.target(ref, 'schemas', name);
        if (parent !== BASE) parts.push(this.members(parent));
      } else if (part.properties !== undefined) {
        parts.push(this.#readProperties(objectAt(part.properties, 'schemas', name), name));
      }
    }
    for (const part of parts) this.#count += Object.keys(part).length;
    if (this.#count > MAX_ALL_MEMBERS) throw schemaFault('schemas', `there are more than ${MAX_ALL_MEMBERS} members`);
    return parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : (Object.assign({}, ...parts) as Record<string, MemberSchema>);
  }

  /** Name of the value type that a shape refers to, without `Value`; undefined when it refers to none. */
  valueType(shape: unknown, place: string): string | undefined {
    const ref = referenceIn(shape);
    const member = ref === undefined || ref.isList ? undefined : this.#reference(ref.ref, 'link', place);
    return member?.kind === 'field' ? member.type : undefined;
  }

  /** Remembers that something was not understood. */
  warn(what: string, shape: unknown, consequence: string): void {
    const form = JSON.stringify(plainShape(shape));
    this.#warnings.add(
      `${what} has a form that is not known (${form.length > 200 ? `${form.slice(0, 200)}…` : form}): ${consequence}.`,
    );
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

  #member(value: unknown, place: string, name: string): MemberSchema | undefined {
    const shape: JsonObject = value === true ? {} : objectAt(value, place, name);
    const member =
      shape.$ref === undefined ? this.#memberBehind(shape, place) : this.#reference(shape.$ref, 'link', place);
    if (member !== undefined) return member;
    if (NO_MEMBERS.has(name)) return undefined;
    this.warn(`${place.slice(place.indexOf('/') + 1)}.${name}`, value, 'its value is read and written as it comes');
    return { kind: 'unknown', shape: plainShape(value) };
  }

  #memberBehind(shape: unknown, place: string): MemberSchema | undefined {
    const found = referenceIn(shape);
    return found && this.#reference(found.ref, found.isList ? 'details' : 'link', place);
  }

  /** Equal references share one member, so that 5,000 fields cost a few hundred objects. */
  #reference(ref: unknown, kind: 'link' | 'details', place: string): MemberSchema | undefined {
    const seen = kind === 'link' ? this.#links : this.#details;
    if (seen.has(ref)) return seen.get(ref);
    const target = this.#document.target(ref, place);
    seen.set(ref, undefined); // a circle of names for one another ends here
    const member: MemberSchema | undefined = this.isEntity(target)
      ? { kind, entity: target }
      : (this.#renamed(target, kind, place) ?? valueMember(target, kind));
    seen.set(ref, member);
    return member;
  }

  /** A schema may be nothing but another name for a reference or a list. */
  #renamed(target: string, kind: 'link' | 'details', place: string): MemberSchema | undefined {
    const found = referenceIn(this.#document.schemas[target]);
    if (found === undefined || (found.isList && kind === 'details')) return undefined;
    return this.#reference(found.ref, found.isList ? 'details' : kind, place);
  }

  #parents(name: string): string[] {
    const parents: string[] = [];
    for (const part of this.#parts(name)) {
      const ref = refOf(part);
      if (ref !== undefined) parents.push(this.#document.target(ref, 'schemas', name));
    }
    return parents;
  }

  #parts(name: string): readonly JsonObject[] {
    const schema = objectAt(this.#document.schemas[name], 'schemas', name);
    if (!Array.isArray(schema.allOf)) return [];
    const parts = schema.allOf.map((part: unknown) => objectAt(part, 'schemas', name));
    return schema.properties === undefined ? parts : [...parts, { properties: schema.properties }];
  }
}

function refOf(part: JsonObject): unknown {
  if (part.$ref !== undefined) return part.$ref;
  return part.properties === undefined ? referenceIn(part)?.ref : undefined;
}

function valueMember(target: string, kind: 'link' | 'details'): MemberSchema | undefined {
  const isValue = kind === 'link' && target.endsWith('Value');
  return isValue ? { kind: 'field', type: target.slice(0, -'Value'.length) } : undefined;
}
