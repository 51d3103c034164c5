import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';

/** One endpoint as it is served: what it declares, and the document that says so. */
export interface Endpoint {
  readonly schema: SimulatorSchema;
  /** The text of its `swagger.json`, with addresses of this server in it. */
  readonly document: string;
  /** The XML it was installed by while the server ran, which makes it an endpoint of the customer. */
  readonly definition?: string;
}

/** What an endpoint is found by: its name and version, in any case. */
export function endpointKey(name: string, version: string): string {
  return `${name}/${version}`.toLowerCase();
}

const byLowerName = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, string>>();

/** The name as the map spells it, found without regard to case; exact names win. */
export function spelledName(names: ReadonlyMap<string, unknown>, name: string): string | undefined {
  if (names.has(name)) return name;
  let lower = byLowerName.get(names);
  if (lower === undefined) {
    lower = new Map([...names.keys()].map((key) => [key.toLowerCase(), key]));
    byLowerName.set(names, lower);
  }
  return lower.get(name.toLowerCase());
}

/** A top-level entity by its name in a path. */
export function entityAtPath(schema: SimulatorSchema, name: string): EntityModel | undefined {
  const spelled = spelledName(schema.entities, name);
  const entity = spelled === undefined ? undefined : schema.entities.get(spelled);
  return entity?.topLevel === true ? entity : undefined;
}
