import { childrenNamed, scanXml } from './scan-xml.js';
import type { XmlElement } from './scan-xml.js';
import type { EndpointSchema, EntitySchema } from './endpoint-schema.js';
import { nameTable } from './schema-place.js';

/** What the server's DAC browser says of a data access class. */
export interface DacDescription {
  /** Such as `PX.Objects.SO.SOOrder`. */
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly isKey: boolean }[];
}

/** How much of a form's fields a class must have to be taken for the one behind it. */
const LEAST_COVERAGE = 0.6;

/**
 * Learns key fields from the endpoint's maintenance description (`/entity/maintenance/…`, which maps contract fields to
 * fields of the form) and descriptions of data access classes, which say what is a key. Entities whose keys are known
 * already, and those where the description leaves a doubt, stay as they are.
 *
 * @throws AcumaticaSchemaError when the description is no XML
 */
export function learnKeys(
  schema: EndpointSchema,
  maintenanceXml: string,
  dacs: readonly DacDescription[],
): EndpointSchema {
  const root = scanXml(maintenanceXml, 'endpoint definition');
  const entities = Object.assign(nameTable<EntitySchema>(), schema.entities);
  for (const described of childrenNamed(root, 'TopLevelEntity')) {
    const entity = entities[described.attributes.get('name') ?? ''];
    if (entity === undefined || entity.keys !== undefined) continue;
    const keys = keysOf(entity, described, dacs);
    if (keys !== undefined) entities[entity.name] = { ...entity, keys };
  }
  return { ...schema, entities };
}

function keysOf(entity: EntitySchema, described: XmlElement, dacs: readonly DacDescription[]): string[] | undefined {
  const [main] = [...fieldsByView(described).values()].sort((a, b) => b.size - a.size);
  if (main === undefined) return undefined;
  const fitting = dacs
    .map((dac) => ({ coverage: coverage(main, dac), keys: keysThrough(main, dac) }))
    .filter(({ coverage, keys }) => coverage >= LEAST_COVERAGE && keys !== undefined)
    .sort((a, b) => b.coverage - a.coverage);
  const [best, second] = fitting;
  if (best === undefined || (second !== undefined && second.coverage === best.coverage)) return undefined;
  return best.keys?.filter((key) => Object.hasOwn(entity.members, key));
}

/** Contract fields by form field, for each view of the form. */
function fieldsByView(described: XmlElement): Map<string, Map<string, string>> {
  const views = new Map<string, Map<string, string>>();
  for (const mapping of childrenNamed(described, 'Mappings').flatMap((list) => childrenNamed(list, 'Mapping'))) {
    const [to] = childrenNamed(mapping, 'To');
    const [view, field, contract] = [
      to?.attributes.get('object'),
      to?.attributes.get('field'),
      mapping.attributes.get('field'),
    ];
    if (view === undefined || field === undefined || contract === undefined) continue;
    const fields = views.get(view) ?? new Map<string, string>();
    views.set(view, fields.set(field.toLowerCase(), contract));
  }
  return views;
}

function coverage(fields: ReadonlyMap<string, string>, { fields: own }: DacDescription): number {
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return [...fields.keys()].filter((name) => names.has(name)).length / fields.size;
}

/** The class's keys as contract fields; undefined when the contract lacks one of them. */
function keysThrough(fields: ReadonlyMap<string, string>, { fields: own }: DacDescription): string[] | undefined {
  const keys = own.filter(({ isKey }) => isKey).map(({ name }) => fields.get(name.toLowerCase()));
  const known = keys.filter((key) => key !== undefined);
  return keys.length > 0 && known.length === keys.length ? known : undefined;
}
