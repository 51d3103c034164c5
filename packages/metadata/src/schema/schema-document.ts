import { checkName, objectAt, ownMember, schemaFault } from './schema-place.js';
import type { JsonObject } from './schema-place.js';

const MAX_SCHEMAS = 20_000;

/** An endpoint document behind one face, whichever dialect it is written in. */
export interface SchemaDocument {
  readonly endpoint: string;
  readonly version: string;
  readonly contract: number;
  /** Schemas by name, in document order. */
  readonly schemas: JsonObject;
  /** Path items by path, in document order. */
  readonly paths: JsonObject;
  readonly tags: readonly unknown[];
  /** Name that a `$ref` points to. @throws AcumaticaSchemaError when there is no such schema */
  target(ref: unknown, place: string, name?: string): string;
  /** The schema of an operation's JSON body. */
  bodyShape(operation: JsonObject): unknown;
}

/**
 * Opens a Swagger 2.0 document (releases through 2024 R1) or an OpenAPI 3.0.1 one (from 2024 R2).
 *
 * @throws AcumaticaSchemaError when the value is neither
 */
export function openSchemaDocument(value: unknown): SchemaDocument {
  const document = objectAt(value, '#');
  const modern = typeof document.openapi === 'string';
  if (!modern && document.swagger !== '2.0') throw schemaFault('#', 'it is neither Swagger 2.0 nor OpenAPI 3');
  const prefix = modern ? '#/components/schemas/' : '#/definitions/';
  const schemas = modern ? objectAt(document.components, '#/components').schemas : document.definitions;
  const table = objectAt(schemas, prefix.slice(0, -1));
  const count = Object.keys(table).length;
  if (count > MAX_SCHEMAS) throw schemaFault(prefix.slice(0, -1), `${count} schemas are more than ${MAX_SCHEMAS}`);
  return {
    ...titleOf(document),
    schemas: table,
    paths: document.paths === undefined ? {} : objectAt(document.paths, '#/paths'),
    tags: Array.isArray(document.tags) ? (document.tags as unknown[]) : [],
    target: (ref, place, name = '') => targetOf(ref, prefix, table, name === '' ? place : `${place}/${name}`),
    bodyShape: modern ? openApiBody : swaggerBody,
  };
}

function titleOf(document: JsonObject): Pick<SchemaDocument, 'endpoint' | 'version' | 'contract'> {
  const { title, version } = objectAt(document.info, '#/info');
  const text = typeof title === 'string' ? title : '';
  const slash = text.lastIndexOf('/');
  const [endpoint, endpointVersion] = [text.slice(0, Math.max(0, slash)), text.slice(slash + 1)];
  if (endpoint === '' || endpointVersion === '') {
    throw schemaFault('#/info/title', 'the title "Endpoint/Version" was expected');
  }
  const contract = Number(version);
  if (!Number.isInteger(contract)) throw schemaFault('#/info/version', 'the contract version is no number');
  return { endpoint, version: endpointVersion, contract };
}

function targetOf(ref: unknown, prefix: string, schemas: JsonObject, place: string): string {
  if (typeof ref !== 'string' || !ref.startsWith(prefix))
    throw schemaFault(place, `a reference ${prefix}… was expected`);
  const name = ref.slice(prefix.length);
  checkName(name, place);
  if (!Object.hasOwn(schemas, name)) throw schemaFault(place, `the reference ${ref} leads nowhere`);
  return name;
}

function openApiBody(operation: JsonObject): unknown {
  const content = member(member(operation, 'requestBody'), 'content');
  return member(member(content, 'application/json'), 'schema');
}

function swaggerBody(operation: JsonObject): unknown {
  const parameters = Array.isArray(operation.parameters) ? (operation.parameters as unknown[]) : [];
  const body = parameters.find((parameter) => member(parameter, 'in') === 'body');
  return member(body, 'schema');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? ownMember(value as JsonObject, name) : undefined;
}
