import { childrenNamed, descendants, scanXml } from '../xml/scan-xml.js';
import type { XmlElement } from '../xml/scan-xml.js';
import type { ColumnSchema, InquirySchema, ODataSchema } from './odata-schema.js';
import { checkName, nameTable, schemaFault } from './schema-place.js';
import type { WireType } from './wire-type.js';

const PARAMETERS_SUFFIX = '_WithParameters';

/**
 * Reads the `$metadata` document (EDMX 4.0) of generic inquiries or data access classes: columns with types, keys, and
 * the parameters of inquiries that have some.
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
  const inquiries = nameTable<InquirySchema>();
  for (const set of descendants(root, 'EntitySet')) {
    const name = attribute(set, 'Name');
    checkName(name, 'EntityContainer');
    const typeName = attribute(set, 'EntityType');
    const type = types.get(typeName);
    if (type === undefined) throw schemaFault(`EntitySet ${name}`, `the type ${typeName} is nowhere`);
    const call =
      calls.get(typeName)?.find(({ function: own }) => own === name + PARAMETERS_SUFFIX) ?? calls.get(typeName)?.[0];
    inquiries[name] = { name, keys: keysOf(type, types), members: columnsOf(type, types), ...(call && { call }) };
  }
  return { namespace: attribute(schemas[0] as XmlElement, 'Namespace'), inquiries };
}

type Call = NonNullable<InquirySchema['call']>;

/** Functions by the type of the rows they give; the container may import one under another name. */
function callsByType(schemas: readonly XmlElement[]): Map<string, Call[]> {
  const imports = new Map(
    schemas
      .flatMap((schema) => descendants(schema, 'FunctionImport'))
      .map((found) => [attribute(found, 'Function').split('.').at(-1) ?? '', attribute(found, 'Name')]),
  );
  const calls = new Map<string, Call[]>();
  for (const found of schemas.flatMap((schema) => childrenNamed(schema, 'Function'))) {
    const [result] = childrenNamed(found, 'ReturnType');
    const type = /^Collection\((.+)\)$/.exec(result === undefined ? '' : attribute(result, 'Type'))?.[1];
    if (type === undefined) continue;
    const name = attribute(found, 'Name');
    const parameters = nameTable<WireType>();
    for (const parameter of childrenNamed(found, 'Parameter')) {
      checkName(attribute(parameter, 'Name'), `Function ${name}`);
      parameters[attribute(parameter, 'Name')] = wireType(attribute(parameter, 'Type'));
    }
    calls.set(type, [...(calls.get(type) ?? []), { function: imports.get(name) ?? name, parameters }]);
  }
  return calls;
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
