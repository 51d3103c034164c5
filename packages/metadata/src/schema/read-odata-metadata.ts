import { childrenNamed, descendants, scanXml } from './scan-xml.js';
import type { XmlElement } from './scan-xml.js';
import type { ColumnSchema, InquiryFunction, InquirySchema, ODataSchema } from './odata-schema.js';
import { checkName, nameTable, schemaFault } from './schema-place.js';
import type { WireType } from '../wire/wire-type.js';

const PARAMETERS_SUFFIX = '_WithParameters';

/**
 * Reads the `$metadata` document of generic inquiries or data access classes, EDMX of OData version 4 or 3: columns with
 * types, keys, and the parameters of inquiries that have some.
 *
 * @throws AcumaticaSchemaError for anything that is no such document
 */
export function readODataMetadata(edmx: string): ODataSchema {
  const root = scanXml(edmx, 'OData metadata');
  const schemas = descendants(root, 'Schema');
  if (root.name !== 'Edmx' || schemas.length === 0) throw schemaFault('$metadata', 'it is not EDMX');
  const types = new Map<string, XmlElement>();
  for (const schema of schemas) {
    for (const type of childrenNamed(schema, 'EntityType'))
      types.set(`${attribute(schema, 'Namespace')}.${attribute(type, 'Name')}`, type);
  }
  const calls = callsByType(schemas);
  const version = isVersion3(root) ? ({ odataVersion: 3 } as const) : {};
  const inquiries = nameTable<InquirySchema>();
  for (const set of descendants(root, 'EntitySet')) {
    const name = attribute(set, 'Name');
    checkName(name, 'EntityContainer');
    const typeName = attribute(set, 'EntityType');
    const type = types.get(typeName);
    if (type === undefined) throw schemaFault(`EntitySet ${name}`, `the type ${typeName} is nowhere`);
    const own = calls.get(typeName);
    const call = own?.find((found) => found.function === name + PARAMETERS_SUFFIX) ?? own?.[0];
    inquiries[name] = {
      name,
      ...version,
      keys: keysOf(type, types),
      members: columnsOf(type, types),
      ...(call && { call }),
    };
  }
  return { namespace: attribute(schemas[0] as XmlElement, 'Namespace'), inquiries };
}

/** Services of OData 1 to 3 describe themselves in EDMX 1.0, those of OData 4 in EDMX 4.0. */
function isVersion3(root: XmlElement): boolean {
  return /^[1-3]\./.test(root.attributes.get('Version') ?? '');
}

/** Functions by the type of the rows they give; the container may import one under another name. */
function callsByType(schemas: readonly XmlElement[]): Map<string, InquiryFunction[]> {
  const imports = schemas.flatMap((schema) => descendants(schema, 'FunctionImport'));
  const names = new Map(
    imports.map((found) => [localName(found.attributes.get('Function')), attribute(found, 'Name')]),
  );
  const declared = schemas.flatMap((schema) => childrenNamed(schema, 'Function'));
  const calls = new Map<string, InquiryFunction[]>();
  // In version 3 the import itself declares the parameters and the type of the rows.
  for (const found of [...declared, ...imports]) {
    const type = /^Collection\((.+)\)$/.exec(resultType(found))?.[1];
    if (type === undefined) continue;
    const name = attribute(found, 'Name');
    const call = { function: names.get(name) ?? name, ...parametersOf(found, name) };
    calls.set(type, [...(calls.get(type) ?? []), call]);
  }
  return calls;
}

function localName(qualified: string | undefined): string {
  return qualified?.split('.').at(-1) ?? '';
}

function resultType(found: XmlElement): string {
  const [result] = childrenNamed(found, 'ReturnType');
  return (result === undefined ? found.attributes.get('ReturnType') : attribute(result, 'Type')) ?? '';
}

function parametersOf(found: XmlElement, name: string): Omit<InquiryFunction, 'function'> {
  const parameters = nameTable<WireType>();
  const zoneless: string[] = [];
  for (const parameter of childrenNamed(found, 'Parameter')) {
    const own = attribute(parameter, 'Name');
    checkName(own, `Function ${name}`);
    parameters[own] = wireType(attribute(parameter, 'Type'));
    if (isZoneless(parameter)) zoneless.push(own);
  }
  return { parameters, ...(zoneless.length > 0 && { zoneless }) };
}

/** Only OData before version 4 has `Edm.DateTime`. */
function isZoneless(element: XmlElement): boolean {
  return element.attributes.get('Type') === 'Edm.DateTime';
}

function keysOf(type: XmlElement, types: ReadonlyMap<string, XmlElement>): string[] {
  const own = descendants(type, 'PropertyRef').map((ref) => attribute(ref, 'Name'));
  const parent = parentOf(type, types);
  return own.length > 0 || parent === undefined ? own : keysOf(parent, types);
}

function columnsOf(type: XmlElement, types: ReadonlyMap<string, XmlElement>, depth = 0): Record<string, ColumnSchema> {
  const name = attribute(type, 'Name');
  if (depth > 16) throw schemaFault(`EntityType ${name}`, 'its base types run in a circle');
  const parent = parentOf(type, types);
  const columns = parent === undefined ? nameTable<ColumnSchema>() : columnsOf(parent, types, depth + 1);
  for (const property of childrenNamed(type, 'Property')) {
    const column = attribute(property, 'Name');
    checkName(column, `EntityType ${name}`);
    columns[column] = {
      type: wireType(attribute(property, 'Type')),
      nullable: property.attributes.get('Nullable') !== 'false',
      ...(isZoneless(property) && { zoneless: true }),
    };
  }
  return columns;
}

function parentOf(type: XmlElement, types: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  const base = type.attributes.get('BaseType');
  return base === undefined ? undefined : types.get(base);
}

const EDM_TYPES: ReadonlyMap<string, WireType> = new Map([
  ['Int16', 'Short'],
  ['Int32', 'Int'],
  ['Int64', 'Long'],
  ['SByte', 'Short'],
  ['Single', 'Double'],
  ['DateTimeOffset', 'DateTime'],
]);

function wireType(edm: string): WireType {
  const name = edm.replace(/^Edm\./, '');
  return EDM_TYPES.get(name) ?? name;
}

function attribute(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw schemaFault(`<${element.name}>`, `it has no ${name}`);
  return value;
}
