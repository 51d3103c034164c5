import { demoRules } from './demo/demo-rules.js';
import { addOpenOrders } from './demo/generated/add-open-orders.js';
import { generateDemoRecords, generatedOrders } from './demo/generated/generate-demo-records.js';
import { demoRecords } from './demo/demo-records.js';
import { demoSchema } from './demo/demo-schema.js';
import type { RuleBook } from './demo/entity-rules.js';
import { generateRecords } from './generate/generate-records.js';
import { endpointKey } from './reading/endpoint.js';
import type { Endpoint } from './reading/endpoint.js';
import { writeDocument } from './schema/document/write-document.js';
import { readSchema } from './schema/read-schema.js';
import { SchemaDocumentError } from './schema/schema-document-error.js';
import type { EntityModel, SimulatorSchema } from './schema/schema-model.js';
import { releases } from './simulator-options.js';
import type { Release, SimulatorOptions } from './simulator-options.js';
import type { SimulatorClock } from './steering/simulator-clock.js';
import type { RecordIds } from './store/record-ids.js';
import { servedSchema } from './reading/served-schema.js';
import { dateTimeText } from './store/field-value.js';
import { adaptRules } from './writing/adapt-rules.js';
import { documentRules } from './writing/document-rules.js';
import { recordFromInput } from './store/record-from-input.js';
import type { StoredRecord } from './store/stored-record.js';
import { TenantStore } from './store/tenant-store.js';
import { ownValue } from './store/own-value.js';

/** What a simulator serves: its endpoints, the rules of their forms, and a way to fill a tenant. */
export interface Company {
  /** The one asked for, or the one that its documents need. */
  readonly release: Release;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Adds an endpoint to all tenants; records of entities that others have too are shared with them. */
  readonly install: (schema: SimulatorSchema, definition: string) => void;
  readonly rules: RuleBook;
  /** A tenant's store with its own copy of the initial data. */
  readonly store: () => TenantStore;
}

/** An entity of any endpoint; one that several endpoints declare is the first one's. */
function findEntity(schemas: readonly SimulatorSchema[], name: string): EntityModel | undefined {
  for (const { entities } of schemas) {
    const entity = entities.get(name);
    if (entity !== undefined) return entity;
  }
  return undefined;
}

/** A given document with this server's address in it, or the one the schema makes. */
function documentText(schema: SimulatorSchema, document: unknown, release: string, root: string): string {
  const address = `${root}/entity/${schema.endpoint}/${schema.version}`;
  if (document === undefined) return JSON.stringify(writeDocument(schema, release, address));
  const { host, pathname, protocol } = new URL(address);
  const own =
    'swagger' in (document as object)
      ? { host, basePath: pathname, schemes: [protocol.slice(0, -1)] }
      : { servers: [{ url: address }] };
  return JSON.stringify({ ...(document as object), ...own });
}

/** How many records an entity gets that no data was given for. */
function generatedCount({ generated = 5 }: SimulatorOptions, entity: string): number {
  return typeof generated === 'number' ? generated : (generated[entity] ?? 5);
}

/** Whether the caller asked for generated records of just this entity. */
function isGenerated({ generated }: SimulatorOptions, entity: string): boolean {
  return typeof generated === 'object' && Object.hasOwn(generated, entity);
}

/** The records an entity starts with: those given, those of the demo company, or generated ones. */
function firstRecords(
  {
    name,
    schemas,
    isDemo,
    ids,
    today,
  }: { name: string; schemas: readonly SimulatorSchema[]; isDemo: boolean; ids: RecordIds; today: string },
  options: SimulatorOptions,
): Iterable<StoredRecord> {
  const schema = schemas.find(({ entities }) => entities.has(name));
  const entity = schema?.entities.get(name);
  if (schema === undefined || entity === undefined) return [];
  const rows = ownValue(options.data, name);
  if (rows !== undefined) return rows.map((row) => recordFromInput(row, entity, schema, ids));
  const seed = options.seed ?? 1;
  const count = generatedCount(options, name);
  if (!isDemo) return generateRecords(schema, name, { count, seed });
  const records = isGenerated(options, name)
    ? generateDemoRecords(name, { count, seed, today })
    : demoRecords(name, seed, today);
  if (name !== 'Customer' || !isGenerated(options, 'SalesOrder')) return records;
  return addOpenOrders(records, generatedOrders({ count: generatedCount(options, 'SalesOrder'), seed, today }));
}

/** @throws Error for an option that names an entity no endpoint has */
function requireEntities(option: string, given: unknown, schemas: readonly SimulatorSchema[]): void {
  if (typeof given !== 'object' || given === null) return;
  for (const name of Object.keys(given))
    if (findEntity(schemas, name) === undefined)
      throw new Error(`"${option}" names an entity no endpoint has: ${name}.`);
}

/** How the forms behind given documents behave; an entity that several declare is the first one's. */
function rulesOfDocuments(schemas: readonly SimulatorSchema[], { rules }: SimulatorOptions): RuleBook {
  const isDemo = ({ endpoint }: SimulatorSchema): boolean =>
    (rules ?? (endpoint === 'Default' ? 'demo' : '')) === 'demo';
  const adapted = schemas.filter(isDemo).map((schema) => adaptRules(demoRules, schema));
  return new Map([...documentRules, ...adapted.reverse().flatMap((book) => [...book])]);
}

/** @throws Error for options that have one of a few values, and another was given */
function requireValues({ release, rules }: SimulatorOptions): void {
  requireKnown('release', release, releases);
  requireKnown('rules', rules, ['demo', 'documents']);
}

function requireKnown(option: string, given: string | undefined, values: readonly string[]): void {
  if (given === undefined || values.includes(given)) return;
  throw new Error(`The option "${option}" cannot be "${given}"; it is one of ${values.join(', ')}.`);
}

/** @throws SchemaDocumentError for a contract that came with a later release */
function requireRelease({ contract }: SimulatorSchema, release: string): void {
  if (contract >= 5 && release < '26R2')
    throw new SchemaDocumentError('info.version', `is contract 5, which ${release} does not have, 26R2 does`);
}

/** An endpoint and the document that declares it; that of the demo company is written from its schema. */
interface Source {
  readonly document: unknown;
  readonly schema: SimulatorSchema;
}

/** The documents a caller gave, one or several, and what they declare. */
function readDocuments({ schema, keys, ...options }: SimulatorOptions): Source[] {
  requireValues(options);
  const documents: unknown[] = schema === undefined ? [] : Array.isArray(schema) ? schema : [schema];
  return documents.map((document) => ({
    document,
    schema: servedSchema(readSchema(document, keys), options),
  }));
}

/** The endpoint of the demo company, as it is served. */
const demoSource = (options: SimulatorOptions): Source => ({
  document: undefined,
  schema: servedSchema(demoSchema, options),
});

/** Reads what the caller gave, or takes the demo company. @throws when a document or record makes no sense. */
export function loadCompany(options: SimulatorOptions, ids: RecordIds, clock: SimulatorClock, root: string): Company {
  const given = readDocuments(options);
  const isDemo = given.length === 0;
  // Tables are filled when they are first touched; all of them on the day of the start, whatever day it is by then.
  const today = dateTimeText(clock.now());
  const sources = isDemo ? [demoSource(options)] : given;
  const schemas = sources.map(({ schema }) => schema);
  for (const option of ['data', 'generated'] as const) requireEntities(option, options[option], schemas);
  const endpoints = new Map<string, Endpoint>();
  const release = options.release ?? (schemas.some(({ contract }) => contract >= 5) ? '26R2' : '24R2');
  const serve = (schema: SimulatorSchema, source: { document?: unknown; definition?: string }): void => {
    requireRelease(schema, release);
    const document = documentText(schema, source.document, release, root);
    const { definition } = source;
    endpoints.set(endpointKey(schema.endpoint, schema.version), {
      schema,
      document,
      ...(definition === undefined ? {} : { definition }),
    });
  };
  for (const { schema, document } of sources) serve(schema, { document });
  return {
    release,
    endpoints,
    install: (schema, definition) => {
      serve(schema, { definition });
      const keyOf = ({ endpoint, version }: SimulatorSchema): string => endpointKey(endpoint, version);
      const at = schemas.findIndex((known) => keyOf(known) === keyOf(schema));
      if (at < 0) schemas.push(schema);
      else schemas[at] = schema;
    },
    rules: isDemo ? demoRules : rulesOfDocuments(schemas, options),
    store: () =>
      new TenantStore({
        keysOf: (name) => findEntity(schemas, name)?.keys ?? [],
        recordsOf: (name) => firstRecords({ name, schemas, isDemo, ids, today }, options),
        order: options.order ?? 'key',
        now: () => clock.now(),
      }),
  };
}
