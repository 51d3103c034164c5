import { AcumaticaConfigError } from '@acurecord/errors';
import { defineEntity } from '@acurecord/metadata';
import type { DynamicEntity, EntityClass } from '@acurecord/metadata';
import type { ClientCore } from '../client-core.js';
import { nearMatches } from '../introspection/near-matches.js';
import { nameServices } from '../services/service-directory.js';

/** The name of the entity that a service or model is asked for by, in either spelling. */
export async function entityNamed(core: ClientCore, name: string, isTaken: (name: string) => boolean): Promise<string> {
  await core.open();
  const names = entityNames(core);
  if (names.includes(name)) return name;
  const services = core.model?.services ?? (await nameServices(names, isTaken));
  if (Object.hasOwn(services, name)) return services[name] ?? name;
  const where =
    core.connection === undefined ? '' : ` of ${core.connection.endpoint.name} ${core.connection.endpoint.version}`;
  throw new AcumaticaConfigError(
    `There is no entity or service ${name}${where}${nearMatches(name, [...names, ...Object.keys(services)])}.`,
  );
}

/** The names of all entities that the client knows, also of those inside others. */
export function entityNames({ model, options }: ClientCore): string[] {
  return [...new Set([...Object.keys(options.models ?? {}), ...Object.keys(model?.entities ?? {})])];
}

/** The class of an entity: the registered one, else one made from the schema. */
export function entityClass({ model, options }: ClientCore, name: string): EntityClass<DynamicEntity> {
  const registered = Object.hasOwn(options.models ?? {}, name) ? options.models?.[name] : undefined;
  if (registered !== undefined) return registered as EntityClass<DynamicEntity>;
  if (model !== undefined) return defineEntity(model, name);
  throw new AcumaticaConfigError(
    `The class ${name} is not known yet: await client.connect() first, or pass it in the option models.`,
  );
}
