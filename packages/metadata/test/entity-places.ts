import { knownKeys, readSchema } from '@acurecord/metadata';
import type { EndpointSchema } from '@acurecord/metadata';
import { changedValue, fieldsOf, firstValue, wireText } from './field-values.js';

/** Where an entity stands in the records of one that has a URL: `SalesOrder`, `Details`, `Allocations`. */
export interface Place {
  readonly root: string;
  readonly path: readonly string[];
  readonly entity: string;
  readonly name: string;
}

/** One place for every entity that can be saved, as near to the top as it is found. */
export function placesOf(schema: EndpointSchema): readonly Place[] {
  const roots = Object.values(schema.entities).filter(({ topLevel, use }) => topLevel && use === undefined);
  const places: Place[] = roots.map(({ name }) => ({ root: name, path: [], entity: name, name }));
  const seen = new Set(places.map(({ entity }) => entity));
  for (const { root, path, entity, name } of places) {
    for (const [member, definition] of Object.entries(schema.entities[entity]?.members ?? {})) {
      if (definition.kind === 'field' || definition.kind === 'unknown' || seen.has(definition.entity)) continue;
      seen.add(definition.entity);
      places.push({ root, path: [...path, member], entity: definition.entity, name: `${name}.${member}` });
    }
  }
  return places;
}

/** One record of each such entity, with one row or link for each place. */
export function rootData(document: unknown): Record<string, Record<string, unknown>[]> {
  const schema = readSchema(document);
  const data: Record<string, Record<string, unknown>[]> = {};
  for (const { root, path, entity } of placesOf(schema)) {
    const record = firstRecord(schema, entity);
    if (path.length === 0) data[root] = [{ id: idOfFirst(schema, root), ...record }];
    else put(schema, root, data[root]?.[0] ?? {}, path, record);
  }
  // A document may refer only to a customer, a vendor or a project that is there.
  for (const [root, records] of Object.entries(data)) {
    const [key, second] = knownKeys(root) ?? [];
    const isText =
      key !== undefined && fieldsOf(schema, root).some(([name, type]) => name === key && type === 'String');
    if (isText && second === undefined) records.push({ [key]: changedValue('String') });
  }
  return data;
}

/** Id of the record of an entity. */
export function idOfFirst(schema: EndpointSchema, root: string): string {
  const place = Object.keys(schema.entities).indexOf(root);
  return `00000000-0000-0000-0000-${String(place).padStart(12, '0')}`;
}

function firstRecord(schema: EndpointSchema, entity: string): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(schema, entity).map(([name, type]) => [name, wireText(firstValue(type))]));
}

function put(
  schema: EndpointSchema,
  entity: string,
  record: Record<string, unknown>,
  [member = '', ...rest]: readonly string[],
  part: Record<string, unknown>,
): void {
  const definition = schema.entities[entity]?.members[member];
  if (definition === undefined || definition.kind === 'field' || definition.kind === 'unknown') return;
  if (rest.length === 0) record[member] = definition.kind === 'details' ? [part] : part;
  else put(schema, definition.entity, [record[member]].flat()[0] as Record<string, unknown>, rest, part);
}
