/** Which entity stands behind which name of a client. Plain data, kept with the schema. */
export type ServiceDirectory = Readonly<Record<string, string>>;

/**
 * Names all services. Of two entities with the same plural the first has the name; names that are taken, such as those
 * of the client's own members, are left out. Both stay reachable by `client.service(entity)`.
 */
export async function nameServices(
  entities: Iterable<string>,
  taken: (name: string) => boolean,
): Promise<ServiceDirectory> {
  const { pluralize } = await import('inflection'); // loaded late: a schema from the cache brings its names along
  const { serviceName } = await import('./service-name.js');
  const directory: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const entity of entities) {
    const name = serviceName(entity, pluralize);
    if (!taken(name) && !(name in directory)) directory[name] = entity;
  }
  return directory;
}
