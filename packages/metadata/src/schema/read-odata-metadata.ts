import { childrenNamed, descendants, scanXml } from './scan-xml.js';
import type { XmlElement } from './scan-xml.js';
import type { InquiryFunction, InquirySchema, ODataSchema } from './odata-schema.js';
import { isZoneless, requiredAttribute, RowTypeReader, wireTypeOfEdm } from './row-type-reader.js';
import { UnboundColumns } from './unbound-columns.js';
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
      types.set(`${requiredAttribute(schema, 'Namespace')}.${requiredAttribute(type, 'Name')}`, type);
  }
  const calls = callsByType(schemas);
  const reader = new RowTypeReader(types);
  const version = isVersion3(root) ? ({ odataVersion: 3 } as const) : {};
  const unbound = new UnboundColumns();
  const hasWays = [...types.values()].some((type) => childrenNamed(type, 'NavigationProperty').length > 0);
  const inquiries = nameTable<InquirySchema>();
  for (const set of descendants(root, 'EntitySet')) {
    const name = requiredAttribute(set, 'Name');
    checkName(name, 'EntityContainer');
    const typeName = requiredAttribute(set, 'EntityType');
    if (!types.has(typeName)) throw schemaFault(`EntitySet ${name}`, `the type ${typeName} is nowhere`);
    const own = calls.get(typeName);
    const call = own?.get(name + PARAMETERS_SUFFIX) ?? own?.values().next().value;
    const row = unbound.marked(set, typeName, reader.read(typeName));
    inquiries[name] = { name, ...version, ...row, ...(hasWays && { type: typeName }), ...(call && { call }) };
  }
  return { namespace: requiredAttribute(schemas[0] as XmlElement, 'Namespace'), inquiries };
}

/** Services of OData 1 to 3 describe themselves in EDMX 1.0, those of OData 4 in EDMX 4.0. */
function isVersion3(root: XmlElement): boolean {
  return /^[1-3]\./.test(root.attributes.get('Version') ?? '');
}

/** Functions by the type of the rows they give, and by name; the container may import one under another name. */
function callsByType(schemas: readonly XmlElement[]): Map<string, Map<string, InquiryFunction>> {
  const imports = schemas.flatMap((schema) => descendants(schema, 'FunctionImport'));
  const names = new Map(
    imports.map((found) => [localName(found.attributes.get('Function')), requiredAttribute(found, 'Name')]),
  );
  const declared = schemas.flatMap((schema) => childrenNamed(schema, 'Function'));
  const calls = new Map<string, Map<string, InquiryFunction>>();
  // In version 3 the import itself declares the parameters and the type of the rows.
  for (const found of [...declared, ...imports]) {
    const type = /^Collection\((.+)\)$/.exec(resultType(found))?.[1];
    if (type === undefined) continue;
    const name = requiredAttribute(found, 'Name');
    const call = { function: names.get(name) ?? name, ...parametersOf(found, name) };
    const own = calls.get(type) ?? new Map<string, InquiryFunction>();
    if (!own.has(call.function)) own.set(call.function, call);
    calls.set(type, own);
  }
  return calls;
}

function localName(qualified: string | undefined): string {
  return qualified?.split('.').at(-1) ?? '';
}

function resultType(found: XmlElement): string {
  const [result] = childrenNamed(found, 'ReturnType');
  return (result === undefined ? found.attributes.get('ReturnType') : requiredAttribute(result, 'Type')) ?? '';
}

function parametersOf(found: XmlElement, name: string): Omit<InquiryFunction, 'function'> {
  const parameters = nameTable<WireType>();
  const zoneless: string[] = [];
  for (const parameter of childrenNamed(found, 'Parameter')) {
    const own = requiredAttribute(parameter, 'Name');
    checkName(own, `Function ${name}`);
    parameters[own] = wireTypeOfEdm(requiredAttribute(parameter, 'Type'));
    if (isZoneless(parameter)) zoneless.push(own);
  }
  return { parameters, ...(zoneless.length > 0 && { zoneless }) };
}
