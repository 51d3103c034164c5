import { AcumaticaQueryError, bindCondition, didYouMean, nearestNames, odataV4Dialect, parseFilter } from 'acurecord';
import type { EndpointSchema } from 'acurecord';

type Condition = ReturnType<typeof parseFilter>;
type Describe = Parameters<typeof bindCondition>[1];

/** Members that every record has. */
const EVERYWHERE: ReadonlySet<string> = new Set(['id', 'rowNumber', 'note']);

/**
 * A condition as people type it: `contains(Name,'tea')` or `substringof('tea',Name)`. It is sent in whichever words the
 * server knows.
 *
 * @throws AcumaticaQueryError that says where it cannot be read
 */
export function readFilter(text: string): Condition {
  try {
    return parseFilter(text, odataV4Dialect);
  } catch (error) {
    try {
      return parseFilter(text);
    } catch {
      throw error;
    }
  }
}

/**
 * The condition with its fields looked up, so that a typing error is told before the server is asked.
 *
 * @throws AcumaticaQueryError for a field that the entity does not have, with near names
 */
export function checkedFilter(condition: Condition, schema: EndpointSchema, entity: string): Condition {
  return bindCondition(condition, (path) => describe(schema, entity, path));
}

function describe({ entities }: EndpointSchema, entity: string, path: readonly string[]): ReturnType<Describe> {
  let place = entity;
  for (const name of path) {
    const members = entities[place]?.members ?? {};
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined && EVERYWHERE.has(name)) return undefined;
    if (member === undefined) throw unknownField(place, name, Object.keys(members));
    if (member.kind === 'field' || member.kind === 'unknown') return undefined;
    place = member.entity;
  }
  return undefined;
}

function unknownField(entity: string, name: string, known: readonly string[]): AcumaticaQueryError {
  const near = nearestNames(name, known);
  const hint = didYouMean(near) || ` A text stands in quotes: '${name}'.`;
  return new AcumaticaQueryError(`${entity} has no member "${name}", which the filter names.${hint}`, {
    entity,
    suggestions: near,
  });
}
