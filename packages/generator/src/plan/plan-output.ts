import type { EndpointSchema } from '@acurecord/metadata';
import type { GenerateOptions } from './generate-options.js';
import { neededEntities } from './needed-entities.js';
import type { NamingNote } from './naming-note.js';
import type { ClassPlan, FilePlan, OutputPlan } from './output-plan.js';
import { ownersOf } from './owners.js';
import { planClass } from './plan-class.js';
import { classNames, fileNames } from './safe-names.js';
import { usesOf } from './uses.js';

/**
 * Decides which files there will be and what stands in them.
 *
 * @throws AcumaticaSchemaError for an entity that the endpoint does not have
 */
export function planOutput(
  schema: EndpointSchema,
  { entities: wanted, facts }: Pick<GenerateOptions, 'entities' | 'facts'> = {},
): OutputPlan {
  const entities = neededEntities(schema, wanted);
  const names = classNames(entities.map(({ name }) => name));
  const notes = renamed(names);
  const { endpoint, version, contract } = schema;
  const naming = { classNames: names, uses: usesOf(entities), notes, facts, endpoint: { endpoint, version } };
  const classes = entities.map((entity) => planClass(entity, naming));
  return { endpoint, version, contract, files: planFiles(schema, classes), notes };
}

function renamed(names: ReadonlyMap<string, string>): NamingNote[] {
  return [...names]
    .filter(([entity, className]) => entity !== className)
    .map(([entity, className]) => ({ entity, note: `Its class is called ${className}.` }));
}

function planFiles(schema: EndpointSchema, classes: readonly ClassPlan[]): FilePlan[] {
  const owners = ownersOf(schema);
  const groups = new Map<string, ClassPlan[]>();
  for (const plan of classes) if (!owners.has(plan.entity)) groups.set(plan.entity, [plan]);
  for (const plan of classes) {
    const owner = owners.get(plan.entity);
    if (owner !== undefined) groups.get(owner)?.push(plan);
  }
  const files = fileNames([...groups.values()].map(([first]) => first?.className ?? ''));
  const withPaths = [...groups.values()].map((group) => ({ path: pathOf(group, files), group }));
  const places = new Map(withPaths.flatMap(({ path, group }) => group.map(({ className }) => [className, path])));
  return withPaths.map(({ path, group }) => ({ path, classes: group, imports: importsOf(path, group, places) }));
}

function pathOf([first]: readonly ClassPlan[], files: ReadonlyMap<string, string>): string {
  const file = files.get(first?.className ?? '') ?? '';
  return first?.topLevel === true ? file : `shared/${file}`;
}

function importsOf(
  path: string,
  group: readonly ClassPlan[],
  places: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const targets = group.flatMap(({ members }) => members.flatMap(({ target }) => target ?? []));
  const imports = new Map<string, string[]>();
  for (const target of [...new Set(targets)].sort()) {
    const place = places.get(target) ?? path;
    if (place !== path) imports.set(place, [...(imports.get(place) ?? []), target]);
  }
  return new Map([...imports].sort(([a], [b]) => (a < b ? -1 : 1)));
}
