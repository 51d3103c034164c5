import { ownValue } from '../store/own-value.js';
import { describeEntity } from './describe-entity.js';
import { JsonNode } from './json-node.js';
import { readMember } from './read-member.js';
import { readPaths } from './read-paths.js';
import { readTags } from './read-tags.js';
import type { EntityModel, SimulatorSchema } from './schema-model.js';

/** Members that every record has of itself; the rest of `Entity` never is a field. */
const base = 'Entity';

/**
 * Reads an endpoint document, Swagger 2.0 or OpenAPI 3.0.1, contract 3 to 5. The document is not trusted: whatever
 * it holds, the answer is a schema or a {@link SchemaDocumentError} that names the place.
 *
 * @param document The parsed JSON.
 * @param keys Key fields by entity, where the built-in table and guess are wrong.
 * @throws SchemaDocumentError
 */
export function readSchema(document: unknown, keys: Readonly<Record<string, readonly string[]>> = {}): SimulatorSchema {
  const root = new JsonNode(document, 'document');
  const schemas = root.get('components')?.get('schemas') ?? root.get('definitions');
  const paths = root.get('paths');
  if (schemas === undefined || paths === undefined)
    throw root.problem('is not an endpoint document: it has no paths or no schemas');
  const bodies = entityBodies(schemas);
  const names = new Set(bodies.keys());
  const pathsOf = readPaths(paths, schemas);
  const forms = readTags(root.get('tags'));
  const entities = [...bodies].map(([name, body]): [string, EntityModel] => {
    const members = new Map(membersOf(body).map(([member, node]) => [member, readMember(node, schemas, names)]));
    const facts = { name, members, paths: pathsOf.get(name), form: forms.get(name), keys: ownValue(keys, name) };
    return [name, describeEntity(facts)];
  });
  return { ...readTitle(root), entities: new Map(entities) };
}

/** What the contract declares; `_workflowActions` and the like belong to the answer, not to the entity. */
function membersOf(bodies: readonly JsonNode[]): [string, JsonNode][] {
  return bodies.flatMap((body) => body.entries()).filter(([name]) => !name.startsWith('_') || name === '__proto__');
}

/** Properties of every schema that extends `Entity`, by name; a schema may have them in several parts. */
function entityBodies(schemas: JsonNode): Map<string, readonly JsonNode[]> {
  const bodies = new Map<string, readonly JsonNode[]>();
  for (const [name, schema] of schemas.entries()) {
    const parts = schema.get('allOf')?.items() ?? [];
    if (!parts.some((part) => part.ref() === base)) continue;
    bodies.set(
      name,
      [...parts, schema].flatMap((part) => part.get('properties') ?? []),
    );
  }
  return bodies;
}

function readTitle(root: JsonNode): Pick<SimulatorSchema, 'endpoint' | 'version' | 'contract'> {
  const info = root.get('info');
  const match = /^([^/]+)\/([^/]+)$/.exec(info?.get('title')?.text() ?? '');
  const contract = Number(info?.get('version')?.text());
  if (match?.[1] === undefined || match[2] === undefined)
    throw root.problem('has no info.title such as "Default/24.200.001"');
  if (!Number.isInteger(contract)) throw root.problem('has no info.version such as "4"');
  return { endpoint: match[1], version: match[2], contract };
}
