import { AcumaticaConfigError } from '@acurecord/errors';
import { nearMatches } from '../introspection/near-matches.js';
import type { ServiceDirectory } from './service-directory.js';

/** Which entities there are, and how their services are called. */
export interface ServiceIndex {
  /** Names of all entities, also of those that stand inside others. */
  readonly entities: readonly string[];
  readonly services: ServiceDirectory;
  /** Such as `Default 24.200.001`. */
  readonly endpoint: string;
}

/** The entity that is meant by its own name or by its service's. @throws AcumaticaConfigError with near matches */
export function entityNamed(name: string, { entities, services, endpoint }: ServiceIndex): string {
  if (entities.includes(name)) return name;
  if (Object.hasOwn(services, name)) return services[name] ?? name;
  const near = nearMatches(name, [...entities, ...Object.keys(services)]);
  throw new AcumaticaConfigError(`${endpoint} has no entity or service ${JSON.stringify(name)}${near}.`);
}

/** The name of an entity's service on the client; `undefined` where it has none, because the client needs the name. */
export function serviceNameOf(entity: string, services: ServiceDirectory): string | undefined {
  return Object.keys(services).find((name) => services[name] === entity);
}
